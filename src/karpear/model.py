"""The library of guidance as plain, frozen values: everything downstream reads this.

Nothing here knows of YAML, Markdown files, MkDocs or HTML. Inline text keeps the small
Markdown subset of ``handbook/content.md`` (bold, links, ``[[helpline]]``, marked quotations);
citations are lifted out into ``cites``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Literal


class Language(StrEnum):
    """A language of the site, by its BCP 47 tag."""

    KM = "km"
    EN = "en"

    @property
    def other(self) -> Language:
        """The twin language."""
        return Language.EN if self is Language.KM else Language.KM


class Audience(StrEnum):
    """Who a module speaks to."""

    PARENTS = "parents"
    TEACHERS = "teachers"
    CHILDREN = "children"


class Kind(StrEnum):
    """What a page is; each kind has its own section keys (see ``sections.py``)."""

    MODULE = "module"
    TOPIC = "topic"
    RISK = "risk"
    FLOW = "flow"
    PAGE = "page"


class State(StrEnum):
    """Parity of one section of a translation with its source (architecture.md, 4)."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"
    UNSTAMPED = "unstamped"
    ORPHANED = "orphaned"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """One text in both languages, side by side."""

    km: str
    en: str

    def __getitem__(self, lang: Language) -> str:
        return self.km if lang is Language.KM else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeBand:
    """An age band such as ``10-12``; ``title`` is how readers meet it."""

    id: str
    title: Bilingual
    stage: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceName:
    """How readers meet an audience, in navigation and headings."""

    id: Audience
    title: Bilingual
    door: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCell:
    """One cell of the 4C matrix, ``conduct/sexual``, or a theme, ``cross-cutting/privacy``."""

    id: str
    title: Bilingual
    plain: Bilingual

    @property
    def category(self) -> str:
        return self.id.partition("/")[0]

    @property
    def aspect(self) -> str:
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCategory:
    """A row of the matrix: one of the 4Cs or the cross-cutting themes."""

    id: str
    title: Bilingual
    plain: Bilingual
    cells: tuple[RiskCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable:
    """A cell of the coverage matrix left empty on purpose, with the reason."""

    audience: Audience
    band: str
    category: str
    because: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A telephone number: ``shown`` as printed, ``dial`` as dialled (ASCII, no spaces)."""

    shown: str
    dial: str
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedSource:
    """Where a statement on a helpline was seen, with the date that the source gives."""

    what: Bilingual
    dated: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A named person rang or wrote: when, who, and how."""

    on: date
    by: str
    method: str


HelplineStatus = Literal["A", "B", "C", "X"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A line or place of help. Status A owner's page seen, B several sources, C one or old,
    X never shown (kept so that nobody adds it again)."""

    id: str
    title: Bilingual
    short: Bilingual
    kind: str
    status: HelplineStatus
    numbers: tuple[Number, ...]
    links: tuple[tuple[str, Bilingual], ...]
    hours: Bilingual | None
    cost: Bilingual | None
    languages: Bilingual | None
    serves: Bilingual | None
    who_knows: Bilingual | None
    unconfirmed: Bilingual | None
    never: tuple[str, ...]
    audiences: tuple[Audience, ...]
    sources: tuple[DatedSource, ...]
    verified: Verified | None
    line: int = 0

    @property
    def is_shown(self) -> bool:
        return self.status != "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactKind:
    """A kind of help, H1-H6 of the content brief (1.4): ``helplines`` in order of choice."""

    id: str
    title: Bilingual
    short: Bilingual
    use: Bilingual
    helplines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """What is known of one app; ``facts`` are label and text, unknown things are left out."""

    id: str
    title: str
    facts: tuple[tuple[Bilingual, Bilingual], ...]
    checked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document we cite. ``outside`` ones are good practice of a named body, never a rule."""

    id: str
    title: Bilingual
    issuer: Bilingual
    year: str
    note: Bilingual
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a source says, in our words, with its clause; ``caveat`` is for editors only."""

    id: str
    source: str
    clause: str
    kind: str
    audiences: tuple[str, ...]
    bands: tuple[str, ...]
    risks: tuple[str, ...]
    gist: str
    caveat: str | None
    held_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry. ``variants`` feed search and are never written in body text."""

    id: str
    group: str
    title: Bilingual
    definition: Bilingual
    attested: str | None
    variants: tuple[str, ...]
    avoid: tuple[str, ...]
    notes: str | None
    public: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Discouraged wordings of one language: ``never`` are errors, ``warn`` warnings."""

    never: tuple[str, ...]
    warn: tuple[str, ...]


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
    def url(self) -> str:
        """Address from the site's root, with the language's prefix: ``/en/help/``."""
        prefix = "/" if self.lang is Language.KM else "/en/"
        return prefix + (f"{self.id}/" if self.id else "")

    def section(self, key: str) -> Section | None:
        return next((s for s in self.sections if s.key == key), None)

    def cites(self) -> Iterator[str]:
        """Every citation on the page, in order, with repeats."""
        for section in self.sections:
            for item in section.items():
                yield from item.cites
            yield from section.cites


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The whole content, both languages; the only thing pages and editions read."""

    root: str
    bands: tuple[AgeBand, ...]
    audiences: tuple[AudienceName, ...]
    risks: tuple[RiskCategory, ...]
    not_applicable: tuple[NotApplicable, ...]
    helplines: tuple[Helpline, ...]
    contacts: tuple[ContactKind, ...]
    platforms: tuple[Platform, ...]
    sources: tuple[Source, ...]
    facts: Mapping[str, Fact]
    terms: tuple[Term, ...]
    words: Mapping[Language, WordList]
    spellings: Mapping[str, str]
    ui: Mapping[str, Bilingual]
    pages: tuple[Page, ...]
    images: tuple[str, ...] = ()
    as_of: date = date(2026, 1, 1)
    _index: Mapping[tuple[str, Language], Page] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index pages, so that a look-up does not grow with the site."""
        index = {(page.id, page.lang): page for page in self.pages}
        object.__setattr__(self, "_index", MappingProxyType(index))

    def page(self, page_id: str, lang: Language) -> Page | None:
        """The page of that id and language, or None."""
        return self._index.get((page_id, lang))

    def in_language(self, lang: Language) -> tuple[Page, ...]:
        return tuple(p for p in self.pages if p.lang is lang)

    def helpline(self, helpline_id: str) -> Helpline | None:
        return next((h for h in self.helplines if h.id == helpline_id), None)

    def contact(self, contact_id: str) -> ContactKind | None:
        return next((c for c in self.contacts if c.id == contact_id), None)

    def newest(self) -> date:
        """The newest content date: the default build date (``SOURCE_DATE_EPOCH``)."""
        return max((p.updated for p in self.pages), default=date(2026, 1, 1))
