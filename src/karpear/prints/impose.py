"""Pages put onto larger sheets, by pikepdf: the A5 booklet.

Two A5 pages beside each other on A4 across, so that sheets printed on both sides (turned on the
short edge), laid together and folded make a booklet. Moving pages loses their tags, so an imposed
file is for printing only and lies beside the tagged one (editions.md).
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from karpear.prints.repair import saved

MM = 72 / 25.4
SHEET_WIDTH, SHEET_HEIGHT = 297 * MM, 210 * MM  # ISO 216: A4 across
PAGE_WIDTH = 148 * MM  # half a millimetre less than half a sheet, left free at the outer edge


def as_booklet(data: bytes) -> tuple[bytes, int]:
    """A5 pages as a booklet on A4, and how many sides that are."""
    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as target:
        sides = booklet_order(len(source.pages))
        for pair in sides:
            target.add_blank_page(page_size=(SHEET_WIDTH, SHEET_HEIGHT))
            _fill(target, source, pair)
        _name(source, target)
        return saved(target), len(sides)


def _fill(target: pikepdf.Pdf, source: pikepdf.Pdf, pair: tuple[int | None, int | None]) -> None:
    """Two pages onto the last side, at the fold. Names are our own, so that bytes repeat."""
    side = target.pages[-1]
    drawn, pages = [], pikepdf.Dictionary()
    for place, number in enumerate(pair):
        if number is None:
            continue
        left = SHEET_WIDTH / 2 - (PAGE_WIDTH if place == 0 else 0)
        pages[f"/P{place}"] = target.copy_foreign(source.pages[number].as_form_xobject())
        drawn.append(f"q 1 0 0 1 {left:.3f} 0 cm /P{place} Do Q")
    side.obj["/Resources"] = pikepdf.Dictionary(XObject=pages)
    side.obj["/Contents"] = target.make_stream("\n".join(drawn).encode())


def booklet_order(pages: int) -> list[tuple[int | None, int | None]]:
    """Left and right page of each side, counted from 0; None is an empty page before the last.

    The last page stays the back cover, so what is missing to a multiple of four goes before it.
    """
    empty = -pages % 4
    order: list[int | None] = [*range(pages)]
    order[pages - 1 : pages - 1] = [None] * empty
    sides: list[tuple[int | None, int | None]] = []
    for sheet in range(len(order) // 4):
        outer, inner = 2 * sheet, 2 * sheet + 1
        sides.append((order[-1 - outer], order[outer]))
        sides.append((order[inner], order[-1 - inner]))
    return sides


def _name(source: pikepdf.Pdf, target: pikepdf.Pdf) -> None:
    """Title, author, dates and language go with the pages."""
    for key, value in source.docinfo.items():
        target.docinfo[key] = str(value)
    target.Root.Lang = pikepdf.String(str(source.Root.Lang))
    target.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge
    )
