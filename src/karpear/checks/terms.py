"""T: blaming and outdated words, except in a marked quotation (``!«…»``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from karpear import inline
from karpear.findings import Finding, error, warning
from karpear.model import Audience, Language, Library, Page, Term
from karpear.model.pairs import shared_pairs

UNDER_TEN = frozenset({"0-5", "6-9"})
_BETRAYING = {
    Language.EN: (
        "abuse",
        "sexual",
        "blackmail",
        "extort",
        "threat",
        "naked",
        "nude",
        "rape",
        "porn",
    ),
    Language.KM: ("រំលោភ", "ផ្លូវភេទ", "គំរាម", "អាសអាភាស", "អាក្រាត", "បៀតបៀន", "ជំរិត"),
}


def check_terms(library: Library) -> Iterator[Finding]:
    """``never`` words are errors, ``warn`` words and avoided forms warnings, titles neutral."""
    forms = _forms(library.terms)
    avoided = _pattern(tuple(sorted(forms)), Language.EN)
    for page in library.pages:
        words = library.words[page.lang]
        never, warn = _pattern(words.never, page.lang), _pattern(words.warn, page.lang)
        for line, text in _texts(page):
            for match in never.finditer(text) if never else ():
                yield error(page.path, line, "T101", word=match[0])
            for match in warn.finditer(text) if warn else ():
                yield warning(page.path, line, "T102", word=match[0])
            for match in avoided.finditer(text) if avoided and page.lang is Language.EN else ():
                term = forms[match[0].lower()]
                yield warning(page.path, line, "T103", word=match[0], term=term)
        if page.young:
            yield from _title(page)
        if page.audience is Audience.CHILDREN and page.band in UNDER_TEN:
            yield from _kept(page, library.kept_from_under_ten[page.lang])
    yield from _shared(library)
    yield from _actions(library)


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Every visible text of the page without its marked quotations."""
    yield page.lines.get("title", 1), page.title
    yield page.lines.get("summary", 1), page.summary
    for section in page.sections:
        yield section.line, section.title
        for item in section.items():
            yield item.line, inline.plain(item.text, quotations=False).replace("\u200b", "")


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...], lang: Language) -> re.Pattern[str] | None:
    """English by whole words, Khmer as substrings (terms.yml tells why), longest first."""
    if not words:
        return None
    ordered = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = rf"\b(?:{ordered})\b" if lang is Language.EN else f"(?:{ordered})"
    return re.compile(pattern, re.IGNORECASE)


def _forms(terms: tuple[Term, ...]) -> dict[str, str]:
    """Each avoided English phrase → the term to write. Single words of the lists (danger,
    secret, miss) are for people: most of their uses are innocent."""
    return {form.lower(): t.title.en for t in terms for form in t.avoid if " " in form}


def _kept(page: Page, words: tuple[str, ...]) -> Iterator[Finding]:
    pattern = _pattern(words, page.lang)
    for line, text in page.texts() if pattern else ():
        for match in pattern.finditer(text) if pattern else ():
            yield error(page.path, line, "T105", word=match[0])


def _title(page: Page) -> Iterator[Finding]:
    for word in _BETRAYING[page.lang]:
        if word in page.title.lower():
            yield error(page.path, page.lines.get("title", 1), "T104", word=word)


def _shared(library: Library) -> Iterator[Finding]:
    """The texts of shared files; words that readers type into the search may be any."""
    for lang in Language:
        never = _pattern(library.words[lang].never, lang)
        for pair in shared_pairs(library) if never else ():
            for match in never.finditer(pair.text[lang]) if never and not pair.is_typed else ():
                yield error(pair.path, pair.line, "T101", word=match[0])


def _actions(library: Library) -> Iterator[Finding]:
    """Cards stand on pages of small children, so the words kept from those are kept from all."""
    path = f"{library.root}/shared/actions.yml"
    for lang in Language:
        words = library.words[lang]
        kept = _pattern(library.kept_from_under_ten[lang], lang)
        for action in library.actions:
            text = f"{action.title[lang]} {action.text[lang]}"
            if kept and (match := kept.search(text)):
                yield error(path, action.line, "T105", word=match[0])
            if (pattern := _pattern(words.warn, lang)) and (match := pattern.search(text)):
                yield warning(path, action.line, "T102", word=match[0])
