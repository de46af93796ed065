"""``downloads/manifest.json``: every artefact that can be fetched (contract.md, Addresses)."""

from __future__ import annotations

import json
from pathlib import Path

from karpear import __version__
from karpear.model import Artifact, Library


def write_downloads(library: Library, site: Path, site_url: str) -> None:
    """Write the manifest. ``helplines_checked`` is null until a named person has checked all."""
    shown = [line.verified for line in library.helplines if line.is_shown and line.audiences]
    days = [verified.on for verified in shown if verified]
    checked = min(days).isoformat() if shown and len(days) == len(shown) else None
    data: dict[str, object] = {
        "version": __version__,
        "content_date": library.newest().isoformat(),
        "helplines_checked": checked,
        "artifacts": [_row(artifact) for artifact in library.artifacts],
    }
    folder = site / "downloads"
    folder.mkdir(exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=2)
    (folder / "manifest.json").write_text(text + "\n", "utf-8")


def _row(artifact: Artifact) -> dict[str, object]:
    names = ("path", "format", "variant", "lang", "id", "title", "bytes", "sha256")
    return {name: getattr(artifact, name) for name in names}
