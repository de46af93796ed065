"""Library → the index of one language in two stages (contract.md, Budgets).

The first stage answers at once: titles, headings, key messages, terms with their other names,
helplines. The second holds all other text, section by section in the same order. ``keys`` are ids
and numbers as they are, ``texts`` what is read and searched (``texts.py``).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from karpear import inline
from karpear.model import Helpline, Kind, Language, Library, Page, Section, Term
from karpear.rendering.helplines import may_stand
from karpear.search.texts import FREE, fold, is_khmer, letters_of, marked, swapped

VERSION = 1
SEARCH, HELP, PLATFORMS = "search", "help", "platforms"
KEY_SECTION = "minute"
KEY_KINDS = frozenset({Kind.MODULE, Kind.TOPIC})
FIRST_BYTES = 14_940  # of 15,000 (contract.md, Budgets); the script around it takes the rest
_NAMES = re.compile(r"[;()]")
_HELPLINE = re.compile(r"\[\[([a-z0-9-]+)\]\]")

Stage = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A section, or a card of a page."""

    key: str
    title: str
    text: str
    is_lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What is written as ``km.first.js`` and ``km.full.js``."""

    first: Stage
    full: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A page with what is found on it."""

    page: Page
    spots: tuple[_Spot, ...]


def make_index(library: Library, lang: Language) -> Index:
    """The index of one language; the search page itself is not in it. Where the first stage would
    grow too large, the key messages of the last pages wait for the second."""
    pages = [page for page in library.in_language(lang) if page.id != SEARCH]
    entries = [_Entry(page=page, spots=tuple(_spots(library, page))) for page in pages]
    texts = [_first_texts(library, entries, lang), _full_texts(library, entries, lang)]
    letters = letters_of(list(_strings(texts))) if lang is Language.KM else ""
    head: Stage = {
        "version": VERSION,
        "lang": str(lang),
        "letters": letters,
        "free": FREE[: len(letters)],
    }

    def first(leads: int) -> Stage:
        chosen = list(_with_leads(entries, leads))
        keys = _first_keys(library, chosen, lang)
        return head | {"keys": keys, "texts": _stored(_first_texts(library, chosen, lang), letters)}

    leads = _most_that_fit(first, sum(spot.is_lead for entry in entries for spot in entry.spots))
    chosen = list(_with_leads(entries, leads))
    full_texts = _stored(_full_texts(library, chosen, lang), letters)
    full = head | {"keys": _full_keys(library, chosen), "texts": full_texts}
    return Index(first=first(leads), full=full)


def _with_leads(entries: list[_Entry], leads: int) -> Iterator[_Entry]:
    """The pages, of which only the first ``leads`` have their key message in the first stage."""
    for entry in entries:
        spots = []
        for spot in entry.spots:
            leads -= spot.is_lead
            spots.append(replace(spot, is_lead=False) if spot.is_lead and leads < 0 else spot)
        yield replace(entry, spots=tuple(spots))


def _most_that_fit(first: Callable[[int], Stage], most: int) -> int:
    """How many key messages the first stage has room for: by halves, since each costs some."""
    low, high = 0, most
    while low < high and _size(first(high)) > FIRST_BYTES:
        middle = (low + high) // 2
        low, high = (middle, high - 1) if _size(first(middle)) <= FIRST_BYTES else (low, middle)
    return high


def _size(stage: Stage) -> int:
    """Bytes over the line: as JSON, gzip."""
    text = json.dumps(stage, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(text.encode(), 9, mtime=0))


@lru_cache(maxsize=50_000)
def _marked(text: str) -> str:
    """Words are parted once for each text, though the first stage may be tried several times."""
    return marked(text)


def _stored(texts: object, letters: str) -> object:
    """Every text marked and in its stored letters."""
    if not letters:
        return texts
    return _mapped(texts, lambda text: swapped(_marked(text), letters))


def _mapped(part: object, change: Callable[[str], str]) -> object:
    if isinstance(part, str):
        return change(part)
    if isinstance(part, dict):
        return {name: _mapped(inner, change) for name, inner in part.items()}
    return [_mapped(inner, change) for inner in part] if isinstance(part, list) else part


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | dict):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _strings(inner)


def _first_keys(library: Library, pages: list[_Entry], lang: Language) -> Stage:
    """Ids in the order of the texts, numbers to dial, and which terms a page is about."""
    order = {term.id: str(n) for n, term in enumerate(_terms(library))}
    return {
        "pages": [
            [e.page.id, " ".join(order[t] for t in e.page.terms if t in order)] for e in pages
        ],
        "lines": [
            [ln.id, ln.numbers[0].dial if ln.numbers else ""] for ln in _lines(library, lang)
        ],
    }


def _full_keys(library: Library, pages: list[_Entry]) -> Stage:
    """Anchors of sections and of glossary terms."""
    return {
        "pages": [" ".join(spot.key for spot in entry.spots) for entry in pages],
        "terms": " ".join(term.id for term in _terms(library)),
    }


