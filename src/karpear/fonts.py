"""The site's own font: Noto Sans Khmer in two weights, cut down to what our pages can show.

One variable font comes with the hash-locked package ``fontpkg-noto-sans-khmer``. Nothing is
drawn or changed: an instance a weight, fewer characters, every feature that
shapes Khmer. Time stamps are the font's own, so that two builds give the same bytes.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEIGHTS: Final = (400, 700)
KHMER: Final = range(0x1780, 0x1800)
ASCII: Final = range(0x20, 0x7F)
MARKS: Final = "\u00a0«»“”‘’–—…·×\u200b\u200c\u200d\u25cc"
CHARACTERS: Final = frozenset({*KHMER, *ASCII, *map(ord, MARKS)})
KEPT_NAMES: Final = (0, 1, 2, 3, 4, 5, 6, 14)
_PACKAGE = files("fontpkg_noto_sans_khmer")


def write_fonts(out: Path) -> tuple[Path, ...]:
    """Write the woff2 files and their licence into ``out``; what is there already stays."""
    out.mkdir(parents=True, exist_ok=True)
    made = {f"noto-sans-khmer-{weight}.woff2": font_bytes(weight) for weight in WEIGHTS}
    made["OFL.txt"] = _PACKAGE.joinpath("LICENSE").read_bytes()
    return tuple(write_changed(out / name, data) for name, data in made.items())


@lru_cache(maxsize=len(WEIGHTS))
def font_bytes(weight: int) -> bytes:
    """One weight as woff2, with our characters alone."""
    font = instancer.instantiateVariableFont(_variable_font(), {"wght": weight, "wdth": 100})
    cutter = subset.Subsetter(_options())
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


@lru_cache(maxsize=len(WEIGHTS))
def print_font(weight: int) -> bytes:
    """One weight as a plain TrueType font with every character: paper has no second font."""
    font = instancer.instantiateVariableFont(
        _variable_font(), {"wght": weight, "wdth": 100}, updateFontNames=False
    )
    font["OS/2"].usWeightClass = weight
    _name_weight(font, "Bold" if weight > min(WEIGHTS) else "Regular")
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _name_weight(font: TTFont, style: str) -> None:
    """Name the instance, so that a family of two weights is found as one."""
    family = font["name"].getDebugName(1)
    names = {2: style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    is_bold = style == "Bold"
    font["head"].macStyle = int(is_bold)
    font["OS/2"].fsSelection = 0x20 if is_bold else 0x40


def variable_font_bytes() -> bytes:
    """The variable font as the package brings it."""
    return _PACKAGE.joinpath("files/NotoSansKhmer[wdth,wght].ttf").read_bytes()


def _variable_font() -> TTFont:
    data = BytesIO(variable_font_bytes())
    return TTFont(data, recalcTimestamp=False, lazy=False)


def _options() -> subset.Options:
    options = subset.Options()
    options.name_IDs = list(KEPT_NAMES)
    options.hinting = False
    options.recalc_timestamp = False
    return options


def write_changed(path: Path, data: bytes) -> Path:
    """Write in one step, and only what differs, so that a preview does not start anew."""
    if not path.is_file() or path.read_bytes() != data:
        draft = path.with_name(path.name + ".part")
        draft.write_bytes(data)
        os.replace(draft, path)
    return path
