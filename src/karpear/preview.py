"""A live preview: follows edits of content, templates and overrides within a moment.

It serves what was built, without publishing. The pages an editor is looking at, and those that
changed, are built first; then the rest, when more than they changed. Findings of the checks are
told after the pages are there: an edited source makes its translation stale, and an editor wants
to see the words all the same. Files that cannot be read keep the last good pages. It works in a
folder of its own: what it shows is unchecked, and no build may ever publish it.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from karpear.build import make_site, theme_data
from karpear.checks import run_checks
from karpear.editions import EDITIONS
from karpear.engines.mkdocs import EngineFailed, build_site, watched, write_config
from karpear.findings import Finding, has_errors
from karpear.load import read_library
from karpear.model import Language, Library, Page
from karpear.model.interface import MissingWord
from karpear.pages import make_page, staged_path
from karpear.project import Project, build_epoch, today
from karpear.rendering.templates import environment
from karpear.stage import write_changed

POLL_SECONDS = 0.2
_MAIN = re.compile(r"(<main[^>]*>).*</main>", re.DOTALL)
LOOKED_AT = 3

# Paper takes minutes, pictures half of one.
PREVIEWED = tuple(name for name in EDITIONS if name not in ("prints", "share"))


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without caching, and remembers which pages were asked for."""

    def __init__(self, *arguments: object, asked: deque[str], directory: str) -> None:
        self.asked = asked
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path.endswith("/") and self.path not in self.asked:
            self.asked.append(self.path)
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the command line tells findings only."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class Preview:
    """Watches by polling modification times: a few hundred files, no further dependency."""

    def __init__(self, project: Project, port: int) -> None:
        self.project = project = replace(project, work=project.work / "preview")
        self.pages = 0
        self.asked: deque[str] = deque(maxlen=LOOKED_AT)
        self.before: Library | None = None
        project.built.mkdir(parents=True, exist_ok=True)
        handler = partial(_Handler, asked=self.asked, directory=str(project.built))
        self.server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self.stopped = threading.Event()

    def run(self) -> Generator[tuple[Finding, ...], None, None]:
        """Serve and rebuild until ``stop``; yields the findings of each rebuild."""
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        seen: dict[str, int] = {}
        try:
            while not self.stopped.is_set():
                now = _times(self.project)
                if now != seen:
                    changed = {path for path in now if now[path] != seen.get(path)} | set(
                        seen
                    ) - set(now)
                    seen = now
                    yield self.rebuild(changed)
                self.stopped.wait(POLL_SECONDS)
        except KeyboardInterrupt:
            pass
        finally:
            self.server.shutdown()
            self.server.server_close()

    def rebuild(self, changed: set[str]) -> tuple[Finding, ...]:
        """Build what changed and tell the findings; ``changed`` are absolute paths."""
        environment.cache_clear()
        loaded = read_library(self.project.content, today())
        self.pages = len(loaded.library.pages)
        if has_errors(loaded.findings):
            return loaded.findings
        found = self._build(loaded.library, changed)
        self.before = loaded.library
        return tuple(sorted({*loaded.findings, *found, *run_checks(loaded.library)}))

    def _build(self, library: Library, changed: set[str]) -> tuple[Finding, ...]:
        """First the pages that changed or are looked at, then the rest if it may differ."""
        if self.before is None:
            return make_site(self.project, library, PREVIEWED)
        before = {(page.id, page.lang): page for page in self.before.pages}
        edited = {p.id for p in library.pages if before.get((p.id, p.lang)) != p}
        shown = {page.id for page in library.pages if page.url in self.asked}
        only_words = all(path.endswith(".md") for path in changed)
        try:
            build_some(self.project, library, edited | shown)
        except (EngineFailed, MissingWord):
            only_words = False
        is_same_site = {p.id for p in library.pages} == {p.id for p in self.before.pages}
        return () if only_words and is_same_site else make_site(self.project, library, PREVIEWED)

    def stop(self) -> None:
        """End ``run`` at its next look."""
        self.stopped.set()


def build_some(project: Project, library: Library, ids: set[str]) -> None:
    """Build a few pages of both languages and put them over the built site."""
    pages = [page for page in library.pages if page.id in ids]
    if not pages:
        return
    splice(project, library, pages)
    quick = replace(project, work=project.work / "quick")
    shutil.rmtree(quick.pages, ignore_errors=True)
    for page in pages:
        staged = make_page(library, page)
        write_changed(quick.pages / staged.path, staged.text.encode())
    nav = [staged_path(page).partition("/")[2] for page in pages if page.lang is Language.KM]
    build_site(write_config(quick, theme_data(library, PREVIEWED), nav), build_epoch(library))
    for page in pages:
        name = Path(page.url.strip("/")) / "index.html"
        write_changed(project.built / name, (quick.built / name).read_bytes())


def splice(project: Project, library: Library, pages: list[Page]) -> None:
    """Put new bodies into the built pages at once, before the engine makes them anew: the frame
    of a page changes seldom, its words at every edit."""
    for page in pages:
        path = project.built / page.url.strip("/") / "index.html"
        if path.is_file():
            body = make_page(library, page).text.split("\n---\n", 1)[1].strip()
            html = path.read_text("utf-8")
            new = _MAIN.sub(lambda found, body=body: f"{found[1]}\n{body}\n</main>", html)  # type: ignore[misc]
            write_changed(path, new.encode())


def _times(project: Project) -> dict[str, int]:
    """Modification times of everything a page is made of."""
    return {str(path): path.stat().st_mtime_ns for path in _files(project)}


def _files(project: Project) -> Iterator[Path]:
    for place in watched(project):
        if place.is_file():
            yield place
        for folder, _folders, names in os.walk(place):
            for name in names:
                path = Path(folder) / name
                if path.is_file() and not name.startswith("."):
                    yield path
