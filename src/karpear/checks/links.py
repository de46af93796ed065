"""S, X: where links and pictures of a text lead, as a browser would read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import Item, Library, Page

_ODD = re.compile(r"[\x00-\x20\x7f\\<>\"'`]")
MAX_ADDRESS = 200


def check_links(library: Library) -> Iterator[Finding]:
    """Links lead to pages and sections of the same language, or to https addresses."""
    for page in library.pages:
        for section in page.sections:
            for item in section.items():
                for href in inline.links(item.text):
                    yield from _link(library, page, item, href)
                for src, _alt in inline.images(item.text):
                    yield from _picture(library, page, item, src)


def _link(library: Library, page: Page, item: Item, href: str) -> Iterator[Finding]:
    if unsafe := _unsafe(href):
        yield error(page.path, item.line, unsafe, href=href, path=href)
        return
    parts = urlsplit(href)
    if parts.scheme:
        return
    page_id = parts.path.strip("/")
    target = library.page(page_id, page.lang)
    if target is None and library.is_unread(page_id, page.lang):
        return
    if target is None or not parts.path.endswith("/"):
        yield error(page.path, item.line, "S315", href=href)
    elif parts.fragment and parts.fragment not in anchors(target):
        yield error(page.path, item.line, "S316", href=href)


def anchors(page: Page) -> set[str]:
    """The addresses inside a page that content may link to."""
    keys = {section.key for section in page.sections}
    return keys | ({f"term-{term}" for term in page.terms} if page.terms else set())


def _unsafe(href: str) -> str | None:
    """The code of what is wrong with a link's target, or None."""
    decoded = unquote(href)
    if _ODD.search(decoded) or len(href) > MAX_ADDRESS:
        return "X102"
    parts = _split(href)
    if parts is None or parts.query:
        return "X102"
    if parts.scheme == "https" and parts.netloc and "@" not in parts.netloc:
        return None
    if parts.scheme or parts.netloc or not href.startswith("/"):
        return "X105" if not parts.scheme and ".." in decoded else "X102"
    return "X105" if ".." in decoded.split("/") else None


def _split(href: str) -> SplitResult | None:
    try:
        return urlsplit(href)
    except ValueError:
        return None


def _picture(library: Library, page: Page, item: Item, src: str) -> Iterator[Finding]:
    decoded = unquote(src)
    if re.match(r"([a-z][a-z0-9+.-]*:|//)", decoded, re.IGNORECASE):
        yield error(page.path, item.line, "X103", src=src)
    elif ".." in decoded.split("/") or _ODD.search(decoded) or len(src) > MAX_ADDRESS:
        yield error(page.path, item.line, "X105", path=src)
    elif decoded not in library.images:
        yield error(page.path, item.line, "S317", src=src)
