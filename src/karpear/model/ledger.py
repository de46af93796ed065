"""What we cite and how we call things: sources, facts, terms, discouraged words."""

from __future__ import annotations

from dataclasses import dataclass

from karpear.model.names import Bilingual


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
