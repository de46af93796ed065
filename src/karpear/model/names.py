"""Names that hold for both languages: languages, audiences, age bands and the 4C matrix."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


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
    """One text in both languages, side by side; ``line`` is where its file has it."""

    km: str
    en: str
    line: int = field(default=0, compare=False)

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
