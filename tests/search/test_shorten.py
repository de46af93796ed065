"""The scripts as they are served: fewer bytes, the same meaning, no newer syntax."""

from __future__ import annotations

import gzip

import minify
import pytest

from karpear.search.shorten import shortened
from tests.conftest import ROOT

SCRIPTS = sorted(path.stem for path in (ROOT / "docs/scripts").glob("*.js"))


def test_comments_spaces_and_own_names_go() -> None:
    script = '/* why */ (function () { var word = "a /* b */  c"; use(word, word); })();'
    assert shortened(script) == '(function(){var e="a /* b */  c";use(e,e)})()\n'


def test_what_is_not_ours_keeps_its_name() -> None:
    script = "(function (event) { window.top.location.replace({key: event.part}); })();"
    assert "window.top.location.replace({key:" in shortened(script)


def test_nothing_newer_than_the_source_is_written() -> None:
    script = "(function () { try { go(); } catch (refused) { stay(); } })();"
    assert "catch{" not in shortened(script)


def test_a_fault_stops_the_build() -> None:
    with pytest.raises(minify.MinifyError):
        shortened("var a = ;")


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_result_is_small(name: str) -> None:
    script = (ROOT / f"docs/scripts/{name}.js").read_text("utf-8")
    out = shortened(script)
    assert "/*" not in out
    assert len(out) < 0.7 * len(script)


def test_all_scripts_share_six_thousand_bytes() -> None:
    sizes = {
        name: len(gzip.compress(shortened(text).encode(), 9, mtime=0))
        for name in SCRIPTS
        for text in [(ROOT / f"docs/scripts/{name}.js").read_text("utf-8")]
    }
    assert sum(sizes.values()) <= 6_000, sizes
