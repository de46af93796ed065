"""A question → its terms: what to look for in the texts, and what else each word may mean.

A word is looked for as it stands, by its English stem, and by the glossary's title where it is
another name of it (variants, short forms, the other language). Only when that finds nothing is a
Khmer word cut into words that the texts have, and a word mended by one cluster or letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from karpear.search.corpus import Corpus, Entry, Name, Place
from karpear.search.texts import Folded, fold, is_khmer, parts_of

MAX_WORDS, MAX_NAMES, MAX_MENDED, MAX_PARTS, MIN_CUT = 12, 3, 4, 12, 4
AS_TYPED, STEM, NAMED, NEARLY, MENDED = 6, 5, 4, 3, 2
WHOLE, START, INFLECTED, BEGUN, INSIDE = 6, 4, 4, 2, 1
_WORD = re.compile("[\u1780-\u17d3\u17d7\u17dc\u17dd]+|[0-9a-z\u00c0-\u024f]+")
_BRACKET = re.compile("[;(]")
_INFLECTION = re.compile("(?:e?s|e?d|ing|e?rs?|ly)(?![0-9a-z])")
_ENDING = re.compile("(?:ings?|ed|es|s|ers?|ly)$")


@dataclass(slots=True, kw_only=True)
class Term:
    """A word of the question: ``forms`` with their worth, ``hits`` by entry, ``rare`` a weight."""

    word: str
    forms: dict[str, int]
    via: str = ""
    hits: dict[int, int] = field(default_factory=dict)
    pages: set[int] = field(default_factory=set)
    rare: int = 1


def terms_of(corpus: Corpus, whole: str) -> list[Term]:
    """The terms that are found somewhere. What nothing is found for is left out, and words that
    say nothing, unless there are no others."""
    cut = dict.fromkeys(p for word in _WORD.findall(whole) for p in _cut(corpus, word))
    telling = [piece for piece in cut if piece not in corpus.skip] or list(cut)
    terms = [Term(word=word, forms=_forms(word)) for word in telling[:MAX_WORDS]]
    for worth, covered, name in _names(corpus, whole, [term.word for term in terms]):
        for term in terms:
            if term.word in covered:
                _call(corpus, term, name, worth)
    return [term for term in terms if look(corpus, term) or _mend(corpus, term)]


def phrases_of(corpus: Corpus, whole: str, terms: list[Term]) -> list[Term]:
    """Words that stand side by side in the question, and all of it, as far as texts have them."""
    words = [term.word for term in terms]
    pairs = [gap.join(pair) for pair in pairwise(words) for gap in ("", " ")]
    asked = dict.fromkeys([*(pair for pair in pairs if pair in whole), whole])
    phrases = [Term(word=text, forms={text: AS_TYPED}) for text in asked if len(terms) > 1]
    return [phrase for phrase in phrases if look(corpus, phrase)]


def _forms(word: str) -> dict[str, int]:
    stem = "" if is_khmer(word) else _ENDING.sub("", word)
    return {word: AS_TYPED} | ({stem: STEM} if 3 <= len(stem) < len(word) else {})


def _call(corpus: Corpus, term: Term, name: Name, worth: int) -> None:
    """Look for the title of a glossary term, too, and for its names in the other script."""
    title = corpus.plain(name.title)
    core = fold(_BRACKET.split(title)[0])
    others = [form for form in name.forms if is_khmer(form) != is_khmer(core)]
    for form in (core, *others):
        term.forms[form] = max(worth, term.forms.get(form, 0))
    term.via = term.via or title


def _names(corpus: Corpus, whole: str, words: list[str]) -> list[tuple[int, list[str], Name]]:
    """The glossary terms that a question names, closest first, with the words that name them."""
    found = []
    for n, name in enumerate(corpus.names):
        form = max(name.forms, key=lambda form: (_closeness(form, whole, words), len(form)))
        closest = _closeness(form, whole, words)
        if closest:
            found.append((-closest, -len(form), n, form))
    return [
        (NAMED if closest < -1 else NEARLY, _covered(form, words), corpus.names[n])
        for closest, _, n, form in sorted(found)[:MAX_NAMES]
    ]


def _covered(form: str, words: list[str]) -> list[str]:
    """The words that a name stands for; in Khmer those of more than one part, or its beginning."""
    return [w for w in words if w in form and (form.startswith(w) or len(parts_of(w)) > 1)]


def _closeness(form: str, whole: str, words: list[str]) -> int:
    """3 all of the question, 2 a part of it, 1 one of its words begins the name; 0 not named."""
    if form == whole:
        return 3
    if form in words or (not is_khmer(form) and f" {form} " in f" {whole} "):
        return 2
    if is_khmer(form) and form in whole and len(parts_of(form)) > 2:
        return 2
    return int(any(_begins(word, form) for word in words))


def _begins(word: str, form: str) -> bool:
    """Whether a word is half of a name or more: its beginning, or a whole English word."""
    if is_khmer(word):
        return form.startswith(word) and len(parts_of(word)) > 2 and 2 * len(word) >= len(form)
    return len(word) > 3 and f" {word}" in f" {form}" and 2 * len(word) >= len(form)


def _cut(corpus: Corpus, word: str) -> list[str]:
    """Khmer without spaces in the longest words that the texts have; else the word as it is.

    What is left over is mended together with a neighbour where that makes a known word.
    """
    parts = parts_of(word)
    if not is_khmer(word) or len(parts) < MIN_CUT or corpus.words.get(word, 0) > 1:
        return [word]
    pieces, rest, at = [], "", 0
    while at < len(parts):
        size = _longest(corpus, parts[at:])
        if size:
            pieces += [rest] * bool(rest) + ["".join(parts[at : at + size])]
        rest = "" if size else rest + parts[at]
        at += size or 1
    pieces += [rest] * bool(rest)
    unknown = next((n for n, piece in enumerate(pieces) if piece not in corpus.words), -1)
    if unknown < 0:
        return pieces
    if any(word in entry.text.key for entry in corpus.entries):
        return [word]
    return _joined(corpus, pieces, unknown)


def _joined(corpus: Corpus, pieces: list[str], at: int) -> list[str]:
    """The pieces with the unknown one and a neighbour as the word they nearly are."""
    for first, last in ((at - 1, at), (at, at + 1)):
        if first >= 0 and last < len(pieces):
            near = _near(corpus, pieces[first] + pieces[last])
            if near:
                return [*pieces[:first], near[0], *pieces[last + 1 :]]
    return pieces


def _longest(corpus: Corpus, parts: list[str]) -> int:
    """How many parts the longest known word takes; a bare letter is no word."""
    for size in range(min(len(parts), MAX_PARTS), 0, -1):
        word = "".join(parts[:size])
        if len(word) > 1 and corpus.words.get(word, 0) > 1:
            return size
    return 0


def _mend(corpus: Corpus, term: Term) -> bool:
    """Words of the texts that differ by one cluster or letter."""
    near = _near(corpus, term.word)
    for word in near[:MAX_MENDED]:
        term.forms[word] = MENDED
        for name in corpus.names:
            if word in name.forms:
                _call(corpus, term, name, MENDED)
    term.via = (term.via or near[0]) if near else ""
    return look(corpus, term)


def _near(corpus: Corpus, word: str) -> list[str]:
    """The known words one cluster or letter away, the most frequent first."""
    parts = parts_of(word)
    if len(parts) < (3 if is_khmer(word) else 4):
        return []
    near = [other for other in corpus.words if _is_near(parts, parts_of(other))]
    return sorted(near, key=lambda other: -corpus.words[other])


def _is_near(one: list[str], other: list[str]) -> bool:
    """At most one part put in, left out or changed."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    left, right = one[same:], other[same:]
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    return max(len(left), len(right)) <= 1


