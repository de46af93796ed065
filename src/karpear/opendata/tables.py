"""CSV of glossary and helplines, for spreadsheets: UTF-8 with a mark, CRLF (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from karpear.model import Bilingual, Library
from karpear.opendata.glossary import public_terms

BOM: Final = "\ufeff"  # without it Excel reads Khmer as another alphabet
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def glossary_csv(library: Library) -> str:
    """One row a term."""
    day = library.newest().isoformat()
    head = ("id", "group", "khmer", "english", "definition_khmer", "definition_english", "as_of")
    rows = (
        (term.id, term.group, *_both(term.title), *_both(term.definition), day)
        for term in public_terms(library)
    )
    return _table(head, rows)


def helplines_csv(library: Library) -> str:
    """One row a number; a line that has none has one row. ``checked`` is empty for never."""
    day = library.newest().isoformat()
    head = ("id", "kind", "khmer", "english", "number", "dial", "checked", "sources", "as_of")
    return _table(
        head,
        (
            (line.id, line.kind, *_both(line.title), shown, dial, checked, sources, day)
            for line in library.helplines
            if line.is_shown
            for checked in [line.verified.on.isoformat() if line.verified else ""]
            for sources in ["; ".join(f"{s.what.en} ({s.dated})" for s in line.sources)]
            for shown, dial in [(n.shown, n.dial) for n in line.numbers] or [("", "")]
        ),
    )


def _both(text: Bilingual) -> tuple[str, str]:
    return text.km, text.en


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return BOM + out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
