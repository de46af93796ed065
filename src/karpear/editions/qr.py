"""``downloads/qr/…``: the short address of every page with a card as a QR code, SVG and PNG.

Micro QR is left out: telephones do not read it.
"""

from __future__ import annotations

from pathlib import Path

import segno

from karpear.embeds.names import has_card, qr_path
from karpear.model import Library
from karpear.rendering.addresses import full_url, short_path


def write_qr(library: Library, site: Path, site_url: str) -> None:
    """Black on white with the quiet zone that the standard asks for."""
    for page in filter(has_card, library.pages):
        code = segno.make(
            full_url(site_url, f"/{short_path(library, page)}"), error="m", micro=False
        )
        for kind, scale in (("svg", 4), ("png", 12)):
            path = site / qr_path(page, kind)
            path.parent.mkdir(parents=True, exist_ok=True)
            code.save(str(path), scale=scale, border=4, light="white")
