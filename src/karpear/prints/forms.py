"""The shapes of paper: one row for each variant, in millimetres and points.

Sizes of letters are tried from the largest down until the print fits its sheets; Khmer is never set
below 8.5 points, and an A5 page is set for A5 (A4 made smaller cannot be read).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

PAPER, TINT, INK, GREY, EDGE = "#ffffff", "#f4ebdd", "#211c17", "#51473c", "#73634e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The one colour of a print. ``low`` is for photocopiers: black lines, nothing filled."""

    hue: str
    tint: str
    low: bool = False


INKS: Final = {
    "parents": Ink(hue="#1f5a43", tint="#e9efec"),
    "teachers": Ink(hue="#1f2f66", tint="#e9eaf0"),
    "children": Ink(hue="#6a2558", tint="#f0e9ee"),
    "help": Ink(hue="#8f1d2c", tint="#f4e8ea"),
    "risks": Ink(hue="#6b3e12", tint="#f0ece7"),
}
LOW_INK: Final = Ink(hue="#000000", tint="#ffffff", low=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A variant: sheet in millimetres, margins (top, side, bottom), sizes of letters to try
    and which to try first (0: the largest), columns, and how many pages it may fill (0: as many as
    it takes). ``dense`` sets a page closer; ``foot`` is full, small, poster or
    none."""

    variant: str
    width: float = 210
    height: float = 297
    margins: tuple[float, float, float] = (14, 15, 30)
    sizes: tuple[float, ...] = (10.5,)
    usual: float = 0
    columns: int = 1
    pages: int = 0
    low: bool = False
    foot: str = "full"
    dense: bool = False


A4: Final = Form(variant="a4", sizes=(11, 10.5, 10, 9.5), columns=2, pages=4)
LOW: Final = replace(A4, variant="low-ink", low=True)
A5: Final = Form(
    variant="a5",
    width=148,
    height=210,
    margins=(11, 12, 23),
    sizes=(10.5, 10),
    foot="small",
)
LARGE: Final = Form(variant="large", sizes=(18,), margins=(15, 18, 42))
BILINGUAL: Final = Form(variant="bilingual", sizes=(10.5,), margins=(14, 15, 30))
SHEET: Final = replace(
    A4, sizes=(11, 10.5, 10, 9.5, 9, 8.5), usual=9.5, pages=2, margins=(12, 12, 27), dense=True
)
SHEET_LOW: Final = replace(SHEET, variant="low-ink", low=True)
POSTER_A4: Final = Form(
    variant="a4-poster",
    sizes=(15, 14, 13, 12, 11, 10, 9),
    usual=12,
    margins=(12, 15, 48),
    pages=1,
    foot="poster",
)
POSTER_A3: Final = replace(
    POSTER_A4,
    variant="a3-poster",
    width=297,
    height=420,
    sizes=(21, 19.8, 18.4, 17, 15.6, 14.1, 12.7),
    usual=17,
    margins=(17, 21, 67),
)
POSTER_LOW: Final = replace(POSTER_A4, variant="a4-low-ink", low=True)
CARDS: Final = Form(variant="wallet", sizes=(9.6,), margins=(13.5, 20, 13.5), pages=1, foot="none")
CUT_OUT: Final = Form(variant="cut-out", sizes=(11,), margins=(10.5, 10, 10.5), foot="none")
ONE_SHEET: Final = Form(variant="a4", sizes=(12, 11, 10.5, 10, 9.5, 9), pages=1)
LINES: Final = Form(
    variant="a4", sizes=(13, 12, 11.5, 11, 10.5, 10), columns=2, pages=1, margins=(12, 13, 28)
)
LINES_LOW: Final = replace(LINES, variant="low-ink", low=True)


def ink_of(name: str, form: Form) -> Ink:
    """The ink of an audience or kind of page on this form."""
    return LOW_INK if form.low else INKS[name]
