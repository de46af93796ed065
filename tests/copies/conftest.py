"""One real build of the website for all copies; each copy is made from it where it is tested."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from karpear.build import check_content, make_site
from karpear.copies import Source
from karpear.copies.offline import offline_files
from karpear.copies.source import BOTH
from karpear.editions import EDITIONS
from karpear.findings import as_text
from karpear.model import Language
from karpear.project import Project, build_epoch

ROOT = Path(__file__).parent.parent.parent
WEBSITE = tuple(name for name in EDITIONS if name != "prints")
URL = "https://karpear.example/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the real build or a browser."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The real content, built as a website without any copy."""
    folder = tmp_path_factory.mktemp("copies")
    project = Project(
        root=ROOT, content=ROOT / "content", work=folder / "build", output=folder / "site"
    )
    library = check_content(project.content).library
    found = make_site(project, library, WEBSITE)
    assert not found, as_text(found)
    return Source(library=library, site=project.built, site_url=URL, epoch=build_epoch(library))


@pytest.fixture(scope="session")
def folders(source: Source, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The offline folders of both kinds as a reader unpacks them."""
    root = tmp_path_factory.mktemp("unpacked")
    for langs in ((Language.KM,), (Language.EN,), BOTH):
        write(root, offline_files(source, langs))
    return {path.name.removesuffix("-karpear"): path for path in sorted(root.iterdir())}


def write(root: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Watch:
    """What a tab asked for and what went wrong in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.asked: list[str] = []
        self.wrong: list[str] = []
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("requestfailed", self._failed)
        context.on("console", lambda message: self._said(message.type, message.text))
        context.on("weberror", lambda problem: self.wrong.append(str(problem.error)))

    def _failed(self, request: Request) -> None:
        """Chromium gives up an icon that is still on its way when the next page is opened."""
        problem = f"{request.url} {request.failure}"
        if not problem.endswith("/favicon.svg net::ERR_ABORTED"):
            self.wrong.append(problem)

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.wrong.append(text)

    @property
    def left(self) -> list[str]:
        """Requests that left the device."""
        return [url for url in self.asked if not url.startswith(("file:", "data:", "about:"))]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone without any network."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, offline=True)
    yield context
    context.close()


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    return Watch(context)


@pytest.fixture
def tab(context: BrowserContext, watch: Watch) -> Page:
    return context.new_page()


def has_font(tab: Page) -> bool:
    """Can the page show Khmer with the font it brings itself?"""
    return bool(
        tab.evaluate("document.fonts.load('18px \"Karpear Khmer\"', 'ក').then(f => f.length > 0)")
    )
