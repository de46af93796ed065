"""What Kiwix indexes of a page, so that Khmer is found.

Kiwix takes marks (vowels, coeng) out of a question, parts it at spaces, and wants every piece of
it on the page as it stands: it knows no Khmer words, no endings and no other spellings. So a page
is indexed without marks and with what readers may type: its words, their beginnings, neighbouring
words in one piece, with and without the words that say nothing; the other spellings of what
``khmer.search_key`` folds; the names of the glossary and of ``ui.yml`` that the site's own search
knows. The words that say nothing stand on every page, so that none of them makes a question fail.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import Final

from karpear import khmer
from karpear.copies.source import Source
from karpear.inline import plain
from karpear.model import Language, Page
from karpear.search.index import readers, word_list
from karpear.search.texts import MARK, fold, is_khmer, marked, parts_of

JOINED: Final = 4
WORTH: Final = 8
HELP: Final = "help"
LONGEST: Final = 21  # letters: Xapian drops words of more than 64 bytes
SHORTEST: Final = 2
_PARTS = re.compile(r"[\s«»“”()។៕៖,.;:?!/·–—-]+")  # Khmer writes a space between phrases
_EVERYWHERE = re.compile(
    r'<aside id="help-block".*?</aside>|<div class="k-contacts">.*?</section>', re.DOTALL
)
_NO_WORD = re.compile("[^0-9a-z\u00c0-\u024f\u1780-\u17dd]+")
_TAG = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
# What looks or sounds alike and is still told apart without marks (khmer/search.py folds these).
_ALIKE = (
    (re.compile("\u17d2ត"), "\u17d2ដ"),
    (re.compile("\u17d2ដ"), "\u17d2ត"),
    (re.compile("(\u17d2[^រ])(\u17d2រ)"), r"\2\1"),
    (re.compile("ឱ្យ"), "ឲ្យ"),
    (re.compile("ឱ្យ"), "អោយ"),
)


def index_text(source: Source, page: Page, html: str) -> str:
    """All that is indexed of a page, less the block that stands on every page. What stands there
    more than once makes a hit worth more."""
    names = list(dict.fromkeys((page.title, *_names(source, page))))
    names = list(dict.fromkeys((*names, *synonyms(source, " · ".join(names)))))
    body = f"{page.summary} {_shown(page, html)}"
    skip = word_list(source.library, "search-skip", page.lang)
    if page.lang is Language.EN:
        also = (*skip, *synonyms(source, body))
        return without_marks(" ".join((*names * WORTH, body, *also)))
    heads = [plain(section.title) for section in page.sections]
    told = [*_told(names, skip), *(asking(source) if page.id == HELP else ())]
    own = [form for text in heads for form in words_of(text)]
    once = {*windows(body, skip), *_more(source, (body, *names), skip)}
    return " ".join((*told * WORTH, *own * 2, *words_of(body), *sorted(once)))


def _told(names: Iterable[str], skip: Iterable[str]) -> Iterator[str]:
    """Names in every form; a name that is the whole question counts three times more."""
    for name in names:
        yield from in_one_piece(name, skip)
        yield from words_of(name)
        yield from (*spellings("".join(name.split())),) * 3


def _more(source: Source, texts: Sequence[str], skip: Iterable[str]) -> Iterator[str]:
    """What makes a question fail less often: words that say nothing, other names of what the first
    text speaks of, beginnings of all words."""
    yield from (form for word in skip for form in spellings(word))
    yield from (form for name in synonyms(source, texts[0]) for form in words_of(name))
    for text in texts:
        yield from (form for word in words_of(text) for form in beginnings(word))


def _shown(page: Page, html: str) -> str:
    """What a page shows of its own."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return unescape(_TAG.sub(" ", main if page.id == HELP else _EVERYWHERE.sub(" ", main)))


def in_one_piece(name: str, skip: Iterable[str]) -> Iterator[str]:
    """A name as readers type it: without spaces, with a word that says nothing at either end."""
    joined = "".join(name.split())
    around = [form for word in skip for form in (word + joined, joined + word)]
    yield from (form for text in (joined, *around) for form in spellings(text))


