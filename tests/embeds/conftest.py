"""All cards without the engine, served with the headers that servers send, to hosts elsewhere."""

from __future__ import annotations

import functools
import http.server
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from karpear.editions.embeds import write_embeds
from karpear.embeds.names import has_card
from karpear.headers import headers_of
from karpear.load import read_library
from karpear.model import Library, Page
from tests.conftest import ROOT
from tests.site.conftest import serve

SITE = "https://karpear.example/"


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(ROOT / "content", date(2026, 11, 22)).library


@pytest.fixture(scope="session")
def carded(library: Library) -> list[Page]:
    return [page for page in library.pages if has_card(page)]


@pytest.fixture(scope="session")
def cards(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cards")
    shutil.copytree(ROOT / "docs", folder, dirs_exist_ok=True)
    write_embeds(library, folder, SITE)
    (folder / "404.html").write_text("<!doctype html><title>404</title>", "utf-8")
    return folder


class _WithHeaders(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def end_headers(self) -> None:
        path = self.path.lstrip("/")
        for name, value in headers_of(
            path + "index.html" * path.endswith("/"), secure=False
        ).items():
            self.send_header(name, value)
        super().end_headers()


class serve_as_published(serve):  # noqa: N801 - reads as a verb where it is used
    """As ``serve``, with every header of ``karpear.headers``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.server.RequestHandlerClass = functools.partial(_WithHeaders, directory=str(folder))  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoOrigins:
    """The cards at one origin, and a folder for pages of a host at another."""

    url: str
    host: str
    folder: Path

    def write(self, name: str, body: str) -> str:
        """A page of the host; its address."""
        html = f'<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>{name}</title>{body}'
        (self.folder / name).write_text(html, "utf-8")
        return self.host + name


@pytest.fixture(scope="session")
def origins(cards: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoOrigins]:
    folder = tmp_path_factory.mktemp("host")
    with serve_as_published(cards) as url, serve(folder) as host:
        (folder / "404.html").write_text("<!doctype html><title>404</title>", "utf-8")
        yield TwoOrigins(url=url, host=host.replace("127.0.0.1", "localhost"), folder=folder)