def look(corpus: Corpus, term: Term) -> bool:
    """Fill in where the term stands and how rare it is; tells whether it stands anywhere."""
    sure, is_own = set(), False
    for form, worth in term.forms.items():
        for n, entry in enumerate(corpus.entries):
            found = _hit(entry, form) if form in entry.text.key else 0
            if found:
                term.hits[n] = max(found * worth, term.hits.get(n, 0))
                is_own = is_own or (form == term.word and entry.place != Place.ALIAS)
            if found >= INFLECTED * entry.place:
                sure.add(entry.page)
    term.pages = {corpus.entries[n].page for n in term.hits}
    term.rare = _rarity(len(sure) or len(term.pages), len(corpus.pages))
    if is_own and is_khmer(term.via) == is_khmer(term.word):  # else say so: other language
        term.via = ""
    return bool(term.hits)


def _rarity(pages: int, every: int) -> int:
    """1 for a word on every page or every second one, 4 for every fourth, 9, 16 …"""
    root = 1
    while pages and pages * 2**root <= every:
        root += 1
    return root * root


def _hit(entry: Entry, form: str) -> int:
    """What the best place of a form in a text is worth, a little more when it comes often."""
    text, best, count = entry.text, 0, 0
    at = text.key.find(form)
    while at >= 0:
        best = max(best, _stand(text, form, at))
        count += 1
        at = text.key.find(form, at + len(form))
    often = min(count, 3) - 1 if best and entry.place == Place.BODY else 0
    is_most = entry.place == Place.TITLE and len(form) * 2 >= len(text.key)
    return best * entry.place * (2 if is_most else 1) + often


def _stand(text: Folded, form: str, at: int) -> int:
    """How it stands: a whole word, one with an ending, a beginning, or inside another word.

    Short words and numbers count only where they stand alone.
    """
    end = at + len(form)
    if is_khmer(form):
        if at in text.starts:
            return WHOLE if end in text.ends else START
        return INSIDE if len(parts_of(form)) > 1 else 0
    if at not in text.starts:
        return INSIDE if len(form) > 3 else 0
    if end in text.ends:
        return WHOLE
    return 0 if len(form) < 3 else INFLECTED if _INFLECTION.match(text.key, end) else BEGUN
