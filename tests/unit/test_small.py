"""The small content root itself: nothing wrong with it, so that each test's fault stands alone."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import check

from karpear.model import Language


def test_small_content_has_no_finding(content: Path) -> None:
    assert check(content).findings == ()


def test_model_holds_what_the_files_say(content: Path) -> None:
    library = check(content).library
    module = library.page("parents/10-12", Language.EN)
    assert module is not None
    know = module.section("know")
    assert know is not None
    assert [item.cites for item in know.items()] == [("ncg-start-early",), ("craft",)]
    assert library.helplines[1].numbers[0].dial == "+85592311511"
