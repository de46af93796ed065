"""What pages are given where a reader chooses: a file to print, a card to embed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CardChoice:
    """A card to embed: its code, its heights by width, the short link, the card, its QR codes."""

    name: str
    lang: str
    title: str
    snippet: str
    heights: tuple[int, ...]
    link: str
    card: str
    qr_svg: str
    qr_png: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Cards for one kind of reader, or on one kind of matter."""

    id: str
    title: str
    cards: tuple[CardChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Howto:
    """A drawing of where to press, for the section ``key``; ``alt`` says it in words."""

    key: str
    src: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """The page to choose a card on: its script, the rights of the preview, sizes, all cards."""

    script: str
    sandbox: str
    widths: tuple[str, ...]
    groups: tuple[CardGroup, ...]
    howtos: tuple[Howto, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFile:
    """One file to print: what paper it is, and its pages and size in words."""

    href: str
    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintItem:
    """One thing on paper in all its variants; ``picture`` is the address of its first page."""

    title: str
    picture: str
    files: tuple[PrintFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintShelf:
    """Prints that belong together: of an audience, by band, or of one kind."""

    id: str
    title: str
    items: tuple[PrintItem, ...]
