"""The lines of a laid-out document, held to two rules before it may be drawn.

No line is wider than the box it stands in, and none begins with a sign that belongs to the word
before (khmer.md, case 20). A document is laid out by the engine, so this walks the engine's boxes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

NEVER_FIRST = frozenset("ៗ។៕៖៘៙៚")
TOLERANCE = 0.6  # of a CSS pixel: rounding of fonts


def faults(document: Any) -> Iterator[str]:
    """What is wrong with each line, in words."""
    for number, page in enumerate(document.pages, 1):
        for box, container in _lines(page._page_box, None):
            text = _text(box).replace("\u200b", "").strip()
            if not text:
                continue
            if text[0] in NEVER_FIRST or unicodedata.category(text[0]).startswith("M"):
                yield f"page {number}: a line begins with {text[0]!r}: {text[:40]}"
            if container is not None and box.width > container.width + TOLERANCE:
                yield f"page {number}: a line is wider than its box: {text[:40]}"


def _lines(box: Any, container: Any) -> Iterator[tuple[Any, Any]]:
    """Each line box with the block that holds it."""
    box = getattr(box, "_box", box)
    for child in getattr(box, "children", ()):
        inner = getattr(child, "_box", child)
        if type(inner).__name__ == "LineBox":
            yield inner, box
        yield from _lines(inner, box)


def _text(box: Any) -> str:
    """The text of a line; boxes of their own inside it come with their own lines."""
    if hasattr(box, "text"):
        return str(box.text)
    inner = getattr(box, "_box", box)
    is_block = type(inner).__name__ in ("InlineBlockBox", "InlineFlexBox", "InlineTableBox")
    return "" if is_block else "".join(_text(child) for child in getattr(inner, "children", ()))
