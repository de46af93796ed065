"""The twelve actions: strictly read, and held to the rules that pages are held to."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.conftest import AS_OF, ROOT, Edit, check, found, replaced

from karpear.drawings import DRAWINGS
from karpear.load import read_library
from karpear.model import Language

FILE = "shared/actions.yml"

FAULTS: list[tuple[Edit, str]] = [
    (replaced(FILE, "pictogram: stop", "pictogram: padlock"), "S309"),
    (replaced(FILE, 'bands: ["10-12"]', 'bands: ["10-13"]'), "S309"),
    (replaced(FILE, "helplines: [h1]", "helplines: [h9]"), "S309"),
    (replaced(FILE, "id: call", "id: stop"), "S118"),
    (replaced(FILE, 'en: "Stop. Do not answer"', 'en: ""'), "S109"),
    (replaced(FILE, 'km: "ឈប់សិន កុំឆ្លើយ", ', ""), "S109"),
    (replaced(FILE, "    pictogram: stop\n", "    pictogram: stop\n    colour: red\n"), "S117"),
    (replaced(FILE, "cites: [craft]", "cites: []"), "C102"),
    (replaced(FILE, "cites: [craft]", "cites: [nothing-known]"), "C101"),
    (replaced(FILE, "more: /help/#urgent", "more: /nowhere/"), "S315"),
    (replaced(FILE, "more: /help/#urgent", "more: /help/#nowhere"), "S316"),
    (replaced(FILE, "more: /help/#urgent", "more: https://example.org/"), "S315"),
    (replaced(FILE, "You need not pay.", "You need not be careless."), "T102"),
    (replaced(FILE, "You need not pay.", "No stranger danger."), "T101"),
    (replaced(FILE, "You need not pay.", "Call 1280."), "H101"),
    (replaced(FILE, "You need not pay.", "You <b>need</b> not pay."), "X106"),
    (replaced(FILE, "You need not pay.", "You need not pay 5 times."), "P209"),
    (replaced(FILE, "ឈប់សិន កុំឆ្លើយ", "ឆ្លើយសិន"), "P213"),
    (replaced(FILE, "ឈប់សិន", "ឲ្យឈប់"), "L205"),
    (replaced(FILE, "មិនបាច់បង់លុយទេ។", "មិនបាច់បង់លុយទេ."), "L208"),
]


def test_the_small_root_has_nothing_wrong(content: Path) -> None:
    assert check(content).findings == ()


@pytest.mark.parametrize(("edit", "code"), FAULTS, ids=lambda value: str(value)[:9])
def test_each_fault_is_found_in_its_line(content: Path, edit: Edit, code: str) -> None:
    edit(content)
    finding = found(content, code)
    assert finding.path == f"content/{FILE}"
    assert finding.line > 1


def test_the_sprite_has_what_may_be_named() -> None:
    root = ElementTree.parse(ROOT / "docs/pictograms.svg").getroot()
    assert {symbol.get("id") for symbol in root} == DRAWINGS
    assert not {name for name in DRAWINGS if re.search("lock$|chain|link", name)} - {
        "block",
        "clock",
    }


def test_the_real_ones_are_twelve_and_short() -> None:
    actions = read_library(ROOT / "content", AS_OF).library.actions
    assert len(actions) == 12
    assert len({action.pictogram for action in actions}) == 12
    for action in actions:
        assert 3 <= len(action.title.en.split()) <= 6, action.id
        for lang in Language:
            assert action.title[lang][-1] not in ".។", action.id
    for band in ("6-9", "10-12", "13-15", "16-17"):
        assert 4 <= sum(band in action.bands for action in actions) <= 6, band
