"""``/k/<id>/``: permanent short addresses, for QR codes on paper and for reading out loud.

A page that leads on by itself, without a script; its title says nothing of where it leads, because
it stays in the history of a shared phone (coverage.md, 1.2).
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from karpear.model import Language, Library, Page, ShortId
from karpear.rendering.addresses import full_url

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
_HTML = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={here}">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body>
<p><a href="{here}">{words}</a></p>
</body>
</html>
"""


def write_short(library: Library, site: Path, site_url: str) -> None:
    """Write one folder for each id that was ever assigned."""
    for row in library.short_ids:
        page = library.page(row.page, row.lang)
        if page is not None:
            folder = site / "k" / row.id
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(_html(library, row, page, site_url), "utf-8")


def _html(library: Library, row: ShortId, page: Page, site_url: str) -> str:
    return _HTML.format(
        lang=Language(row.lang),
        policy=escape(_POLICY),
        here=escape(f"../../{page.url[1:]}"),
        canonical=escape(full_url(site_url, page.url)),
        title=escape(library.ui["site-name"][row.lang]),
        words=escape(library.ui["short-go"][row.lang]),
    )
