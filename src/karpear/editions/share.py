"""``share/{km,en}/…png``: pictures for links that are shared, made anew only when they change."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from karpear import fonts
from karpear.model import Library
from karpear.rendering.words import Words
from karpear.share import SHAPES, Picture, draw, is_possible, picture_of, picture_path

_SYMBOL: Final = re.compile(r'<symbol id="(\w[\w-]*)"[^>]*>(.*?)</symbol>', re.DOTALL)


def write_share(library: Library, site: Path, site_url: str) -> None:
    """Write every picture once; nothing where Khmer cannot be shaped (B404 says so)."""
    if not is_possible():
        return
    drawings = dict(_SYMBOL.findall((site / "pictograms.svg").read_text("utf-8")))
    known = _state(drawings)
    wanted = {
        picture_path(page, shape): (picture_of(Words(library=library, lang=page.lang), page), shape)
        for page in library.pages
        for shape in SHAPES
    }
    cache = site.parent / "share"
    cache.mkdir(parents=True, exist_ok=True)
    used = set()
    for path, (picture, shape) in wanted.items():
        kept = _drawn(picture, shape, drawings, cache, known)
        used.add(kept)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(kept.read_bytes())
    for unused in set(cache.iterdir()) - used:
        unused.unlink()


def _drawn(
    picture: Picture, shape: str, drawings: Mapping[str, str], cache: Path, known: bytes
) -> Path:
    """From the cache when words, shape, font and code are the same."""
    name = hashlib.sha256(known + repr((picture, shape)).encode()).hexdigest()[:24]
    kept = cache / f"{name}.png"
    if not kept.is_file():
        draft = kept.with_suffix(".part")
        draft.write_bytes(draw(picture, shape, drawings))
        os.replace(draft, kept)
    return kept


def _state(drawings: Mapping[str, str]) -> bytes:
    """Everything but the words that a picture is made of."""
    code = sorted((Path(fonts.__file__).parent / "share").glob("*.py"))
    parts = [fonts.variable_font_bytes(), repr(sorted(drawings.items())).encode()]
    return hashlib.sha256(b"".join([*parts, *(path.read_bytes() for path in code)])).digest()
