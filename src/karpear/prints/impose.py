"""Pages put onto larger sheets, by pikepdf: the A5 booklet.

Two A5 pages beside each other on A4 across, so that sheets printed on both sides (turned on the
short edge), laid together and folded make a booklet. Moving pages loses their tags, so an imposed
file is for printing only and lies beside the tagged one (editions.md).
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from karpear.prints.repair import saved

A5_WIDTH, A5_HEIGHT = 419.528, 595.276  # points, half of ISO 216 A4


def as_booklet(data: bytes) -> tuple[bytes, int]:
    """A5 pages as a booklet on A4, and how many sides that are."""
    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as target:
        pairs = booklet_order(len(source.pages))
        for pair in pairs:
            side = target.add_blank_page(page_size=(2 * A5_WIDTH, A5_HEIGHT))
            for place, number in enumerate(pair):
                if number is not None:
                    left = place * A5_WIDTH
                    box = pikepdf.Rectangle(left, 0, left + A5_WIDTH, A5_HEIGHT)
                    side.add_overlay(source.pages[number], box)
        _name(source, target)
        return saved(target), len(pairs)


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
