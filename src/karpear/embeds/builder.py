"""The page where a teacher chooses a card: every card of both languages with all that is copied."""

from __future__ import annotations

from collections.abc import Iterator

from karpear.choices import Builder, CardChoice, CardGroup, Howto
from karpear.embeds.names import card_name, card_path, group_of, has_card, qr_path
from karpear.embeds.snippets import SANDBOX, WIDTHS, card_height, snippet
from karpear.model import Library, Page
from karpear.rendering.addresses import Addresses, short_path
from karpear.rendering.words import Words
from karpear.views import SITE

HOWTOS = ("wordpress", "google-sites", "moodle", "facebook", "telegram")
GROUPS = ("help", "flows", "parents", "teachers", "children", "risks", "topics")


def make_builder(words: Words, addresses: Addresses) -> Builder:
    """Groups in the order of need: help first."""
    pages = [page for page in words.library.pages if has_card(page)]
    ordered = sorted(pages, key=lambda page: page.lang is not words.lang)
    groups = {name: [p for p in ordered if group_of(p) == name] for name in GROUPS}
    return Builder(
        script=addresses.to("/embed/builder.js"),
        sandbox=SANDBOX,
        widths=tuple(WIDTHS),
        howtos=tuple(_howtos(words, addresses)),
        groups=tuple(
            CardGroup(id=name, title=words.ui(f"card-group-{name}"), cards=tuple(cards))
            for name, members in groups.items()
            if (cards := list(_choices(addresses, words.library, members)))
        ),
    )


def _howtos(words: Words, addresses: Addresses) -> Iterator[Howto]:
    for name in HOWTOS:
        src = addresses.to(f"/pictures/embed-{name}.svg")
        yield Howto(key=name, src=src, alt=words.ui(f"howto-{name}"))


def _choices(addresses: Addresses, library: Library, pages: list[Page]) -> Iterator[CardChoice]:
    for page in pages:
        heights = {name: card_height(page, width) for name, width in WIDTHS.items()}
        yield CardChoice(
            name=card_name(page),
            lang=str(page.lang),
            title=page.title,
            snippet=snippet(page, SITE, heights["100%"]),
            heights=tuple(heights.values()),
            link=SITE + short_path(library, page),
            card=addresses.to(f"/{card_path(page)}"),
            qr_svg=addresses.to(f"/{qr_path(page, 'svg')}"),
            qr_png=addresses.to(f"/{qr_path(page, 'png')}"),
        )
