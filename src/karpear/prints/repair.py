"""What the engine leaves undone in a finished PDF, mended with pikepdf; and facts read from it.

Glyphs that are part of a cluster drawn by another one have no character of their own; PDF/UA wants
each glyph to have one (ISO 14289-1, 7.21.7), so they get the invisible one. Break marks are taken
out of bookmarks and metadata, where readers' software would speak or show them.
"""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from karpear.khmer import without_breaks

_EMPTY = re.compile(rb"(<[0-9a-fA-F]+>) *<>")
_PRINTED = 4  # ISO 32000-1, 12.5.3: what is seen is printed
_INVISIBLE = rb"\1 <200b>"


def repair(data: bytes) -> bytes:
    """The same document, searchable and clean; equal bytes for equal input."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for stream in _character_maps(pdf):
            stream.write(_EMPTY.sub(_INVISIBLE, stream.read_bytes()))
        _clean_titles(pdf)
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                link["/F"] = _PRINTED
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a document, the same on every machine and every day."""
    written = BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
    )
    return written.getvalue()


def _character_maps(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        font["/ToUnicode"]
        for font in pdf.objects
        if isinstance(font, pikepdf.Dictionary)
        and font.get("/Type") == "/Font"
        and "/ToUnicode" in font
    ]


def _clean_titles(pdf: pikepdf.Pdf) -> None:
    for key, value in list(pdf.docinfo.items()):
        pdf.docinfo[key] = without_breaks(str(value))
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary) and "/Title" in entry and "/Parent" in entry:
            entry["/Title"] = pikepdf.String(without_breaks(str(entry["/Title"])))
    if "/Metadata" in pdf.Root:
        clean = pdf.Root.Metadata.read_bytes().decode().replace("\u200b", "")
        pdf.Root.Metadata.write(clean.encode())


def font_names(data: bytes) -> list[str]:
    """The fonts that a PDF names, without the tags of their subsets."""
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
        names = {str(font["/BaseFont"]) for font in fonts if "/BaseFont" in font}
    return sorted(name.lstrip("/").rpartition("+")[2] for name in names)


def count_pages(data: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
