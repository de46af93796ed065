"""Where things lie: the four folders of one build, found from the folder of ``mkdocs.yml``."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from karpear.model import Library


class NoProject(Exception):
    """There is no ``mkdocs.yml`` here or above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """``root`` holds mkdocs.yml, docs/ and overrides/; ``work`` is scratch, ``output`` the site."""

    root: Path
    content: Path
    work: Path
    output: Path

    @property
    def pages(self) -> Path:
        """The staged tree."""
        return self.work / "pages"

    @property
    def built(self) -> Path:
        """What the engine makes of it."""
        return self.work / "site"


def find_project(
    content: Path | None = None, output: Path | None = None, work: Path | None = None
) -> Project:
    """The project around the current folder; paths given are taken as they are."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file():
            return Project(
                root=folder,
                content=(content or folder / "content").absolute(),
                work=(work or folder / "build").absolute(),
                output=(output or folder / "site").absolute(),
            )
    raise NoProject(f"no mkdocs.yml in {here} or above it")


def today() -> date:
    """The day ages are counted to: ``SOURCE_DATE_EPOCH`` when set, else the clock (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()


def build_epoch(library: Library) -> int:
    """Seconds of the build's date: ``SOURCE_DATE_EPOCH``, else the newest content date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return int(epoch)
    newest = library.newest()
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())
