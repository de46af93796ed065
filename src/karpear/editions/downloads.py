"""``downloads/manifest.json``: every artefact that can be fetched (contract.md, Addresses)."""

from __future__ import annotations

import json
from pathlib import Path

from karpear import __version__
from karpear.model import Artifact, Library
from karpear.opendata.envelope import helplines_checked
from karpear.shelf import find_rows


def write_downloads(library: Library, site: Path, site_url: str) -> None:
    """Write the manifest. ``helplines_checked`` is null until a named person has checked all."""
    data: dict[str, object] = {
        "version": __version__,
        "content_date": library.newest().isoformat(),
        "helplines_checked": helplines_checked(library),
        "artifacts": [*map(_row, library.artifacts), *find_rows(library, site)],
    }
    folder = site / "downloads"
    folder.mkdir(exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    (folder / "manifest.json").write_text(text + "\n", "utf-8")


def _row(artifact: Artifact) -> dict[str, object]:
    names = ("path", "format", "variant", "lang", "id", "title", "bytes", "sha256")
    return {name: getattr(artifact, name) for name in names}
