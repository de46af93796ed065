"""Drawings for paper: the site's pictograms, the check of the krama, and QR codes.

Pictograms and the check are decoration and go into the style sheet, so that readers' software never
meets them; a QR code is a figure with words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

import segno
from markupsafe import Markup

from karpear.prints.forms import Ink

_SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)" viewBox="([^"]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
_XMLNS = 'xmlns="http://www.w3.org/2000/svg"'
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="none" stroke="{hue}" '
    'stroke-width="{pen}" stroke-linecap="round" stroke-linejoin="round">{inner}</svg>'
)
QUIET = 4  # modules of white around a QR code, as ISO/IEC 18004 wants


def read_drawings(root: Path) -> dict[str, str]:
    """The pictograms of the project by name: ``viewBox|drawing``."""
    text = (root / "docs" / "pictograms.svg").read_text("utf-8")
    return {name: f"{box}|{inner}" for name, box, inner in _SYMBOL.findall(text)}


def sign_rules(drawings: Mapping[str, str], names: frozenset[str], ink: Ink) -> Iterator[str]:
    """A style rule for each pictogram that a document uses."""
    for name in sorted(names & set(drawings)):
        box, _, inner = drawings[name].partition("|")
        pen = 1.7 if box == "0 0 24 24" else 2.6
        svg = _SVG.format(box=box, hue=ink.hue, pen=pen, inner=inner)
        yield f".sign-{name} {{ background-image: url('{_data(svg)}') }}"


def check(ink: Ink) -> str:
    """The krama: two crossing bands; for photocopiers thin lines."""
    if ink.low:
        body = '<path d="M0 4h8M4 0v8" fill="none" stroke="#000" stroke-width=".5"/>'
    else:
        body = (
            f'<g fill="{ink.hue}"><path fill-opacity=".38" d="M0 0h4v8H0z"/>'
            '<path fill-opacity=".38" d="M0 0h8v4H0z"/></g>'
        )
    return _data(f'<svg {_XMLNS} width="8" height="8" viewBox="0 0 8 8">{body}</svg>')


def qr(address: str, label: str) -> Markup:
    """A QR code as a figure; never a Micro QR, which most telephones cannot read (editions.md)."""
    code = segno.make(address, micro=False, error="m")
    side = code.symbol_size(border=QUIET)[0]
    path = "".join(_rows(code))
    return Markup(
        f'<svg class="qr" {_XMLNS} role="img" aria-label="{escape(label)}"'
        f' viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f"<title>{escape(label)}</title>"
        f'<path d="M0 0h{side}v{side}H0z" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def _rows(code: segno.QRCode) -> Iterator[str]:
    """Each dark stretch of each row as a rectangle."""
    for y, row in enumerate(code.matrix_iter(border=QUIET)):
        for stretch in re.finditer("1+", "".join("1" if module else "0" for module in row)):
            x, length = stretch.start(), len(stretch[0])
            yield f"M{x} {y}h{length}v1h-{length}z"


def _data(svg: str) -> str:
    return "data:image/svg+xml," + quote(svg, safe=" =/:;,()-.")
