"""Where things lie: the four folders of one build, found from the folder of ``mkdocs.yml``."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from karpear.model import Library

_CAMBODIA = timezone(timedelta(hours=7))
_ZIP_TIMES = range(315_532_800, 4_354_819_200)


class NoProject(Exception):
    """There is no ``mkdocs.yml`` here or above."""


class BadSetting(Exception):
    """A variable of the environment, or a line of ``mkdocs.yml``, that nothing can be made with."""

    def __init__(self, name: str, value: str, mend: str) -> None:
        super().__init__(f"{name} is {value!r}: {mend}")


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
    """The day ages are counted to: ``SOURCE_DATE_EPOCH`` when set, else the day in Cambodia,
    where who writes today's date at breakfast is ahead of UTC."""
    epoch = _set_epoch()
    moment = datetime.now(_CAMBODIA) if epoch is None else datetime.fromtimestamp(epoch, UTC)
    return moment.date()


def _set_epoch() -> int | None:
    """``SOURCE_DATE_EPOCH``, when set: a ZIP knows the years from 1980 to 2107."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if not text:
        return None
    if not re.fullmatch("[0-9]{9,10}", text) or int(text) not in _ZIP_TIMES:
        mend = "set it to seconds since 1970, such as 1795305600, or take it away"
        raise BadSetting("SOURCE_DATE_EPOCH", text, mend)
    return int(text)


def build_epoch(library: Library) -> int:
    """Seconds of the build's date: ``SOURCE_DATE_EPOCH``, else the newest content date."""
    epoch = _set_epoch()
    if epoch is not None:
        return epoch
    newest = library.newest()
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())