def asking(source: Source) -> Iterator[str]:
    """Words that ask for help in one piece with those that may stand beside them."""
    beside = word_list(source.library, "search-help-with", Language.KM)
    for word in word_list(source.library, "search-help", Language.KM):
        for other in beside:
            yield from (*spellings(other + word), *spellings(word + other))


def words_of(text: str) -> Iterator[str]:
    """Each word of a text, whole and in its parts (a noun and what makes it one)."""
    for part in _PARTS.split(text):
        for word in _words(part):
            for one in dict.fromkeys((word, *_parts(word))):
                yield from spellings(one)


def windows(text: str, skip: Sequence[str]) -> Iterator[str]:
    """Up to ``JOINED`` neighbouring words in one piece, as they stand and without the words that
    say nothing."""
    for part in _PARTS.split(text):
        words = [one for word in _words(part) for one in _parts(word)]
        telling = [word for word in words if word not in skip]
        yield from _neighbours(words)
        if telling != words:
            yield from _neighbours(telling)


def _neighbours(words: Sequence[str]) -> Iterator[str]:
    for size in range(2, JOINED + 1):
        for at in range(len(words) - size + 1):
            yield from spellings("".join(words[at : at + size]))


def beginnings(word: str) -> Iterator[str]:
    """The beginnings of a word: readers stop early, and longer words begin with shorter ones."""
    for end in range(SHORTEST, len(word)):
        yield word[:end]


@lru_cache(maxsize=131_072)
def spellings(text: str) -> tuple[str, ...]:
    """A text without marks in every spelling that readers may type, if it can be found at all."""
    forms = [text, *(pattern.sub(other, text) for pattern, other in _ALIKE)]
    if text.isdigit():
        forms += [khmer.to_khmer(text), khmer.to_ascii(text)]
    bare = dict.fromkeys(without_marks(form) for form in dict.fromkeys(forms))
    return tuple(form for form in bare if 0 < len(form) <= LONGEST)


def without_marks(text: str) -> str:
    """As Kiwix does with a question: no marks, lower case."""
    kept = (c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c)[0] != "M")
    return unicodedata.normalize("NFC", "".join(kept)).lower()


def synonyms(source: Source, text: str) -> Iterator[str]:
    """The other names of the glossary for what a text speaks of."""
    key = f" {' '.join(_NO_WORD.sub(' ', fold(text)).split())} "
    for term in source.library.terms:
        names = (term.title.km, term.title.en, *term.variants)
        if term.public and any(_is_named(fold(name), key) for name in names):
            yield from (*names, *term.avoid)


def _is_named(name: str, key: str) -> bool:
    """A Khmer name anywhere, if it is more than two clusters; another as whole words."""
    if is_khmer(name):
        return name in key and len(parts_of(name)) > 2
    return f" {name} " in key


@lru_cache(maxsize=16_384)
def _parts(word: str) -> tuple[str, ...]:
    """A word, or what makes it a noun and the rest: a reader may type the rest alone."""
    return tuple(marked(word).split(MARK))


def _words(part: str) -> Iterator[str]:
    return (word for word in khmer.segment(part) if word.strip("\u200b "))


def _names(source: Source, page: Page) -> Iterator[str]:
    """Other words for what the page is about: of search, of the glossary, of apps and helplines."""
    keys = [f"search-words-{page.id.replace('/', '-')}"]
    if page.id == HELP:
        keys += ["search-help", "search-help-with"]
        yield from _numbers(source)
    if page.id == "platforms":
        yield from (app.title for app in source.library.platforms)
    for key in keys:
        yield from word_list(source.library, key, *Language)
    for term in source.library.terms:
        if term.public and (term.id in page.terms or term.id == page.id.rpartition("/")[2]):
            yield from (term.title.km, term.title.en, *term.variants)
    yield from readers(source.library, page)


def _numbers(source: Source) -> Iterator[str]:
    for line in source.library.helplines:
        if line.is_shown:
            yield from (line.title.km, line.title.en, line.short.km, line.short.en)
            for number in line.numbers:
                yield from (number.shown, khmer.to_khmer(number.shown), number.dial)
