"""``downloads/print/…``: the printed editions, made before the pages, put into the site here."""

from __future__ import annotations

import shutil
from pathlib import Path

from karpear.model import Library


def write_prints(library: Library, site: Path, site_url: str) -> None:
    """Copy each finished file, and the picture of its first page, to its place."""
    for artifact in library.artifacts:
        if artifact.format == "pdf":
            _copy(artifact.source, site / artifact.path)
            if artifact.picture and artifact.picture_source:
                _copy(artifact.picture_source, site / artifact.picture)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
