"""The body of a page for copies of one page: the site's own template over a lighter view.

The folds "why we say this", links to the glossary and recordings stay on the website; the list of
sources at the end, titles and years, stays in the copy, and so does everything that a reader in
danger needs. Reading aloud needs the site's script, which such a copy has not.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace

from karpear.addresses import Reach, Site, target_of
from karpear.copies.source import Source
from karpear.model import Page
from karpear.pages.view import make_view
from karpear.rendering.templates import render_page
from karpear.views import BlockView, ItemView, PageView, SectionView, SourceView

_TERM = re.compile(r'<a class="k-term-link"[^>]*>(.*?)</a>')
_FOLD = re.compile(r'<details class="k-why">.*?</details>', re.DOTALL)
_CRUMBS = re.compile(r'<nav class="k-crumbs".*?</nav>\n?', re.DOTALL)
_SCENE = re.compile(r'<p class="k-scene".*?</p>\n?', re.DOTALL)
_SIGNS = re.compile(r'<p class="k-signs".*?</p>\n?', re.DOTALL)
_MORE = re.compile(r'(<p class="k-aid-foot">)<a [^>]*>.*?</a> ')
_STRIP = re.compile(r'<nav class="k-strip".*?</nav>|<p class="k-deeds-link">.*?</p>', re.DOTALL)
_PARTS = (_STRIP, _CRUMBS, _FOLD, _SCENE, _SIGNS)

Place = Callable[[str, str], str | None]


def lite_body(source: Source, page: Page) -> str:
    """The page without folds, crumbs, scenes and glossary links; addresses as on the site."""
    html = render_page(source.library, lite_view(make_view(source.library, page)))
    for part in _PARTS:
        html = part.sub("", html)
    html = html.replace(' focusable="false"', "")  # for a browser of 2013
    return _TERM.sub(r"\1", _MORE.sub(r"\1", html))


def lite_view(view: PageView) -> PageView:
    """The view without the grounds of single items, the list of risks, what is heard and what is
    printed: those files stay on the website."""
    return replace(
        view,
        keep=None,
        prints=(),
        risks=(),
        sections=tuple(_section(section) for section in view.sections),
        sources=tuple(_source(one) for one in view.sources),
    )


def _source(one: SourceView) -> SourceView:
    return replace(one, issuer="", note="", clauses=(), is_outside=False)


def _section(section: SectionView) -> SectionView:
    return replace(
        section,
        why=(),
        recording=None,
        aloud=False,
        blocks=tuple(_block(block) for block in section.blocks),
        parts=tuple(_section(part) for part in section.parts),
    )


def _block(block: BlockView) -> BlockView:
    return replace(
        block,
        items=tuple(_item(item) for item in block.items),
        rows=tuple(tuple(_item(cell) for cell in row) for row in block.rows),
    )


def _item(item: ItemView) -> ItemView:
    return replace(item, why=())


def page_link(source: Source, page: Page, place: Place) -> Callable[[str], str | None]:
    """How addresses on ``page`` change: ``place`` is asked for each page of the site by id and
    language and gives its new address or None; other sites and numbers stay."""
    site = Site.at(source.site_url)
    path = posixpath.join(page.url[1:], "index.html")

    def link(value: str) -> str | None:
        target = target_of(value, path, site)
        if target.reach is not Reach.INSIDE:
            return value if target.reach is not Reach.ASTRAY else None
        mark = f"#{target.fragment}" if target.fragment else ""
        if target.path == path:
            return mark or None
        url = target.path.removesuffix("index.html").strip("/")
        lang = "en" if url == "en" or url.startswith("en/") else "km"
        found = place(url.removeprefix("en").strip("/") if lang == "en" else url, lang)
        return found + mark if found else None

    return link
