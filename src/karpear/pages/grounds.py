"""Why we say it: citations → document and clause, or good practice, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from karpear.model import Library, Page, Source
from karpear.rendering.words import Words
from karpear.views import SourceView, Why


def make_why(words: Words, cites: Iterable[str]) -> tuple[Why, ...]:
    """The grounds of one item; clauses of one document stand together."""
    clauses: dict[str, list[str]] = {}
    for source_id, clause in _resolved(words.library, cites):
        known = clauses.setdefault(source_id, [])
        if clause and clause not in known:
            known.append(clause)
    sources = {source.id: source for source in words.library.sources}
    return tuple(
        _why(words, sources[source_id], found)
        for source_id, found in clauses.items()
        if source_id in sources
    )


def _resolved(library: Library, cites: Iterable[str]) -> Iterator[tuple[str, str]]:
    for cite in cites:
        fact = library.facts.get(cite)
        yield (fact.source, fact.clause) if fact else (cite, "")


def _why(words: Words, source: Source, clauses: list[str]) -> Why:
    return Why(
        title=words.of(source.title),
        clause=words.clause("; ".join(clauses)),
        year=words.dated(source.year),
        is_practice=source.outside or source.id == "craft",
    )


def make_sources(words: Words, page: Page, more: Iterable[str] = ()) -> tuple[SourceView, ...]:
    """The documents a page rests on, in the order of ``sources.yml``; ``more`` are citations of
    what the model adds to it."""
    clauses: dict[str, list[str]] = {}
    for source_id, clause in _resolved(words.library, (*page.cites(), *more)):
        known = clauses.setdefault(source_id, [])
        known += [part for part in clause.split("; ") if part and part not in known]
    return tuple(
        source_view(words, source, tuple(clauses[source.id]))
        for source in words.library.sources
        if source.id in clauses
    )


def source_view(words: Words, source: Source, clauses: tuple[str, ...] = ()) -> SourceView:
    """One document for a list of sources."""
    return SourceView(
        id=source.id,
        title=words.of(source.title),
        issuer=words.of(source.issuer),
        year=words.dated(source.year),
        note=words.of(source.note),
        clauses=tuple(words.clause(clause) for clause in clauses),
        is_outside=source.outside or source.id == "craft",
    )
