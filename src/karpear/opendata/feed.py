"""The Atom feed of changes in one language (RFC 4287): the newest text of each page."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from karpear.model import Language, Library, Page
from karpear.rendering.addresses import full_url

PATHS: Final = {Language.KM: "feed.atom", Language.EN: "en/feed.atom"}


def make_feed(library: Library, lang: Language, site_url: str) -> str:
    """Pages, newest first. Ids do not hold the site's address, so they outlive a move."""
    pages = sorted(library.in_language(lang), key=lambda page: page.updated, reverse=True)
    own = escape(full_url(site_url, "/" + PATHS[lang]))
    home = escape(full_url(site_url, "/" if lang is Language.KM else "/en/"))
    name = escape(library.ui["site-name"][lang])
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
        f"<id>{_id(lang, 'feed')}</id>\n<title>{name}</title>\n"
        f"<subtitle>{escape(library.ui['feed-title'][lang])}</subtitle>\n"
        f"<rights>{escape(library.ui['licence-line'][lang])}</rights>\n"
        f"<updated>{_moment(library.newest().isoformat())}</updated>\n"
        f"<author><name>{name}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{own}"/>\n'
        f'<link rel="alternate" type="text/html" href="{home}"/>\n'
    )
    return head + "".join(_entries(pages, site_url)) + "</feed>\n"


def _entries(pages: list[Page], site_url: str) -> Iterator[str]:
    for page in pages:
        href = escape(full_url(site_url, page.url))
        yield (
            f"<entry>\n<id>{_id(page.lang, page.id)}</id>\n<title>{escape(page.title)}</title>\n"
            f'<link rel="alternate" type="text/html" hreflang="{page.lang}" href="{href}"/>\n'
            f"<updated>{_moment(page.updated.isoformat())}</updated>\n"
            f"<summary>{escape(page.summary)}</summary>\n</entry>\n"
        )


def _id(lang: Language, name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"karpear:{lang}/{name}").urn


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
