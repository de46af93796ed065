"""The folder in Chromium, from files, with the network off; and what is and is not in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from karpear.addresses import Reach, Site, target_of
from karpear.copies import Source
from karpear.copies.archive import zip_bytes
from karpear.copies.offline import make_offline
from karpear.crawl_read import Kind as FileKind
from karpear.crawl_read import read_document
from karpear.manifest import verify
from karpear.model import Language
from karpear.search import Corpus, make_index, search
from tests.copies.conftest import URL, Watch, has_font
from tests.search.conftest import QUERIES
from tests.site.test_search import ASK

LANGS = ("km", "en", "km-en")


def pages_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_opens_without_network(
    lang: str, folders: dict[str, Path], tab: Page, watch: Watch
) -> None:
    for page in pages_of(folders[lang]):
        tab.goto(page.as_uri())
        assert tab.locator("h1").count() == 1, page
    assert watch.left == []
    assert watch.wrong == []
    tab.goto((folders[lang] / "index.html").as_uri())
    assert tab.locator("html").get_attribute("lang") == lang[:2]
    assert has_font(tab)


@pytest.mark.parametrize("lang", LANGS)
def test_links_name_files_that_are_there(lang: str, folders: dict[str, Path]) -> None:
    folder, site = folders[lang], Site.at("https://nowhere.invalid/")
    documents = {
        path.relative_to(folder).as_posix(): read_document(
            "x/y.html", FileKind.LOOSE, path.read_text()
        )
        for path in pages_of(folder)
    }
    for path, document in documents.items():
        for reference in document.references:
            target = target_of(reference.value, path, site)
            assert target.reach in (Reach.INSIDE, Reach.APP, Reach.ELSEWHERE), reference
            assert not reference.value.startswith(URL), (path, reference)
            if target.reach is Reach.ELSEWHERE:
                assert not reference.fetched
                continue
            if target.reach is Reach.INSIDE:
                assert (folder / target.path).is_file(), (path, reference)
                aim = documents.get(target.path)
                assert not target.fragment or aim is None or target.fragment in aim.ids, reference
                assert not reference.value.partition("#")[0].endswith("/"), (path, reference)
        assert not document.canonical
        assert not document.alternates


def test_drawings_are_seen(folders: dict[str, Path], tab: Page) -> None:
    tab.goto((folders["km"] / "index.html").as_uri())
    box = tab.locator(".k-doors use").first.bounding_box()
    assert box
    assert box["width"] > 20
    assert box["height"] > 20


@pytest.mark.parametrize("lang", ["km", "en", "km-en/km", "km-en/en"])
def test_search_finds_what_python_finds(
    lang: str, source: Source, folders: dict[str, Path], tab: Page, watch: Watch
) -> None:
    """The browser over http finds the same as Python (tests/site/test_search.py)."""
    copy, _, lang = lang.rpartition("/")
    root = folders[copy or lang]
    corpus = Corpus.of(make_index(source.library, Language(lang)))
    questions = [query.q for query in QUERIES if query.lang == lang]
    tab.goto((root / ("en" if lang == "en" else "") / "search/index.html").as_uri())
    tab.locator("#q").focus()
    tab.wait_for_selector("#search[data-stage=full]")
    for question, urls in zip(questions, tab.evaluate(ASK, questions), strict=True):
        paths = [unquote(url).removeprefix(root.as_uri()).replace("index.html", "") for url in urls]
        wanted = search(corpus, question)
        assert paths == [f"{r.url}{'#' * bool(r.anchor)}{r.anchor}" for r in wanted], question
        for url in urls:
            assert Path(unquote(url.removeprefix("file://").partition("#")[0])).is_file()
    assert watch.left == []
    assert watch.wrong == []


def test_leaving_opens_the_copys_own_page(
    folders: dict[str, Path], tab: Page, watch: Watch
) -> None:
    start = folders["km"] / "help/threatened/index.html"
    tab.goto("about:blank")
    tab.goto(start.as_uri())
    tab.click("#exit")
    tab.wait_for_url("**/numbers.html")
    assert tab.title() == "1 2 3"
    tab.go_back()
    assert tab.url == "about:blank"
    assert watch.left == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_copy_says_of_when_it_is(lang: str, folders: dict[str, Path]) -> None:
    folder = folders[lang]
    for page in pages_of(folder):
        if page.name in ("numbers.html",):
            continue
        text = page.read_text("utf-8")
        assert "0.1.0" in text or "០.១.០" in text, page
        assert URL in text, page
    start = (folder / "START-HERE.html").read_text("utf-8")
    assert "សូមចាប់ផ្តើមនៅទីនេះ" in start
    assert "Start here" in start
    assert not re.search("[\u1780-\u17d3][.]", start), "a Latin full stop after Khmer"
    rachel = (folder / "rachel-index.php").read_text("utf-8")
    assert set(re.findall(r"\$dir \?>/([^\"]+)\"", rachel)) >= {"index.html"}


@pytest.mark.parametrize("lang", LANGS)
def test_sha256sum_and_karpear_agree(lang: str, folders: dict[str, Path]) -> None:
    folder = folders[lang]
    subprocess.run(["sha256sum", "--quiet", "-c", "MANIFEST.sha256"], cwd=folder, check=True)
    assert list(verify(folder)) == []


def test_small_and_the_same_again(source: Source) -> None:
    first = {made.path: made.data for made in make_offline(source)}
    again = {made.path: made.data for made in make_offline(source)}
    assert first == again
    assert all(len(data) <= 5_000_000 for data in first.values())
    assert zip_bytes({"a": b"1"}, 0) == zip_bytes({"a": b"1"}, 0)
