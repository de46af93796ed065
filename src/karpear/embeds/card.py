"""One card: the page in three lines (of a flow: what to do now, and what not), link and help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import nh3
from markupsafe import Markup

from karpear import __version__, inline
from karpear.embeds.names import HELP, card_sections
from karpear.headers import content_policy
from karpear.model import Block, Kind, Library, Page
from karpear.rendering.addresses import Addresses, full_url
from karpear.rendering.helplines import make_help_block
from karpear.rendering.templates import environment
from karpear.rendering.words import Words
from karpear.views import BlockView, HelpBlock, ItemView

_TAGS = {"a", "strong", "q", "span"}
_ATTRIBUTES = {"a": {"href", "class"}, "span": {"lang", "class", "dir"}, "q": {"class"}}
# A link must not open in the frame: the page around it would get an entry of history.
_AWAY = re.compile(r'<a (?=[^>]*href="(?!tel:))')
_LINK = '<a target="_blank" rel="noopener noreferrer" '


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A list of the card; only flows have headings, the rest has one list without."""

    key: str
    title: str
    block: BlockView


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the template of a card is given."""

    page: Page
    parts: tuple[Part, ...]
    help_block: HelpBlock
    href: str
    source_date: str
    is_help: bool


def make_card(library: Library, page: Page) -> Card:
    """The card of a page that has one (``names.has_card``)."""
    words = Words(library=library, lang=page.lang)
    addresses = Addresses(page=page, vocabulary=words, here=f"/embed/{page.lang}/")
    return Card(
        page=page,
        parts=tuple(_parts(addresses, page)),
        help_block=make_help_block(words, addresses),
        href=addresses.to(page.url),
        source_date=words.date(page.updated),
        is_help=page.id == HELP,
    )


def _parts(addresses: Addresses, page: Page) -> Iterator[Part]:
    for section in card_sections(page):
        title = section.title if page.kind is Kind.FLOW else ""
        for block in section.blocks:
            if block.items:
                yield Part(key=section.key, title=title, block=_block(addresses, block))
                title = ""


def _block(addresses: Addresses, block: Block) -> BlockView:
    items = tuple(ItemView(html=_html(item.text, addresses)) for item in block.items)
    return BlockView(kind=block.kind, items=items, start=block.start)


def _html(text: str, addresses: Addresses) -> Markup:
    """Inline text whose links leave the frame."""
    html = inline.render(text, addresses)
    cleaned = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "tel"}, link_rel=None
    )
    return Markup(_AWAY.sub(_LINK, cleaned))


def render_card(library: Library, card: Card, site_url: str, drawings: Mapping[str, Markup]) -> str:
    """The whole file; ``drawings`` are the insides of pictograms by name."""
    words = Words(library=library, lang=card.page.lang)
    html = (
        environment()
        .get_template("embed/card.html.jinja")
        .render(
            card=card,
            page=card.page,
            ui=words.ui,
            words=words,
            version=__version__,
            policy=content_policy(),
            canonical=full_url(site_url, card.page.url),
            drawings=drawings,
        )
    )
    return "\n".join(line for line in html.splitlines() if line.strip()) + "\n"
