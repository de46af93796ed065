"""A small picture of a first page, for the list of prints."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

WIDTH = 200  # CSS shows it at half that on most telephones


def first_page(data: bytes) -> bytes:
    """The first page of a PDF as WebP, ``WIDTH`` pixels wide."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        image = page.render(scale=WIDTH / page.get_width()).to_pil()
    finally:
        document.close()
    written = BytesIO()
    image.convert("RGB").save(written, "WEBP", quality=60, method=6)
    return written.getvalue()
