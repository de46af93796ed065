"""Addresses relative to the page they stand on: they work at any place of the site."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from html import escape

from karpear.model import BLOCK_CONTACTS, Helpline, Language, Library, Page
from karpear.rendering.first_use import FirstUse
from karpear.rendering.words import Words


def full_url(site_url: str, path: str) -> str:
    """The full address of a root address (``/en/help/``) of ours."""
    return site_url.rstrip("/") + path


def short_path(library: Library, page: Page) -> str:
    """The permanent short address without the site's own: it says nothing of the matter."""
    return f"k/{library.short_id(page)}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Everything a sentence on ``page`` may name, as an address or as finished HTML. ``here`` is
    the folder that its words are shown in, where that is not the page's own."""

    page: Page
    vocabulary: Words
    first_use: FirstUse | None = None
    here: str = ""

    def words(self, text: str) -> str:
        """Plain words of a sentence; the first use of a glossary term is linked."""
        return self.first_use.html(text) if self.first_use else escape(text, quote=False)

    def to(self, target: str) -> str:
        """A root address (``/en/help/#urgent``, ``/pictograms.svg#eye``) seen from this page."""
        path, mark, anchor = target.partition("#")
        here = self.here or self.page.url
        if path == here:
            return f"#{anchor}" if mark else "./"
        relative = posixpath.relpath(path.rstrip("/") or "/", here)
        is_folder = path.endswith("/") and not relative.endswith("/")
        return relative + ("/" if is_folder else "") + (f"#{anchor}" if mark else "")

    def to_page(self, page_id: str, anchor: str = "") -> str:
        """The page of that id in this page's language."""
        prefix = "/" if self.page.lang is Language.KM else "/en/"
        path = prefix + (f"{page_id}/" if page_id else "")
        return self.to(path + (f"#{anchor}" if anchor else ""))

    def link(self, href: str) -> str:
        """A link as content writes it: ``/help/#x`` without language, pictures, or https."""
        if href.startswith("/images/"):
            return self.to(href)
        if href.startswith("/"):
            path, _, anchor = href.partition("#")
            return self.to_page(path.strip("/"), anchor)
        return href if href.startswith("https://") else ""

    def helpline(self, name: str) -> str:
        """``[[h1]]`` or ``[[take-it-down]]`` as a link, or its words where it has no address."""
        library = self.vocabulary.library
        contact = library.contact(name)
        found = library.helpline(contact.helplines[0]) if contact and contact.helplines else None
        if contact is not None:
            calls = name in BLOCK_CONTACTS and found is not None
            return self._linked(found if calls else None, self.vocabulary.of(contact.short), name)
        helpline = library.helpline(name)
        return self._linked(helpline, self.vocabulary.of(helpline.short), name) if helpline else ""

    def _linked(self, helpline: Helpline | None, short: str, name: str) -> str:
        words = escape(short, quote=False)
        if helpline and helpline.numbers:
            number = helpline.numbers[0]
            shown = f'<span class="k-number" dir="ltr">{escape(number.shown)}</span>'
            return f'<a class="k-line" href="tel:{escape(number.dial)}">{words} {shown}</a>'
        if helpline and helpline.links:
            href = escape(helpline.links[0][0])
            return f'<a class="k-line" href="{href}" rel="noreferrer noopener">{words}</a>'
        anchor = f"contact-{name}" if name in _ON_HELP_PAGE else f"line-{name}"
        return f'<a class="k-line" href="{escape(self.to_page("help", anchor))}">{words}</a>'


_ON_HELP_PAGE = frozenset({"h4", "h5", "h6"})
