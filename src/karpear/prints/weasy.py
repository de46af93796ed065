"""WeasyPrint as the engine of paper: the only module that imports it.

Two things are added that no engine does by itself (khmer.md, text layer of PDFs). Each drawn line
says in ``ActualText`` what it reads, because Khmer glyphs stand in another order than the letters
they were made of: without it 2-4 % of the text can be searched or copied. And the fonts are ours
alone, by a font configuration of our own, so that two machines make the same bytes. One thing is
mended: words before a link that filled their line were cut after the first of them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from karpear import fonts, khmer
from karpear.prints.lines import faults
from karpear.prints.paper import SIZE
from karpear.prints.repair import font_names

_VARIANT: Final = "pdf/ua-1"
_OWN_FONT: Final = "Noto-Sans-Khmer"  # as the engine writes the family of fonts.py
_JOINER: Final = "\u2060"  # keeps a note's number at its word; no reader needs it
_FONT_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


class PrintFailed(Exception):
    """The engine stopped or warned; ``problem`` says what, in its own words. ``name`` is the print
    and ``path`` the file of content it is made of, where they are known."""

    def __init__(self, problem: str, name: str = "", path: str = "") -> None:
        super().__init__(problem, name, path)  # all, so that it comes whole out of a process
        self.problem, self.name, self.path = problem, name, path

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}" if self.name else self.problem


def use_own_fonts(folder: Path) -> None:
    """Make our fonts the only ones. Call it before anything is drawn; a second time is free."""
    folder.mkdir(parents=True, exist_ok=True)
    for weight in fonts.WEIGHTS:
        fonts.write_changed(folder / f"noto-sans-khmer-{weight}.ttf", fonts.print_font(weight))
    config = folder / "fonts.conf"
    fonts.write_changed(config, _FONT_CONFIG.format(folder=escape(str(folder))).encode())
    os.environ["FONTCONFIG_FILE"] = str(config)


def foreign_fonts(data: bytes) -> list[str]:
    """Fonts of a PDF that are not ours: where fontconfig cannot read our file it takes those of the
    system and says so to nobody but standard error."""
    return [name for name in font_names(data) if not name.startswith(_OWN_FONT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawn document: its bytes, and how many pages."""

    data: bytes
    pages: int


def make_pdf(html: str, sizes: Sequence[float], limit: int, epoch: int, usual: float = 0) -> Drawn:
    """A tagged PDF/UA-1 of a document, in the largest of ``sizes`` (largest first) that fits
    ``limit`` pages (0: no limit; the smallest when none fits); ``usual`` is tried first.

    Nothing is fetched but what the document carries within itself. Raises :class:`PrintFailed` on
    any warning, on a font that is not ours, and on a line that runs out of its box or begins with a
    sign.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    _hook()
    with _strict() as messages:
        document = _largest_that_fits(html, sizes, limit, usual)
        messages += faults(document)
        data = bytes(document.write_pdf(pdf_variant=_VARIANT))
    messages += [f"the font {name} is not ours" for name in foreign_fonts(data)]
    if messages:
        raise PrintFailed("; ".join(messages))
    return Drawn(data=data, pages=len(document.pages))


def _largest_that_fits(html: str, sizes: Sequence[float], limit: int, usual: float) -> Any:
    """The document laid out by halves, beginning with the usual size; in the smallest where none
    fits."""
    laid: dict[float, Any] = {}

    def fits(size: float) -> bool:
        laid[size] = _lay_out(html, size)
        return not limit or len(laid[size].pages) <= limit

    low, high = 0, len(sizes) - 1  # sizes[high] is taken as one that fits
    middle = sizes.index(usual or sizes[0])
    while low < high:
        low, high = (low, middle) if fits(sizes[middle]) else (middle + 1, high)
        middle = (low + high) // 2
    return laid[sizes[high]] if sizes[high] in laid else _lay_out(html, sizes[high])


def _lay_out(html: str, size: float) -> Any:
    import weasyprint

    source = weasyprint.HTML(
        string=html.replace(SIZE, f"{size:g}"),
        url_fetcher=weasyprint.urls.URLFetcher(allowed_protocols=("data",)),
    )
    return source.render(pdf_variant=_VARIANT, font_config=_font_configuration())


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    """One for each process: reading fonts takes longer than a page."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@contextmanager
def _strict() -> Iterator[list[str]]:
    """Collects warnings and errors of the engine: a missing glyph is a fault, not a remark."""
    messages: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.append(record.getMessage())

    handler, log = Keep(logging.WARNING), logging.getLogger("weasyprint")
    before = log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield messages
    finally:
        log.removeHandler(handler)
        log.propagate = before


def _hook() -> None:
    """Wrap the cutting and the drawing of a line, once (WeasyPrint is pinned; the round trip test
    and tests/unit/prints/test_engine.py guard it)."""
    from weasyprint.draw import text
    from weasyprint.layout import inline

    if not hasattr(text.draw_first_line, "karpear"):
        text.draw_first_line = _with_actual_text(text.draw_first_line)
        inline.split_first_line = _whole_where_it_fits(inline.split_first_line)


def _whole_where_it_fits(split: Callable[..., Any]) -> Callable[..., Any]:
    """The engine's cutting of a text, but for one that fits without the space at its end: the
    engine takes that for a word too long and cuts after the first. The space may stand out; what
    follows begins the next line."""

    def split_line(
        text: str, style: Any, context: Any, width: Any, *rest: Any, **named: Any
    ) -> Any:
        found = split(text, style, context, width, *rest, **named)
        resume, bare = found[2], text.rstrip(" ")
        if resume is None or bare == text or style["white_space"] not in ("normal", "pre-line"):
            return found
        shorter = split(bare, style, context, width, *rest, **named)
        fits = shorter[2] is None and shorter[3] <= width
        return split(text, style, context, None, *rest, **named) if fits else found

    return split_line


def _with_actual_text(draw: Callable[..., Any]) -> Callable[..., Any]:
    def draw_line(stream: Any, textbox: Any, *rest: Any) -> Any:
        words = khmer.without_breaks(textbox.text).replace(_JOINER, "")
        if not words.strip():
            return draw(stream, textbox, *rest)
        text = words.encode("utf-16-be").hex()
        stream.stream.append(f"/Span <</ActualText <feff{text}>>> BDC".encode())
        drawn = draw(stream, textbox, *rest)
        stream.stream.append(b"EMC")
        return drawn

    draw_line.karpear = True  # type: ignore[attr-defined]
    return draw_line
