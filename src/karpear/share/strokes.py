"""Pictograms as lines of points: Pillow knows no SVG, fontTools reads its paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath
from PIL import Image, ImageDraw

Point = tuple[float, float]
_STEPS: Final = 12  # straight pieces a curve
_FINE: Final = 4  # drawn so much larger, then made small: smooth edges


class _Flat(BasePen):  # type: ignore[misc]  # fontTools is untyped
    """Collects every line; curves become short straight pieces."""

    def __init__(self) -> None:
        super().__init__(None)
        self.lines: list[list[Point]] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' names
        self.lines.append([pt])

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.lines[-1].append(pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        start = self.lines[-1][-1]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            self.lines[-1].append(
                (_at(t, start[0], pt1[0], pt2[0], pt3[0]), _at(t, start[1], pt1[1], pt2[1], pt3[1]))
            )

    def _closePath(self) -> None:  # noqa: N802
        self.lines[-1].append(self.lines[-1][0])


def _at(t: float, a: float, b: float, c: float, d: float) -> float:
    """A point of a cubic curve."""
    u = 1 - t
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d


def strokes(inside: str) -> list[list[Point]]:
    """The lines of a pictogram from the inside of its symbol, in its grid of 24."""
    pen = _Flat()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{inside}</svg>'
    SVGPath.fromstring(svg.encode()).draw(pen)
    return pen.lines


def mask(inside: str, side: int, pen: float = 1.3) -> Image.Image:
    """The pictogram as a grey mask of ``side`` pixels, round at ends and corners."""
    scale = side * _FINE / 24
    picture = Image.new("L", (side * _FINE, side * _FINE))
    draw = ImageDraw.Draw(picture)
    for line in strokes(inside):
        points = [(x * scale, y * scale) for x, y in line]
        draw.line(points, fill=255, width=round(pen * scale), joint="curve")
        for x, y in _ends(points):
            half = pen * scale / 2
            draw.ellipse((x - half, y - half, x + half, y + half), fill=255)
    return picture.resize((side, side), Image.Resampling.LANCZOS)


def _ends(points: list[Point]) -> Iterator[Point]:
    yield points[0]
    yield points[-1]
