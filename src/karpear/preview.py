"""A live preview: rebuilds when content, templates or overrides change, and serves the result.

It serves what was built, without publishing; an edit with findings keeps the last good pages and
tells the findings. MkDocs' own server is not used: it knows neither our content nor our checks.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from karpear.build import check_content, make_site
from karpear.engines.mkdocs import watched
from karpear.findings import Finding, has_errors
from karpear.pages.render import environment
from karpear.project import Project

POLL_SECONDS = 0.25


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without caching and with our own page for a missing address."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the command line tells findings only."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


class Preview:
    """Watches by polling modification times: a few hundred files, no further dependency."""

    def __init__(self, project: Project, port: int) -> None:
        self.project = project
        self.pages = 0
        project.built.mkdir(parents=True, exist_ok=True)
        handler = partial(_Handler, directory=str(project.built))
        self.server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self.stopped = threading.Event()

    def run(self) -> Iterator[tuple[Finding, ...]]:
        """Serve and rebuild until ``stop``; yields the findings of each rebuild."""
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        seen: dict[str, int] = {}
        try:
            while not self.stopped.is_set():
                now = _times(self.project)
                if now != seen:
                    seen = now
                    yield self.rebuild()
                self.stopped.wait(POLL_SECONDS)
        except KeyboardInterrupt:
            pass
        finally:
            self.server.shutdown()
            self.server.server_close()

    def rebuild(self) -> tuple[Finding, ...]:
        """Check and build once; with errors the pages served stay as they were."""
        environment.cache_clear()
        checked = check_content(self.project.content)
        self.pages = len(checked.library.pages)
        if has_errors(checked.findings):
            return checked.findings
        return (*checked.findings, *make_site(self.project, checked.library))

    def stop(self) -> None:
        """End ``run`` at its next look."""
        self.stopped.set()


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
