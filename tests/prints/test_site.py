"""The website with its prints: the manifest, the list, each page's own, and the budget of a page."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from karpear.build import build_project
from karpear.findings import as_text
from karpear.headers import cache_of
from karpear.model import Kind, Library
from karpear.project import Project
from tests.prints.conftest import Print
from tests.site.conftest import WITHOUT_PRINTS, serve
from tests.site.test_accessibility import TARGETS_TOO_SMALL, TEXT_LOST
from tests.site.test_pages import AXE, TAGS

MAX_FIRST_LOAD = 40_000
# Those of contract.md, and what open data and codes brought (CHANGELOG.md).
FORMATS = {"pdf", "html", "epub", "zim", "zip", "scorm", "cc", "kolibri", "png", "vcf", "json"}
FORMATS |= {"embed", "csv", "svg"}


@pytest.fixture(scope="module")
def site(prints: list[Print], project: Project) -> Path:
    """The website with its prints, which are there already."""
    found = build_project(project, only=(*WITHOUT_PRINTS, "prints"), allow_shrink=True)
    assert not found, as_text(found)
    return project.output


def test_the_manifest_names_every_file_with_its_digest(site: Path, prints: list[Print]) -> None:
    rows = json.loads((site / "downloads/manifest.json").read_text("utf-8"))["artifacts"]
    paper = {row["path"] for row in rows if row["path"].startswith("downloads/print/")}
    assert paper == {p.artifact.path for p in prints}
    keys = {"path", "format", "variant", "lang", "id", "title", "bytes", "sha256"}
    for row in rows:
        data = (site / row["path"]).read_bytes()
        assert set(row) == keys
        assert (len(data), hashlib.sha256(data).hexdigest()) == (row["bytes"], row["sha256"])
        assert row["format"] in FORMATS, row["path"]
        assert row["lang"] in ("", "km", "en", "km-en"), row["path"]
    left = {p.relative_to(site).as_posix() for p in (site / "downloads/print").iterdir()}
    assert left == paper


def test_names_of_childrens_and_help_files_say_nothing(prints: list[Print]) -> None:
    telling = re.compile("child|help|threat|pictur|sext|groom|abus|extort|csam|bull|tell|risk")
    named = [p.artifact.path for p in prints if telling.search(Path(p.artifact.path).name)]
    assert [path for path in named if "poster-help" not in path] == []


def test_every_page_of_a_print_links_it(site: Path, library: Library, prints: list[Print]) -> None:
    for page in library.pages:
        own = [p.artifact for p in prints if p.artifact.id == page.id and page.id]
        wanted = [a.path for a in own if str(page.lang) in a.languages]
        html = (site / page.url[1:] / "index.html").read_text("utf-8")
        found = re.findall(r'<a href="[^"]*?(downloads/print/[^"]+)" type="application/pdf"', html)
        if page.id != "print":
            assert found == wanted, page.url
        if page.kind in (Kind.MODULE, Kind.FLOW, Kind.TOPIC, Kind.RISK):
            assert wanted, page.url


@pytest.mark.parametrize("place", ["print", "en/print"])
def test_the_list_has_everything_of_its_language(
    site: Path, prints: list[Print], place: str
) -> None:
    lang = "en" if place.startswith("en") else "km"
    html = (site / place / "index.html").read_text("utf-8")
    wanted = {p.artifact.path for p in prints if lang in p.artifact.languages}
    assert set(re.findall(r'href="[./]*(downloads/print/[^"]+)"', html)) == wanted
    pictures = re.findall(
        r'<img src="[./]*(pictures/print/[^"]+)" alt="" [^>]*loading="lazy"', html
    )
    assert len(pictures) == html.count('class="k-print"')
    for picture in pictures:
        assert (site / picture).stat().st_size < 12_000
        assert cache_of(picture) == cache_of("pictures/x.webp")


def test_pages_with_their_prints_are_within_the_first_load_budget(site: Path) -> None:
    shared = sum(
        len(gzip.compress((site / name).read_bytes(), 9))
        for name in ("css/site.css", "scripts/site.js")
    )
    for path in site.rglob("index.html"):
        size = len(gzip.compress(path.read_bytes(), 9))
        assert size + shared <= MAX_FIRST_LOAD, f"{path}: {size + shared}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_links_to_prints_are_for_everybody(site: Path, browser: Browser, scheme: Any) -> None:
    """axe, size of targets and width, on the list and on pages that link their own prints."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    wrong: list[str] = []
    with serve(site) as url:
        for address in ("print/", "en/print/", "parents/6-9/", "en/help/meet/", "risks/contact/"):
            tab.goto(url + address)
            tab.evaluate("for (const e of document.querySelectorAll('details')) e.open = true")
            tab.evaluate(AXE.read_text("utf-8"))
            found = tab.evaluate("tags => axe.run({runOnly: tags})", [*TAGS, "best-practice"])
            wrong += [f"/{address}: {v['id']}" for v in found["violations"]]
            wrong += [f"/{address}: {place}" for place in tab.evaluate(TARGETS_TOO_SMALL)]
            wrong += [f"/{address}: {place}" for place in tab.evaluate(TEXT_LOST)]
    context.close()
    assert wrong == []
