"""One picture: the check, a pictogram, the title, the site's name, date and draft state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from karpear.model import Language, Page
from karpear.rendering.words import Words
from karpear.share.lines import Lines, fit, font
from karpear.share.names import SHAPES
from karpear.share.strokes import mask

PAPER: Final = (255, 251, 243)
INK: Final = (33, 28, 23)
SOFT: Final = (81, 71, 60)
HUES: Final = {
    "parents": (31, 90, 67),
    "teachers": (31, 47, 102),
    "risks": (107, 62, 18),
    "topics": (107, 62, 18),
}
PALM: Final = (31, 90, 67)
MARGIN, BAND = 80, 48
SIGN: Final = {"wide": 200, "square": 320}
_COLOURS: Final = 48
_TITLES = range(92, 43, -4)
_NOTES = range(34, 25, -2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that is drawn: ``sign`` is a pictogram's name."""

    name: str
    title: str
    note: str
    sign: str
    hue: tuple[int, int, int]
    is_khmer: bool


def picture_of(words: Words, page: Page) -> Picture:
    """What the picture of a page says; of a sheltered one it says the site's name alone."""
    name = "ការពារ Karpear"
    is_khmer = words.lang is Language.KM
    if page.is_sheltered or not page.id:
        title = words.ui("share-neutral")
        return Picture(name=name, title=title, note="", sign="lotus", hue=PALM, is_khmer=is_khmer)
    note = words.ui("source-date", date=words.date(page.updated))
    if page.is_draft:
        note = f"{words.ui('draft-title')} · {note}"
    part = page.id.partition("/")[0]
    return Picture(
        name=name,
        title=page.title,
        note=note,
        sign=_sign(page),
        hue=HUES.get(part, PALM),
        is_khmer=is_khmer,
    )


def _sign(page: Page) -> str:
    if page.audience:
        return str(page.audience)
    if page.id.startswith("risks/"):
        return page.id.rpartition("/")[2]
    return page.risks[0].partition("/")[0] if page.risks else "lotus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where each text goes; boxes are left, top, right, bottom."""

    title: Lines
    title_box: tuple[int, int, int, int]
    note: Lines
    note_box: tuple[int, int, int, int]


def plan(picture: Picture, shape: str) -> Plan:
    """Sizes and lines that fit the shape; raises TooLong when a title is too long for it."""
    width, height = SHAPES[shape]
    title_box = (MARGIN, BAND + 130, width - MARGIN, height - (190 if shape == "wide" else 390))
    note_box = (MARGIN, height - 150, width - MARGIN - SIGN[shape] - 40, height - 50)
    wide, high = title_box[2] - title_box[0], title_box[3] - title_box[1]
    title = fit(picture.title, (wide, high), _TITLES, 700, 1.6 if picture.is_khmer else 1.4)
    small = (note_box[2] - note_box[0], note_box[3] - note_box[1])
    note = fit(picture.note or " ", small, _NOTES, 400, 1.5)
    return Plan(title=title, title_box=title_box, note=note, note_box=note_box)


def draw(picture: Picture, shape: str, drawings: Mapping[str, str]) -> bytes:
    """The PNG; the same input gives the same bytes."""
    width, height = SHAPES[shape]
    image = Image.new("RGB", (width, height), PAPER)
    pen = ImageDraw.Draw(image)
    _check(pen, width, picture.hue)
    found = plan(picture, shape)
    pen.text((MARGIN, BAND + 40), picture.name, font=font(44, 700), fill=PALM)
    _text(pen, found.title, found.title_box, 700, picture.hue)
    _text(pen, found.note, found.note_box, 400, SOFT)
    if picture.sign in drawings:
        side = SIGN[shape]
        sign = mask(drawings[picture.sign], side)
        place = (width - MARGIN - side, height - side - 40)
        image.paste(Image.new("RGB", sign.size, picture.hue), place, sign)
    out = BytesIO()
    small = image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def _text(
    pen: ImageDraw.ImageDraw,
    lines: Lines,
    box: tuple[int, int, int, int],
    weight: int,
    colour: tuple[int, int, int],
) -> None:
    for number, line in enumerate(lines.lines):
        top = box[1] + number * lines.step
        pen.text((box[0], top), line, font=font(lines.size, weight), fill=colour)


def _check(pen: ImageDraw.ImageDraw, width: int, hue: tuple[int, int, int]) -> None:
    """The krama's check at the top: light where one stripe lies, dark where two cross."""
    light, dark = _mixed(hue, 0.42), _mixed(hue, 0.66)
    half = BAND // 2
    for left in range(0, width, BAND):
        pen.rectangle((left, 0, left + half - 1, BAND - 1), fill=light)
    for left in range(0, width, BAND):
        pen.rectangle((left + half, 0, left + BAND - 1, half - 1), fill=light)
        pen.rectangle((left, 0, left + half - 1, half - 1), fill=dark)


def _mixed(hue: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(hue, PAPER, strict=True))
    return red, green, blue
