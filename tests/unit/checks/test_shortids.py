"""Permanent short ids: what was printed leads somewhere for ever, and any change of it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import AS_OF, check, codes, found, replaced, written

from karpear.editions.short import write_short
from karpear.findings import Severity
from karpear.load import read_library
from karpear.model import Language
from karpear.model.shortids import ALPHABET, make_short_id

FILE = "shared/shortids.yml"
KM = make_short_id("parents/10-12", Language.KM)
ROW = f'  - {{id: "{KM}", lang: km, page: "parents/10-12"}}\n'


def test_the_small_root_has_no_finding(content: Path) -> None:
    assert codes(content) == []


def test_ids_are_short_ascii_and_differ_by_language() -> None:
    ids = [make_short_id("help/meet", lang) for lang in Language]
    assert len(set(ids)) == 2
    assert all(len(short) == 4 and set(short) <= set(ALPHABET) for short in ids)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (ROW, "", {"S127", "S131"}),
        (ROW, ROW + ROW, {"S128", "S131"}),
        (f'"{KM}"', '"zzzz"', {"S129"}),
        ('km, page: "parents/10-12"', 'km, page: "parents/gone"', {"S127", "S129", "S130"}),
        ('assigned: "6"', 'assigned: "7"', {"S131"}),
        ('assigned: "6"', 'assigned: "many"', {"S116", "S131"}),
    ],
)
def test_what_was_printed_may_not_change(
    content: Path, old: str, new: str, wanted: set[str]
) -> None:
    replaced(FILE, old, new)(content)
    assert set(codes(content)) == wanted


def test_the_finding_names_the_line_to_add(content: Path) -> None:
    replaced(FILE, ROW, "")(content)
    assert ROW.strip() in found(content, "S127").mend


def test_a_new_page_has_its_id_before_it_is_written_down(content: Path) -> None:
    """The one that the finding names, so that what is built today and tomorrow says the same."""
    replaced(FILE, ROW, "")(content)
    replaced(FILE, 'assigned: "6"', 'assigned: "5"')(content)
    assert codes(content) == ["S127"]
    assert found(content, "S127").severity is Severity.WARNING
    library = read_library(content, AS_OF).library
    page = library.page("parents/10-12", Language.KM)
    assert page is not None
    assert library.short_id(page) == KM


def test_a_derived_id_is_nobody_elses(content: Path) -> None:
    """An id that other paper already bears goes to that paper's page, in whatever order."""
    taken = f'  - {{id: "{KM}", lang: km, page: "help", first: "parents/10-12"}}\n'
    replaced(FILE, ROW, taken)(content)
    ids = [row.id for row in read_library(content, AS_OF).library.short_ids]
    assert len(ids) == len(set(ids)) == 7


@pytest.mark.parametrize("name", ["actions", "audio", "shortids", "packs", "agreement"])
def test_a_site_of_few_pages_may_go_without(content: Path, name: str) -> None:
    (content / f"shared/{name}.yml").unlink()
    checked = check(content)
    assert "S132" in codes(content)
    assert {finding.severity for finding in checked.findings} == {Severity.WARNING}


def test_a_page_that_moved_keeps_its_id(content: Path) -> None:
    """And a new page at the old address gets another one, made from the address and a number."""
    moved = f'  - {{id: "{KM}", lang: km, page: "help", first: "parents/10-12"}}\n'
    replaced(FILE, ROW, moved)(content)
    second = make_short_id("parents/10-12#2", Language.KM)
    assert second != KM
    assert second in found(content, "S127").mend
    added = f'  - {{id: "{second}", lang: km, page: "parents/10-12", first: "parents/10-12#2"}}\n'
    replaced(FILE, moved, moved + added)(content)
    replaced(FILE, 'assigned: "6"', 'assigned: "7"')(content)
    assert codes(content) == []


@pytest.mark.parametrize(
    ("page", "wanted"),
    [("parents/10-12", []), ("parents/99", ["S309"]), ("help", ["S309"])],
    ids=["a module", "no page", "no page on paper"],
)
def test_a_pack_names_pages_that_can_be_printed(
    content: Path, page: str, wanted: list[str]
) -> None:
    pack = f'packs:\n  - {{id: a, title: {{km: "ក", en: "a"}}, pages: [{page}]}}\n'
    written("shared/packs.yml", pack)(content)
    assert codes(content) == wanted


def test_the_page_leads_on_without_a_script_and_says_nothing(content: Path, tmp_path: Path) -> None:
    library = read_library(content, AS_OF).library
    write_short(library, tmp_path, "https://karpear.example/")
    text = (tmp_path / "k" / KM / "index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../parents/10-12/">' in text
    assert '<a href="../../parents/10-12/">' in text
    assert '<link rel="canonical" href="https://karpear.example/parents/10-12/">' in text
    assert 'content="noindex"' in text
    assert "<title>ការពារ</title>" in text
    assert '<html lang="km">' in text
    assert "default-src &#x27;none&#x27;" in text
    assert "script" not in text
    english = make_short_id("parents/10-12", Language.EN)
    assert "../../en/parents/10-12/" in (tmp_path / "k" / english / "index.html").read_text("utf-8")
