"""What can be fetched beside the pages, found by where it lies: rows of the manifest.

Editions write files and know nothing of each other; the place of a file says what it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from karpear.model import Language, Library

Row = dict[str, Any]

# (place, format, variant): the groups of a place are lang, id (its slashes as dashes) and size.
PLACES: Final = (
    (r"api/v1/(?P<id>[a-z]+)\.json", "json", "data"),
    (r"api/v1/(?P<id>[a-z]+)\.csv", "csv", "data"),
    (r"downloads/(?P<id>helplines)-(?P<lang>km|en)\.vcf", "vcf", "contacts"),
    (r"embed/(?P<lang>km|en)/(?P<id>[a-z0-9-]+)\.html", "embed", "card"),
    (r"share/(?P<lang>km|en)/(?P<id>[a-z0-9-]+)\.(?P<size>wide|square)\.png", "png", "share"),
    (r"downloads/qr/(?P<lang>km|en)/(?P<id>[a-z0-9-]+)\.(?P<kind>png|svg)", "", "qr"),
)
_FOLDERS: Final = ("api/v1", "downloads", "embed", "share")


def find_rows(library: Library, site: Path) -> Iterator[Row]:
    """A row for each such file below ``site``, in the order of their paths."""
    titles = {(page.id.replace("/", "-"), page.lang): page for page in library.pages}
    found = (path for folder in _FOLDERS for path in (site / folder).rglob("*"))
    for path in sorted(found):
        row = _row(path.relative_to(site).as_posix())
        if row and path.is_file():
            is_whole = row["variant"] in ("data", "contacts")
            page = None if is_whole else titles.get((row["id"], Language(row["lang"] or "km")))
            row["id"] = page.id if page else "site"
            row["title"] = page.title if page else _title(library, row)
            data = path.read_bytes()
            yield {**row, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _row(path: str) -> Row | None:
    for pattern, kind, variant in PLACES:
        if match := re.fullmatch(pattern, path):
            named = match.groupdict()
            return {
                "path": path,
                "format": kind or named["kind"],
                "variant": f"{variant}-{named['size']}" if "size" in named else variant,
                "lang": named.get("lang", ""),
                "id": named["id"],
            }
    return None


def _title(library: Library, row: Row) -> str:
    """Data and neutral pictures belong to the whole site."""
    key = f"data-{row['id']}" if row["format"] in ("json", "csv") else "data-contacts"
    known = library.ui.get(key if row["format"] != "png" else "site-name")
    return known[Language(row["lang"] or "km")] if known else str(row["path"])
