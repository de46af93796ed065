"""The scripts as they are served: fewer bytes, the same meaning."""

from __future__ import annotations

import pytest

from karpear.search.shorten import shortened
from tests.conftest import ROOT


def short(script: str, *, properties: bool = True) -> str:
    return shortened(script, properties=properties).strip()


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('/* why */ const word = "a /* b */  c";', 'const a="a /* b */  c";'),
        ("const own = { part: 1 };\nown.part = own.length;", "const a={b:1};a.b=a.length;"),
        ("let n = 1;\nn++ + +n - -n;", "let a=1;a++ + +a- -a;"),
        ('x => /[/ ]  \\/"/g.test(x);', 'a=>/[/ ]  \\/"/g.test(a);'),
        ("const f = a => { return a / 2 / 3; };", "const b=a=>{return a/2/3};"),
        ("list.forEach(text => text.trim());", "b.forEach(a=>a.trim());"),
    ],
)
def test_names_spaces_and_comments_go(script: str, expected: str) -> None:
    assert short(script) == expected


def test_properties_of_others_stay() -> None:
    script = "var part = event.part; window.top.location.replace({key: part});"
    assert (
        short(script, properties=False)
        == "var part=a.part;window.top.location.replace({key:part});"
    )


@pytest.mark.parametrize("name", ["search", "site"])
def test_strings_and_rules_stay_whole(name: str) -> None:
    script = (ROOT / f"docs/scripts/{name}.js").read_text("utf-8")
    out = short(script, properties=name == "search")
    assert "/*" not in out
    assert len(out) < 0.7 * len(script)
    assert short(out, properties=name == "search").count('"') == out.count('"')
