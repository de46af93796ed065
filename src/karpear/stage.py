"""The staged tree: pages and assets as real files, because the engine's plug-ins drop anything
else (architecture.md, 3). Only what changed is written, and left-overs are removed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from karpear import fonts
from karpear.pages import StagedPage
from karpear.project import Project


def stage(project: Project, pages: Iterable[StagedPage], added: Iterable[str]) -> int:
    """Write pages, ``docs/`` assets, what content adds (addresses) and fonts below the staged tree.

    Returns how many files changed. Raises OSError when the disk refuses.
    """
    wanted: set[Path] = set()
    changed = 0
    for page in pages:
        target = project.pages / page.path
        wanted.add(target)
        changed += write_changed(target, page.text.encode())
    for source, target in _assets(project, added):
        wanted.add(target)
        changed += write_changed(target, source.read_bytes())
    for font in _fonts(project):
        target = project.pages / "fonts" / font.name
        wanted.add(target)
        changed += write_changed(target, font.read_bytes())
    return changed + _remove_others(project.pages, wanted)


def _fonts(project: Project) -> list[Path]:
    """The subset fonts, made once for each state of the font and of the code that cuts it."""
    made = Path(fonts.__file__).read_bytes() + fonts.variable_font_bytes()
    cache = project.work / "fonts" / hashlib.sha256(made).hexdigest()[:16]
    if not cache.is_dir():
        unfinished = cache.with_suffix(".part")
        fonts.write_fonts(unfinished)
        unfinished.rename(cache)
    return sorted(cache.iterdir())


def write_changed(target: Path, data: bytes) -> bool:
    """Write a file unless it holds exactly this already; tells whether it wrote."""
    try:
        if target.read_bytes() == data:
            return False
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return True


def _assets(project: Project, added: Iterable[str]) -> Iterator[tuple[Path, Path]]:
    docs = project.root / "docs"
    for folder, _folders, names in os.walk(docs):
        for name in sorted(names):
            source = Path(folder) / name
            if not source.is_symlink():
                yield source, project.pages / source.relative_to(docs)
    for address in added:
        folder = "" if address.startswith("/audio/") else "shared"
        yield project.content / folder / address[1:], project.pages / address[1:]


def _remove_others(root: Path, wanted: set[Path]) -> int:
    """Remove files of an earlier staging, and folders that became empty."""
    removed = 0
    for folder, _folders, names in os.walk(root, topdown=False):
        for name in names:
            path = Path(folder) / name
            if path not in wanted:
                path.unlink()
                removed += 1
        if not os.listdir(folder) and Path(folder) != root:
            os.rmdir(folder)
    return removed
