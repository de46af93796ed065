"""The list on ``/copies/``: for whom each file is, ages in order, and no words of the other language."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from karpear.copies import Source
from karpear.copies.shelf import fill_shelf
from karpear.model import Artifact, Kind, Language

AGES = ["0-5", "6-9", "10-12", "13-15", "16-17"]


@pytest.fixture(scope="module")
def listed(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The two pages with a list of modules and the folder of the whole site."""
    here = replace(source, site=tmp_path_factory.mktemp("shelf"))
    for page in ("copies", "en/copies"):
        shutil.copytree(source.site / page, here.site / page)
    files = [
        _file("html", str(page.lang), page.id, page.title)
        for page in source.library.pages
        if page.kind in (Kind.MODULE, Kind.TOPIC)
    ]
    both = " · ".join(source.words(lang).ui("copy-offline-title") for lang in Language)
    fill_shelf(here, [*files, _file("zip", "km-en", "site", both)])
    return here


def _file(kind: str, lang: str, page: str, title: str) -> Artifact:
    path = f"downloads/{kind}/{page.replace('/', '-')}-{lang}.{kind}"
    return Artifact(
        path=path, format=kind, variant="", lang=lang, id=page, title=title, bytes=9_000,
        sha256="", source=Path(path),
    )  # fmt: skip


def _list(listed: Source, root: str) -> LexborHTMLParser:
    html = (listed.site / root / "copies/index.html").read_text("utf-8")
    found = LexborHTMLParser(html).css_first(".k-copies")
    assert found
    return LexborHTMLParser(found.html or "")


@pytest.mark.parametrize("root", ["", "en/"])
def test_each_file_stands_below_those_it_is_for(listed: Source, root: str) -> None:
    words = listed.words(Language.EN if root else Language.KM)
    headings = [one.text() for one in _list(listed, root).css("h3")]
    names = ("parents", "teachers", "children", "topics")
    assert headings == [words.ui(f"card-group-{name}") for name in names]


@pytest.mark.parametrize("root", ["", "en/"])
def test_ages_stand_in_order(listed: Source, root: str) -> None:
    links = [str(one.attributes["href"]) for one in _list(listed, root).css("a")]
    for name in ("parents", "teachers", "children"):
        own = [link for link in links if f"/{name}-" in link]
        assert [age for link in own for age in AGES if f"{name}-{age}-" in link] == AGES


@pytest.mark.parametrize(
    ("root", "said"),
    [("", "(ខ្មែរ និងអង់គ្លេស)"), ("en/", "for use without internet (Khmer and English)")],
)
def test_a_file_in_both_languages_says_so_in_one(listed: Source, root: str, said: str) -> None:
    (link,) = _list(listed, root).css("a[href$=zip]")
    assert link.text().endswith(said)
    assert ("internet" in link.text()) == bool(root)
