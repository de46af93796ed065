"""The action cards: all on their own page, those of an age on the page of its children."""

from __future__ import annotations

from collections.abc import Iterator

from karpear.model import Action, Audience, Kind, Page
from karpear.pages.grounds import make_why
from karpear.pages.sentence import as_markup
from karpear.rendering.addresses import Addresses
from karpear.rendering.helplines import make_contact
from karpear.rendering.words import Words
from karpear.views import ActionView, NumberView

ACTIONS = "actions"
# Pages that lead to the cards: home, the doors, and help, where nobody should have to read much.
_LEADING = frozenset({"", "help", *Audience})


def make_actions(words: Words, addresses: Addresses) -> tuple[ActionView, ...]:
    """All cards on their page, the cards of its age on a children's page, none elsewhere."""
    page = addresses.page
    is_strip = page.kind is Kind.MODULE and page.audience is Audience.CHILDREN
    return tuple(
        _action(words, addresses, number, action)
        for number, action in enumerate(words.library.actions, 1)
        if page.id == ACTIONS or (is_strip and page.band in action.bands)
    )


def actions_href(words: Words, addresses: Addresses) -> str:
    """The way to the cards from pages that lead there; empty where there is none."""
    page = addresses.page
    leads = page.id in _LEADING or page.audience is Audience.CHILDREN
    return addresses.to_page(ACTIONS) if leads and words.library.page(ACTIONS, words.lang) else ""


def action_cites(words: Words, page: Page) -> Iterator[str]:
    """What the cards rest on, for the sources of their page."""
    for action in words.library.actions:
        if page.id == ACTIONS:
            yield from action.cites


def _action(words: Words, addresses: Addresses, number: int, action: Action) -> ActionView:
    more, _, anchor = action.more.partition("#")
    return ActionView(
        id=action.id,
        number=number,
        pictogram=action.pictogram,
        title=words.of(action.title),
        html=as_markup(words.of(action.text), addresses),
        dials=tuple(_dials(words, addresses, action)),
        href=addresses.to_page(more.strip("/"), anchor),
        here=addresses.to_page(ACTIONS, f"action-{action.id}"),
        why=make_why(words, action.cites),
    )


def _dials(words: Words, addresses: Addresses, action: Action) -> Iterator[NumberView]:
    """The first number of each kind of help that the card names."""
    for name in action.helplines:
        contact = words.library.contact(name)
        found = make_contact(words, addresses.page, contact).helplines if contact else ()
        if found and found[0].numbers:
            yield found[0].numbers[0]
