"""One page in one language: sections, blocks and items, with the line of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from karpear.model.names import Audience, Kind, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One list item or paragraph: inline text without its citations."""

    text: str
    cites: tuple[str, ...]
    line: int


BlockKind = Literal["paragraph", "bullets", "steps", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph (one item), a list, or a table (``rows``; the first row is the head)."""

    kind: BlockKind
    line: int
    items: tuple[Item, ...] = ()
    start: int = 1
    rows: tuple[tuple[Item, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A keyed section (level 2) or part of one (level 3). ``raw`` is the source text the
    stamp is made of; ``cites`` hold for each item that names nothing itself."""

    key: str
    title: str
    level: int
    line: int
    blocks: tuple[Block, ...]
    cites: tuple[str, ...]
    raw: str

    def items(self) -> Iterator[Item]:
        """All items of the section, table cells included, in reading order."""
        for block in self.blocks:
            yield from block.items
            for row in block.rows:
                yield from row


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a named person checked, and when."""

    by: str
    role: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language. ``id`` is its address without slashes; ``""`` is home."""

    id: str
    lang: Language
    path: str
    kind: Kind
    title: str
    summary: str
    source_lang: Language
    updated: date
    sections: tuple[Section, ...]
    audience: Audience | None = None
    band: str | None = None
    risks: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    young: bool = False
    review: tuple[Review, ...] = ()
    stamps: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_source(self) -> bool:
        return self.lang is self.source_lang

    @property
    def is_draft(self) -> bool:
        return not self.review

    @property
    def is_sheltered(self) -> bool:
        """A page that a child in trouble may read: nothing that is shown outside of it (previews,
        pictures, titles of embeds) may say what it is about, and it asks nobody to share it."""
        is_help = self.id == "help" or self.id.startswith("help/")
        return is_help or self.young or "children" in (self.audience, self.id)

    @property
    def url(self) -> str:
        """Address from the site's root, with the language's prefix: ``/en/help/``."""
        prefix = "/" if self.lang is Language.KM else "/en/"
        return prefix + (f"{self.id}/" if self.id else "")

    def section(self, key: str) -> Section | None:
        return next((s for s in self.sections if s.key == key), None)

    def texts(self) -> Iterator[tuple[int, str]]:
        """Title, summary, headings and items, each with its line."""
        yield self.lines.get("title", 1), self.title
        yield self.lines.get("summary", 1), self.summary
        for section in self.sections:
            yield section.line, section.title
            for item in section.items():
                yield item.line, item.text

    def cites(self) -> Iterator[str]:
        """Every citation on the page, in order, with repeats."""
        for section in self.sections:
            for item in section.items():
                yield from item.cites
            yield from section.cites
