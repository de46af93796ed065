"""What can be fetched beside the pages: one row of ``downloads/manifest.json`` (contract.md)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A finished file. ``path`` is its place below the site's root, ``source`` where it lies now;
    ``id`` names the module or page it was made of, or ``site``. ``shelf`` and ``pages`` serve the
    list of prints; ``picture`` is the place of a small image of the first page, or empty."""

    path: str
    format: str
    variant: str
    lang: str
    id: str
    title: str
    bytes: int
    sha256: str
    source: Path
    shelf: str = ""
    pages: int = 0
    picture: str = ""
    picture_source: Path | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """``km``, ``en`` or both: ``lang`` of a file in both is ``km-en``; empty where words are
        of no language."""
        return tuple(part for part in self.lang.split("-") if part)
