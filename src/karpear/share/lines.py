"""Words in a box: where lines break, and how large the letters may be. No drawing here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import ImageFont

from karpear import fonts, khmer

ZWSP = "\u200b"
_PIECES = re.compile(f"[ {ZWSP}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines that fit: their letters' size, and the distance from one to the next."""

    lines: tuple[str, ...]
    size: int
    step: int


class TooLong(ValueError):
    """A text that does not fit its box at the smallest size; ``args`` names it."""


@lru_cache(maxsize=64)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Noto Sans Khmer, which has Latin letters, too."""
    data = BytesIO(fonts.variable_font_bytes())
    found = ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.RAQM)
    found.set_variation_by_axes([weight, 100])
    return found


def fit(text: str, box: tuple[int, int], sizes: range, weight: int, spread: float) -> Lines:
    """The largest of ``sizes`` (descending) at which ``text`` fits ``box``, or TooLong."""
    for size in sizes:
        lines = tuple(wrap(text, box[0], font(size, weight)))
        step = round(size * spread)
        widest = max(font(size, weight).getlength(line) for line in lines)
        if widest <= box[0] and len(lines) * step <= box[1]:
            return Lines(lines=lines, size=size, step=step)
    raise TooLong(text)


def wrap(text: str, width: int, face: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Lines no wider than ``width`` where words allow it; Khmer breaks between words only."""
    line = ""
    for piece, gap in _pieces(khmer.with_breaks(text)):
        longer = line + gap + piece if line else piece
        if line and face.getlength(longer) > width:
            yield line
            longer = piece
        line = longer
    yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Words with what stands before them on one line: a space or nothing."""
    end, gap = 0, ""
    for match in _PIECES.finditer(text):
        yield text[end : match.start()], gap
        end, gap = match.end(), match[0].strip(ZWSP)
    yield text[end:], gap
