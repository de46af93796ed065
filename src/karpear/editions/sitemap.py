"""``sitemap.xml`` with every page of both languages and its alternates (sitemaps.org 0.9)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from karpear.model import Library, Page
from karpear.rendering.addresses import full_url

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_sitemap(library: Library, site: Path, site_url: str) -> None:
    """Write ``sitemap.xml`` and ``robots.txt``. The engine's own sitemap lists the language
    that was built last, so it is replaced."""
    entries = "".join(_entry(library, page, site_url) for page in library.pages)
    (site / "sitemap.xml").write_text(f"{_HEAD}{entries}</urlset>\n", "utf-8")
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", "utf-8"
    )
    (site / "sitemap.xml.gz").unlink(missing_ok=True)


def _entry(library: Library, page: Page, site_url: str) -> str:
    lines = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{_absolute(site_url, url)}"/>\n'
        for lang, url in _alternates(library, page)
    )
    location = _absolute(site_url, page.url)
    return f"<url><loc>{location}</loc><lastmod>{page.updated}</lastmod>\n{lines}</url>\n"


def _alternates(library: Library, page: Page) -> Iterator[tuple[str, str]]:
    for twin in (page, library.page(page.id, page.lang.other)):
        if twin:
            yield str(twin.lang), twin.url
            if twin.lang == "km":
                yield "x-default", twin.url


def _absolute(site_url: str, url: str) -> str:
    return escape(full_url(site_url, url))
