"""ZIP files that come out the same each time: one date, one order, one mode for all entries.

Made with ``zipfile`` alone. An EPUB wants its ``mimetype`` first and stored, hence ``first``.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping

_OLDEST = 315532800  # 1980-01-01: a ZIP file knows no earlier day
_MODE = 0o100644 << 16
_UNIX = 3


def zip_bytes(
    files: Mapping[str, bytes], epoch: int, *, first: Mapping[str, bytes] | None = None
) -> bytes:
    """The bytes of a ZIP file with ``files`` sorted by name; ``first`` are stored before them."""
    moment = time.gmtime(max(epoch, _OLDEST))[:6]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in (first or {}).items():
            archive.writestr(_entry(name, moment), data, zipfile.ZIP_STORED)
        for name in sorted(files):
            archive.writestr(_entry(name, moment), files[name], zipfile.ZIP_DEFLATED, 9)
    return written.getvalue()


def _entry(name: str, moment: tuple[int, ...]) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = moment
    entry = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
    entry.create_system, entry.external_attr = _UNIX, _MODE
    return entry
