"""Library → staged pages: one file of front matter and finished HTML for each page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from karpear.embeds.names import has_card, oembed_path
from karpear.model import Language, Library, Page
from karpear.opendata.markup import make_markup
from karpear.pages.keep import may_keep
from karpear.pages.view import CARDS, make_view
from karpear.rendering.addresses import short_path
from karpear.rendering.helplines import help_data
from karpear.rendering.templates import render_page
from karpear.rendering.words import Words
from karpear.share.names import SHAPES, picture_path

NAVIGATION = (
    *("parents", "teachers", "children", "risks", "topics", "help"),
    *("schools", "rights", "facts", "myths", "platforms", "glossary", "actions", "print", "copies"),
    *("about", "about/coverage", "search"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedPage:
    """A file for the engine: ``path`` below the staged tree, ``text`` its whole content."""

    path: str
    text: str


def make_pages(library: Library) -> Iterator[StagedPage]:
    """Every page of both languages, in the order of the library."""
    for page in library.pages:
        yield make_page(library, page)


def make_page(library: Library, page: Page) -> StagedPage:
    """One page. Front matter is JSON, which is YAML too and cannot be misread."""
    body = render_page(library, make_view(library, page))
    meta = {
        "title": page.title,
        "description": page.summary,
        "karpear": _meta(library, page),
    }
    head = json.dumps(meta, ensure_ascii=False)
    return StagedPage(path=staged_path(page), text=f"---\n{head}\n---\n\n{body}\n")


def _meta(library: Library, page: Page) -> dict[str, object]:
    bare = f"{page.id}/" if page.id else ""
    return {
        "id": page.id or "home",
        "kind": str(page.kind),
        "lang": str(page.lang),
        "url": page.url,
        "other": f"/en/{bare}" if page.lang is Language.KM else f"/{bare}",
        "young": page.young,
        "draft": page.is_draft,
        "source_date": page.updated.isoformat(),
        "share": _share(library, page),
        "frames": page.id == CARDS,
        "keep": may_keep(page),
        "markup": make_markup(library, page),
    }


def _share(library: Library, page: Page) -> dict[str, object]:
    """For the foot of a page and for previews; paths from the site's root."""
    return {
        "sheltered": page.is_sheltered,
        "link": short_path(library, page),
        "oembed": oembed_path(page) if has_card(page) else "",
        **{shape: picture_path(page, shape) for shape in SHAPES},
    }


def staged_path(page: Page) -> str:
    """``km/help/index.md``: every page is its folder's index, so addresses are folders."""
    return f"{page.lang}/{page.id}/index.md" if page.id else f"{page.lang}/index.md"


def site_data(library: Library) -> dict[str, object]:
    """What the theme needs on every page, by language: words, navigation, helplines."""
    return {str(lang): _language_data(library, lang) for lang in Language}


def _language_data(library: Library, lang: Language) -> dict[str, object]:
    words = Words(library=library, lang=lang)
    found = (library.page(page_id, lang) for page_id in NAVIGATION)
    return {
        "ui": {key: text[lang] for key, text in library.ui.items()},
        "nav": [
            {"id": page.id, "title": _short(library, page), "path": page.url}
            for page in found
            if page
        ],
        "help": help_data(words),
        "site_name": words.ui("site-name"),
        "other_name": "English" if lang is Language.KM else "ខ្មែរ",
    }


def _short(library: Library, page: Page) -> str:
    """The name of a page in the navigation: of its audience, or ``nav-…`` of ui.yml."""
    names = {str(name.id): name.title[page.lang] for name in library.audiences}
    key = f"nav-{page.id.rpartition('/')[2]}"
    return library.ui[key][page.lang] if key in library.ui else names.get(page.id, page.title)
