"""Open data says what the library says, is valid by its own schema, and is read by others."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import feedparser
import pytest
import vobject
from jsonschema import Draft202012Validator

from karpear.coverage import measure
from karpear.editions.opendata import write_opendata
from karpear.model import Kind, Language, Library, Review, Verified
from karpear.opendata import DATASETS
from karpear.opendata.contacts import folded, helplines_vcf
from karpear.opendata.envelope import envelope
from karpear.opendata.feed import make_feed
from karpear.opendata.markup import make_markup
from karpear.opendata.tables import BOM, glossary_csv, helplines_csv, safe
from tests.opendata.conftest import SITE


@pytest.fixture(scope="module")
def written(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_opendata(library, folder, SITE)
    return folder


def read(written: Path, name: str) -> Any:
    return json.loads((written / "api/v1" / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", DATASETS)
def test_data_is_valid_by_its_schema(written: Path, library: Library, name: str) -> None:
    schema = read(written, f"schema/{name}")
    Draft202012Validator.check_schema(schema)
    data = read(written, name)
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [f"{e.json_path}: {e.message}" for e in checker.iter_errors(data)][:5] == []
    assert data["$schema"] == schema["$id"] == f"{SITE}api/v1/schema/{name}.json"
    assert data["draft"] is any(not page.review for page in library.pages)
    lines = [line for line in library.helplines if line.is_shown and line.audiences]
    assert (data["helplines_checked"] is None) == any(line.verified is None for line in lines)


def test_the_head_says_when_all_is_reviewed_and_checked(library: Library) -> None:
    day = date(2026, 12, 1)
    review = Review(by="Sok Dara", role="lawyer", on=day)
    pages = [replace(page, review=(review,)) for page in library.pages]
    lines = [
        replace(line, verified=Verified(on=day + timedelta(days=n), by="Sok Dara", method="call"))
        for n, line in enumerate(library.helplines)
    ]
    whole = replace(library, pages=tuple(pages), helplines=tuple(lines))
    head = envelope(whole, SITE, "helplines")
    assert head["draft"] is False
    first = next(line for line in lines if line.is_shown and line.audiences)
    assert head["helplines_checked"] == first.verified.on.isoformat()
    part = replace(whole, pages=(replace(pages[0], review=()), *pages[1:]))
    assert envelope(part, SITE, "helplines")["draft"] is True
    unchecked = replace(whole, helplines=(*lines, replace(first, id="other", verified=None)))
    assert envelope(unchecked, SITE, "helplines")["helplines_checked"] is None


@pytest.mark.parametrize("name", DATASETS)
def test_the_schema_knows_every_property(written: Path, name: str) -> None:
    """Nothing is published that the schema does not explain."""
    schema = read(written, f"schema/{name}")
    closed = json.loads(json.dumps(schema), object_hook=_closed)
    found = Draft202012Validator(closed).iter_errors(read(written, name))
    assert [f"{e.json_path}: {e.message}" for e in found][:5] == []


def _closed(part: dict[str, Any]) -> dict[str, Any]:
    return {**part, "additionalProperties": False} if "required" in part else part


def test_a_schema_refuses_what_is_wrong(written: Path) -> None:
    data = read(written, "helplines")
    data["helplines"][0]["numbers"][0]["tel"] = "tel:១២៨០"
    checker = Draft202012Validator(read(written, "schema/helplines"))
    assert not checker.is_valid(data)


def test_guidance_has_every_page_section_and_item(written: Path, library: Library) -> None:
    data = read(written, "guidance")
    assert len(data["pages"]) * 2 == len(library.pages)
    for row in data["pages"]:
        for lang in Language:
            page = library.page("" if row["id"] == "home" else row["id"], lang)
            assert page is not None
            text = row[str(lang)]
            assert text["url"] == SITE.rstrip("/") + page.url
            assert text["title"] == page.title
            assert [s["key"] for s in text["sections"]] == [s.key for s in page.sections]
            items = [i for s in text["sections"] for b in s["blocks"] for i in _items(b)]
            assert len(items) == sum(1 for s in page.sections for _ in s.items())
            assert all(set(i["grounds"]) <= set(data["grounds"]) for i in items)
            assert not [i["text"] for i in items if "[[" in i["text"] or "](" in i["text"]]


def _items(block: dict[str, Any]) -> list[dict[str, Any]]:
    return block.get("items") or [cell for row in block["rows"] for cell in row]


def test_a_helpline_in_a_sentence_has_its_number(written: Path) -> None:
    page = next(p for p in read(written, "guidance")["pages"] if p["id"] == "help")
    texts = [i["text"] for s in page["en"]["sections"] for b in s["blocks"] for i in _items(b)]
    assert any("Child Helpline 1280" in text for text in texts)


def test_helplines_are_those_of_the_register(written: Path, library: Library) -> None:
    rows = read(written, "helplines")["helplines"]
    shown = [line for line in library.helplines if line.is_shown]
    assert [row["id"] for row in rows] == [line.id for line in shown]
    assert [[n["tel"] for n in row["numbers"]] for row in rows] == [
        [f"tel:{n.dial}" for n in line.numbers] for line in shown
    ]


def test_glossary_is_public_and_holds_no_word_we_avoid(written: Path, library: Library) -> None:
    rows = read(written, "glossary")["terms"]
    assert {row["id"] for row in rows} == {term.id for term in library.terms if term.public}
    assert "avoid" not in rows[0]


def test_coverage_is_what_the_command_tells(written: Path, library: Library) -> None:
    data, found = read(written, "coverage"), measure(library)
    assert data["totals"]["modules"] == {"n": found.modules.n, "of": found.modules.of}
    assert len(data["cells"]) == len(found.cells)


@pytest.mark.parametrize("make", [glossary_csv, helplines_csv])
def test_tables_open_in_a_spreadsheet(make: Any, library: Library) -> None:
    text = make(library)
    assert text.startswith(BOM)
    assert text.count("\r\n") == text.count("\n")
    rows = list(csv.reader(StringIO(text.removeprefix(BOM))))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("cell", ["=1+1", "+855", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe("1280") == "1280"


@pytest.mark.parametrize("lang", Language)
def test_the_feed_is_read_by_a_reader(lang: Language, library: Library) -> None:
    found = feedparser.parse(make_feed(library, lang, SITE).encode())
    assert not found.bozo
    assert found.version == "atom10"
    pages = {SITE.rstrip("/") + page.url: page.title for page in library.in_language(lang)}
    assert {entry.link: entry.title for entry in found.entries} == pages
    assert len({entry.id for entry in found.entries}) == len(pages)
    moved = feedparser.parse(make_feed(library, lang, "https://elsewhere.example/x/").encode())
    assert [entry.id for entry in moved.entries] == [entry.id for entry in found.entries]


@pytest.mark.parametrize("lang", Language)
def test_contacts_are_read_by_a_telephone(lang: Language, library: Library) -> None:
    text = helplines_vcf(library, lang)
    cards = list(vobject.readComponents(text))
    assert len(cards) == sum(1 for line in library.helplines if line.is_shown and line.numbers and line.audiences)  # fmt: skip
    numbers = {number.dial for line in library.helplines for number in line.numbers}
    names = {line.title[lang] for line in library.helplines}
    for card in cards:
        assert card.version.value == "3.0"
        assert card.fn.value in names
        assert {tel.value for tel in card.contents["tel"]} <= numbers
        assert card.note.value
        assert not re.search("[\u1780-\u17d3][.]", card.note.value), "a Latin full stop after Khmer"
    assert max(len(row.encode()) for row in text.split("\r\n")) <= 75


def test_long_lines_are_folded_between_letters() -> None:
    row = "NOTE:" + "បណ្តាញជំនួយកុមារ " * 12
    assert folded(row).replace("\r\n ", "") == row


def test_search_engines_are_told_of_adult_pages_and_of_help_alone(library: Library) -> None:
    for page in library.pages:
        text = make_markup(library, page)
        assert "<" not in text
        if page.id == "help":
            assert '"telephone": "1280"' in text
        elif page.is_sheltered:
            assert text == ""
        elif page.kind in (Kind.MODULE, Kind.TOPIC, Kind.RISK):
            assert json.loads(text)["@type"] == "LearningResource"
            assert json.loads(text)["name"] == page.title


def test_two_writings_are_the_same_bytes(library: Library, written: Path, tmp_path: Path) -> None:
    write_opendata(library, tmp_path, SITE)
    for path in written.rglob("*.*"):
        if path.is_file():
            assert (tmp_path / path.relative_to(written)).read_bytes() == path.read_bytes()
