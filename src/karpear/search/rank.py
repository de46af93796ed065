"""The ranking, in whole numbers only, so that Python and JavaScript agree to the last place.

A hit is worth what its place is worth (title, other names, heading, key message, body) times how
it stands there (a whole word, a word's beginning, inside a word), times how rare the word is. All
words together in one section, near one another, count more; a page that lacks a word comes after.
A question that only asks for help gets the helplines first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from karpear.search.corpus import Corpus, Line
from karpear.search.question import Term, phrases_of, terms_of
from karpear.search.texts import fold, is_khmer

_PUNCTUATION = re.compile('[!?,;:()«»“”"។៕៖]')
_NUMBER = re.compile("[0-9]{3,}")
HELP, LINES = "help", "lines"
FEW, SPREAD, TOGETHER = 3, 6, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One page with its best section; ``via`` is the term or word that was looked for instead."""

    url: str
    title: str
    section: str
    anchor: str
    via: str = ""


def search(corpus: Corpus, question: str, limit: int = 10) -> list[Result]:
    """The best pages for a question, best first."""
    whole = fold(_PUNCTUATION.sub(" ", question))
    terms = terms_of(corpus, whole)
    ranked = _ranked(corpus, terms, phrases_of(corpus, whole, terms))
    via = next((term.via for term in terms if term.via), "")
    found = [_result(corpus, page, spot, via) for _, page, spot in ranked]
    first = _help_first(corpus, whole)
    return [*first, *(r for r in found if not first or r.url != first[0].url)][:limit]


def _result(corpus: Corpus, page: int, spot: int, via: str) -> Result:
    target = corpus.pages[page]
    key, title = (target.spots[spot].key, target.spots[spot].title) if spot >= 0 else ("", "")
    return Result(url=target.url, title=target.title, section=title, anchor=key, via=via)


def _ranked(corpus: Corpus, terms: list[Term], phrases: list[Term]) -> list[tuple[int, int, int]]:
    """Score (negative), page and best section, best first."""
    total = sum(term.rare for term in terms)
    found = []
    for page in sorted(set().union(*(term.pages for term in terms))):
        here = [term for term in terms if page in term.pages]
        covered = sum(term.rare for term in here)
        points, spot = _score(corpus, page, here, phrases)
        has_all = all(term in here or term.rare == 1 for term in terms)
        found.append((has_all, covered * 2 >= total, -points * covered**2, page, spot))
    if len(terms) <= FEW and any(row[0] for row in found):
        found = [row for row in found if row[0]]
    return sorted(row[2:] for row in found if row[1])


def _score(corpus: Corpus, page: int, terms: list[Term], phrases: list[Term]) -> tuple[int, int]:
    """Points of a page, and its best section (-1 for the page as a whole)."""
    points = 0
    spots: dict[int, int] = defaultdict(int)
    has: dict[int, int] = defaultdict(int)
    for term in (*terms, *phrases):
        own, places = _places(corpus, term, page)
        points += term.rare * (own + max(places.values(), default=0) + min(len(places), SPREAD))
        for spot, worth in places.items():
            spots[spot] += term.rare * worth
            has[spot] += term in terms
    if not spots:
        return points, -1
    best = max(spots, key=lambda spot: (has[spot], spots[spot], -spot))
    together = has[best] == len(terms) > 1
    rare = sum(term.rare for term in terms)
    return points + spots[best] + TOGETHER * rare * together, best


def _places(corpus: Corpus, term: Term, page: int) -> tuple[int, dict[int, int]]:
    """What a term is worth to the page as a whole, and in each section."""
    own = 0
    places: dict[int, int] = defaultdict(int)
    for n in corpus.of_page[page]:
        if n in term.hits:
            entry = corpus.entries[n]
            if entry.section < 0:
                own += term.hits[n]
            else:
                places[entry.section] += term.hits[n]
    return own, places


def _help_first(corpus: Corpus, whole: str) -> list[Result]:
    """The help page, with the line that is asked for, when the question is about help only."""
    page = next((page for page in corpus.pages if page.id == HELP), None)
    line = _line(corpus, whole)
    if page is None or not (line or _asks_help(corpus, whole)):
        return []
    if line:
        anchor = f"line-{line.id}"
        return [Result(url=page.url, title=page.title, section=line.title, anchor=anchor)]
    spot = next((spot for spot in page.spots if spot.key == LINES), page.spots[0])
    return [Result(url=page.url, title=page.title, section=spot.title, anchor=spot.key)]


def _line(corpus: Corpus, whole: str) -> Line | None:
    """The line whose number or name the question is, without the words that go along."""
    digits = re.sub("[ .-]", "", whole)
    rest = _without(_without(whole, corpus.help), corpus.along)
    for line in corpus.lines:
        is_number = _NUMBER.fullmatch(digits) and line.number.startswith(digits)
        if is_number or whole in line.names or (rest and rest in line.names):
            return line
    return None


def _asks_help(corpus: Corpus, whole: str) -> bool:
    """Whether nothing but words for help, and words that go along with them, is asked."""
    rest = _without(whole, corpus.help)
    return rest != whole and not _without(rest, corpus.along)


def _without(text: str, words: list[str]) -> str:
    """What is left of a text without some words, longest first."""
    for word in sorted(words, key=lambda word: (-len(word), word)):
        if is_khmer(word):
            text = text.replace(word, " ")
        else:
            text = re.sub(rf"(?<![0-9a-z]){re.escape(word)}(?![0-9a-z])", " ", text)
    return " ".join(text.split())
