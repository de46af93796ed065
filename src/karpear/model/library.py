"""The whole content as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from karpear.model.actions import Action
from karpear.model.agreement import AgreementHeading
from karpear.model.artifacts import Artifact
from karpear.model.helplines import ContactKind, Helpline, Platform
from karpear.model.ledger import Fact, Source, Term, WordList
from karpear.model.names import (
    AgeBand,
    AudienceName,
    Bilingual,
    Language,
    NotApplicable,
    RiskCategory,
)
from karpear.model.packs import Pack
from karpear.model.pages import Page
from karpear.model.recordings import Recording, Sound
from karpear.model.shortids import ShortId


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The whole content, both languages; the only thing pages and editions read. ``artifacts``
    are the files made from it before the pages are, so that pages can say what there is.
    ``revision`` counts the changes that no newer date shows; ``unread`` names the files that are
    there and could not be read: ``shared/terms.yml``, ``km/help``."""

    root: str
    bands: tuple[AgeBand, ...]
    audiences: tuple[AudienceName, ...]
    risks: tuple[RiskCategory, ...]
    not_applicable: tuple[NotApplicable, ...]
    helplines: tuple[Helpline, ...]
    contacts: tuple[ContactKind, ...]
    platforms: tuple[Platform, ...]
    actions: tuple[Action, ...]
    sources: tuple[Source, ...]
    facts: Mapping[str, Fact]
    terms: tuple[Term, ...]
    words: Mapping[Language, WordList]
    kept_from_under_ten: Mapping[Language, tuple[str, ...]]
    spellings: Mapping[str, str]
    ui: Mapping[str, Bilingual]
    pages: tuple[Page, ...]
    images: tuple[str, ...] = ()
    recordings: tuple[Recording, ...] = ()
    sounds: tuple[Sound, ...] = ()
    short_ids: tuple[ShortId, ...] = ()
    short_ids_assigned: int = 0
    packs: tuple[Pack, ...] = ()
    agreement: tuple[AgreementHeading, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    helplines_updated: date | None = None
    revision: int = 0
    unread: frozenset[str] = frozenset()
    as_of: date = date(2026, 1, 1)
    _index: Mapping[tuple[str, Language], Page] = field(init=False, repr=False, compare=False)
    _short: Mapping[tuple[str, Language], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index pages, so that a look-up does not grow with the site."""
        index = {(page.id, page.lang): page for page in self.pages}
        object.__setattr__(self, "_index", MappingProxyType(index))
        short = {(row.page, row.lang): row.id for row in reversed(self.short_ids)}
        object.__setattr__(self, "_short", MappingProxyType(short))

    def page(self, page_id: str, lang: Language) -> Page | None:
        """The page of that id and language, or None."""
        return self._index.get((page_id, lang))

    def is_unread(self, page_id: str, lang: Language) -> bool:
        """Whether that page is only missing because its file could not be read."""
        return f"{lang}/{page_id}".rstrip("/") in self.unread

    def in_language(self, lang: Language) -> tuple[Page, ...]:
        return tuple(p for p in self.pages if p.lang is lang)

    def helpline(self, helpline_id: str) -> Helpline | None:
        return next((h for h in self.helplines if h.id == helpline_id), None)

    def contact(self, contact_id: str) -> ContactKind | None:
        return next((c for c in self.contacts if c.id == contact_id), None)

    def short_id(self, page: Page) -> str:
        """The permanent short id of a page, or a derived one until that is written down."""
        return self._short[page.id, page.lang]

    def newest(self) -> date:
        """The newest content date: the default build date (``SOURCE_DATE_EPOCH``)."""
        days = [page.updated for page in self.pages]
        if self.helplines_updated:
            days.append(self.helplines_updated)
        return max(days, default=date(2026, 1, 1))
