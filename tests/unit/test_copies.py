"""Copies where something they need is not there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.conftest import check

from karpear.build import missing_zims
from karpear.copies import Source, make_copies
from karpear.editions import EDITIONS


def test_without_libzim_the_rest_is_built_and_says_so(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert missing_zims(()) == ()
    monkeypatch.setitem(sys.modules, "libzim.writer", None)
    (found,) = missing_zims(())
    assert (found.code, str(found.severity)) == ("B406", "warning")
    assert "zim" in found.message
    assert missing_zims(("zim",)) == (found,)
    assert missing_zims(tuple(EDITIONS)) == ()
    library = check(content).library
    source = Source(library=library, site=tmp_path, site_url="https://karpear.example/", epoch=0)
    assert make_copies(source, ("zim",)) == ()
