"""Which pages have a card, and the names of everything that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from karpear.model import Kind, Page, Section

HELP: Final = "help"
_CARDED: Final = frozenset({Kind.MODULE, Kind.RISK, Kind.TOPIC, Kind.FLOW})


def has_card(page: Page) -> bool:
    """Modules, risks, topics, flows, and the page of help."""
    return page.kind in _CARDED or page.id == HELP


def card_sections(page: Page) -> Iterator[Section]:
    """The sections that a card says: of a flow what to do now and what not, else the page in one
    minute; the card of help has the help block alone."""
    keys = ("now", "do-not") if page.kind is Kind.FLOW else ("minute",)
    return filter(None, map(page.section, () if page.id == HELP else keys))


def card_name(page: Page) -> str:
    """``parents/6-9`` → ``parents-6-9``; equal in both languages."""
    return page.id.replace("/", "-")


def card_path(page: Page) -> str:
    """Where the card lies, from the site's root."""
    return f"embed/{page.lang}/{card_name(page)}.html"


def oembed_path(page: Page) -> str:
    """Where its oEmbed answer lies."""
    return f"embed/{page.lang}/{card_name(page)}.json"


def qr_path(page: Page, kind: str) -> str:
    """Where the QR code of the page lies; ``kind`` is svg or png."""
    return f"downloads/qr/{page.lang}/{card_name(page)}.{kind}"


def group_of(page: Page) -> str:
    """The shelf a card stands on: help, an audience, risks, topics, or flows."""
    if page.audience:
        return str(page.audience)
    return "flows" if page.kind is Kind.FLOW else page.id.partition("/")[0]
