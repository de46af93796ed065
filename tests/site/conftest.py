"""One real build of the real content for the whole session, served on loopback to Chromium."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from karpear.build import build_project
from karpear.editions import EDITIONS
from karpear.findings import as_text
from karpear.load import read_library
from karpear.model import Library
from karpear.project import Project, today

ROOT = Path(__file__).parent.parent.parent


# Paper and pictures have tests of their own (tests/prints, tests/share), and take longer than all else.
WITHOUT_PRINTS = tuple(name for name in EDITIONS if name not in ("prints", "share"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the real build."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.slow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The published site, its library, and where it is served."""

    project: Project
    library: Library
    url: str

    @property
    def root(self) -> Path:
        return self.project.output

    def pages(self) -> list[str]:
        """The address of every page of both languages, without the leading slash."""
        return [page.url[1:] for page in self.library.pages]


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("site")
    content = ROOT / "content"
    return Project(root=ROOT, content=content, work=folder / "build", output=folder / "site")


@pytest.fixture(scope="session")
def site(project: Project) -> Iterator[Site]:
    found = build_project(project, only=WITHOUT_PRINTS)
    assert not found, as_text(found)
    with serve(project.output) as url:
        yield Site(project=project, library=read_library(project.content, today()).library, url=url)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static server that, as a real one, answers a missing address with our own page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


class serve:  # noqa: N801 - reads as a verb where it is used
    """``with serve(folder) as url``: a server on loopback for as long as the block lasts."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh tab of a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()