def _first_texts(library: Library, pages: list[_Entry], lang: Language) -> Stage:
    return {
        "names": [contact.short[lang] for contact in library.contacts],
        "lines": [_line(line, lang) for line in _lines(library, lang)],
        "help": word_list(library, "search-help", *Language),
        "with": word_list(library, "search-help-with", *Language),
        "skip": word_list(library, "search-skip", lang),
        "terms": [_term(term, lang) for term in _terms(library)],
        "pages": [
            [e.page.title, _aliases(library, e.page), [_head(spot) for spot in e.spots]]
            for e in pages
        ],
    }


def _full_texts(library: Library, pages: list[_Entry], lang: Language) -> Stage:
    return {
        "terms": [_meaning(term, lang) for term in _terms(library)],
        "pages": [[e.page.summary, ["" if s.is_lead else s.text for s in e.spots]] for e in pages],
    }


def _head(spot: _Spot) -> list[str]:
    """Heading, and the text where it is the page's key message."""
    return [spot.title, spot.text] if spot.is_lead else [spot.title]


def _spots(library: Library, page: Page) -> Iterator[_Spot]:
    """The sections of a page, then the cards that the machine puts on it."""
    lang = page.lang
    for section in page.sections:
        is_lead = section.key == KEY_SECTION and page.kind in KEY_KINDS
        text = _text(library, section, lang)
        yield _Spot(key=section.key, title=section.title, text=text, is_lead=is_lead)
    for line in _lines(library, lang) if page.id == HELP else ():
        text = line.serves[lang] if line.serves else ""
        yield _Spot(key=f"line-{line.id}", title=line.title[lang], text=text)
    for app in library.platforms if page.id == PLATFORMS else ():
        text = "\n".join(text[lang] for _, text in app.facts)
        yield _Spot(key=f"app-{app.id}", title=app.title, text=text)


def _lines(library: Library, lang: Language) -> Iterator[Helpline]:
    """The lines that stand on the help page."""
    page = library.page(HELP, lang)
    return (line for line in library.helplines if page and may_stand(line, page))


def _line(line: Helpline, lang: Language) -> list[object]:
    """Title, number as shown, other names; the number as it is dialled from abroad is one."""
    names = [line.short[lang], line.short[lang.other], line.title[lang.other]]
    shown = line.numbers[0].shown if line.numbers else ""
    dialled = [number.dial for number in line.numbers[:1] if number.dial.startswith("+")]
    names += [form for dial in dialled for form in (dial, dial[1:])]
    return [line.title[lang], shown, list(dict.fromkeys(names))]


def word_list(library: Library, key: str, *languages: Language) -> list[str]:
    """The words of a list in ``ui.yml``; a content root of one's own may not have it."""
    pair = library.ui.get(key)
    texts = [pair[lang] for lang in languages] if pair else []
    return [word.strip() for text in texts for word in text.split(",")]


def _terms(library: Library) -> list[Term]:
    return [term for term in library.terms if term.public]


def _term(term: Term, lang: Language) -> list[object]:
    """Title, and what else readers call it: the other language, short forms, variants; each once,
    as search reads it, because the first stage is small."""
    title = term.title[lang]
    parts = _NAMES.split(f"{term.title[lang.other]};{title}")
    names = {fold(name): name.strip() for name in (*parts, *_variants(term, lang))}
    return [title, [name for key, name in names.items() if key not in ("", fold(title))]]


def _variants(term: Term, lang: Language) -> list[str]:
    """Variants in the script of the page; the others wait for the second stage."""
    return [name for name in term.variants if is_khmer(name) == (lang is Language.KM)]


def _meaning(term: Term, lang: Language) -> list[object]:
    """Definition, and names that are typed less often or that we avoid."""
    first = _variants(term, lang)
    return [term.definition[lang], [n for n in term.variants if n not in first] + [*term.avoid]]


def _aliases(library: Library, page: Page) -> str:
    """Other words for a page: who a module is for, and what readers type (``search-words-…``)."""
    key = f"search-words-{page.id.replace('/', '-')}"
    words = [library.ui[key][page.lang]] if key in library.ui else []
    return "; ".join([*words, *readers(library, page)])


def readers(library: Library, page: Page) -> Iterator[str]:
    """Whom a module is for: the audience, the band and its stage, the years of age in one text."""
    if page.band and page.audience:
        lang = page.lang
        low, _, high = page.band.partition("-")
        yield from (a.title[lang] for a in library.audiences if a.id == page.audience)
        for band in library.bands:
            if band.id == page.band:
                yield from (band.title[lang], band.stage[lang])
        yield " ".join(str(year) for year in range(int(low), int(high) + 1))


def _text(library: Library, section: Section, lang: Language) -> str:
    """The visible words of a section, an item a line; kinds of help as ``{1}`` to ``{6}``."""
    numbers = {contact.id: f"{{{n}}}" for n, contact in enumerate(library.contacts, 1)}

    def name(match: re.Match[str]) -> str:
        line = library.helpline(match[1])
        return numbers.get(match[1]) or (line.short[lang] if line else "")

    items = (inline.plain(_HELPLINE.sub(name, item.text)) for item in section.items())
    return "\n".join(" ".join(item.split()) for item in items)
