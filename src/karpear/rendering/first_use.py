"""The first use of a glossary term on a page is a link to its entry.

Longest terms first, whole words only: in English by word boundaries, in Khmer by clusters, and
there only terms long enough not to be part of another word by chance. Everyday words (phone,
share, online) stay unlinked, or every line would be underlined.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape

from karpear import khmer
from karpear.model import Audience, Language, Library, Page, Term

UNDER_TEN = frozenset({"0-5", "6-9"})
_GROUPS = frozenset({"forms", "risks", "help", "rights", "institutions", "digital"})
_EVERYDAY = frozenset(
    [
        "internet",
        "online",
        "phone",
        "device",
        "app",
        "website",
        "content",
        "post",
        "share",
        "download",
        "privacy",
        "account",
        "profile",
        "password",
        "block",
        "report",
        "mute",
        "risk",
        "harm",
        "threat",
        "school",
        "community",
        "police",
        "helpline",
        "hotline",
        "shame",
        "wifi",
        "message",
        "listen-no-judge",
        "open-talk",
        "no-blame",
        "not-your-fault",
        "prevention",
        "evidence",
        "screenshot",
        "consent",
    ]
)
_MIN_KHMER_CLUSTERS = 5
_MARKS = "\u17b4-\u17d3\u17dd"


class FirstUse:
    """Links each term once; make one for each page. ``to`` gives the address of an entry."""

    def __init__(self, library: Library, page: Page, to: Callable[[str], str]) -> None:
        self.lang, self.to = page.lang, to
        self.terms = {} if not _is_linked(library, page) else _by_title(library.terms, page.lang)
        self.pattern = _pattern(tuple(self.terms), page.lang)
        self.seen: set[str] = set()

    def html(self, text: str) -> str:
        """Escaped text with links at first uses."""
        if not self.terms or self.pattern is None:
            return escape(text, quote=False)
        parts, end = [], 0
        for match in self.pattern.finditer(text):
            term = self.terms[match[0].lower()]
            if term in self.seen:
                continue
            self.seen.add(term)
            parts.append(escape(text[end : match.start()], quote=False))
            parts.append(self._link(term, match[0]))
            end = match.end()
        return "".join(parts) + escape(text[end:], quote=False)

    def _link(self, term: str, words: str) -> str:
        return f'<a class="k-term-link" href="{escape(self.to(term))}">{escape(words)}</a>'


def _is_linked(library: Library, page: Page) -> bool:
    """Not on the glossary itself, nor where it is for older readers than the page."""
    is_small_child = page.audience is Audience.CHILDREN and page.band in UNDER_TEN
    return page.id != "glossary" and not is_small_child and _has_glossary(library, page.lang)


def _has_glossary(library: Library, lang: Language) -> bool:
    return library.page("glossary", lang) is not None


@lru_cache(maxsize=4)
def _by_title(terms: tuple[Term, ...], lang: Language) -> dict[str, str]:
    """Titles in lower case → ids of the terms that are linked."""
    return {
        term.title[lang].lower(): term.id
        for term in terms
        if term.public and term.group in _GROUPS and term.id not in _EVERYDAY
        if lang is Language.EN or khmer.count(term.title.km) >= _MIN_KHMER_CLUSTERS
    }


@lru_cache(maxsize=4)
def _pattern(titles: tuple[str, ...], lang: Language) -> re.Pattern[str] | None:
    if not titles:
        return None
    ordered = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
    if lang is Language.EN:
        return re.compile(rf"\b(?:{ordered})\b", re.IGNORECASE)
    return re.compile(f"(?<!\u17d2)(?:{ordered})(?![{_MARKS}])")
