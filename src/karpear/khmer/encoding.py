"""Is Khmer text encoded the one right way, and how to put it right.

Sources: SIL, *Khmer Encoding Structure* (the order of a syllable, RO last, split vowels, which
consonants take which shifter); The Unicode Standard, Khmer (deprecated characters), UAX #9 (bidi
controls), UAX #15 (NFC), UTS #51 (joiner in emoji). The order of a syllable is:

    base, robat, at most two coengs (RO last), shifter, one vowel, signs, final

Not taken over from SIL: coeng DA is never made TA, the shifter is suggested but never changed,
and Middle Khmer (two vowels, coengs after the vowel) is reported, because content is modern.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from karpear.khmer.graphemes import KHMER_LETTER, PICTOGRAPH, clusters


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at ``offset``. ``fixed`` is how ``cluster`` should read, None where only the
    author can tell; ``fix()`` applies it for the kinds in ``SAFE`` and leaves the others."""

    offset: int
    kind: str
    cluster: str
    fixed: str | None = None

    @property
    def is_warning(self) -> bool:
        """Wrong most of the time, but an author may mean it."""
        return self.kind == "suspicious-shifter"


KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "coeng-ro-not-last": "coeng RO stands before another coeng",
        "coeng-order": "a coeng comes after a shifter, vowel or sign",
        "double-coeng": "the coeng sign is typed twice",
        "lone-coeng": "a coeng sign without a letter to put below",
        "robat-order": "a robat does not follow its base",
        "shifter-order": "a shifter comes after a vowel or sign",
        "split-vowel": "one vowel is typed in two parts",
        "sign-order": "a sign comes before the vowel, or a final before a sign",
        "double-mark": "two marks where there is one place, or more than two coengs",
        "stray-mark": "a mark without a base",
        "suspicious-shifter": "vowel U under an upper vowel: a shifter is meant",
        "deprecated": "a character Unicode advises against",
        "zero-width": "an invisible character",
        "nbsp": "a no-break space",
        "bidi": "a control for right-to-left text",
        "not-nfc": "not in normalisation form C",
        "spelling": "not the house spelling",
    }
)
SAFE: Final = frozenset(
    {
        "coeng-ro-not-last",
        "coeng-order",
        "double-coeng",
        "robat-order",
        "shifter-order",
        "split-vowel",
        "sign-order",
        "not-nfc",
    }
)
# Both forms are common; the house writes ឱ្យ (khmer.md). Not part of check(): search aliases and
# quoted titles may hold the other forms.
HOUSE_SPELLINGS: Final[Mapping[str, str]] = MappingProxyType({"ឲ្យ": "ឱ្យ", "អោយ": "ឱ្យ"})

_COENG, _RO, _BA, _AA, _U, _NIKAHIT = "\u17d2", "\u179a", "\u1794", "\u17b6", "\u17bb", "\u17c6"
_MUUSIKATOAN, _TRIISAP = "\u17c9", "\u17ca"
_ROBAT_AT, _COENG_AT, _SHIFTER_AT, _VOWEL_AT, _SIGN_AT, _FINAL_AT = range(1, 7)
_PLACES = {
    "\u17cc": _ROBAT_AT,
    _COENG: _COENG_AT,
    _MUUSIKATOAN: _SHIFTER_AT,
    _TRIISAP: _SHIFTER_AT,
    "\u17c7": _FINAL_AT,
    "\u17c8": _FINAL_AT,
}
_MARK = r"[\u17b4-\u17d1\u17d3\u17dd]"
_TOKENS = rf"\u17d2+{KHMER_LETTER}|\u17d2|[\u17c9\u17ca]\u200c|{_MARK}"
_TOKEN = re.compile(_TOKENS)
_SYLLABLE = re.compile(rf"[\u1780-\u17b3\u25cc](?:{_TOKENS})+|(?:{_TOKENS})+")
_SPLIT = {"\u17c1\u17b8": "\u17be", "\u17c1\u17b6": "\u17c4"}
# SIL: a letter of the strong set takes triisap, all others (and BA) take muusikatoan.
_STRONG = re.compile(
    r"[\u1780-\u1783\u1785-\u1788\u178a-\u178d\u178f-\u1792\u1795-\u1797\u179e-\u17a0\u17a2]"
)
_UPPER = re.compile(r"[\u17b7-\u17ba\u17be\u17bf\u17d0\u17dd]|\u17b6\u17c6")
_DEPRECATED: Mapping[str, str | None] = {
    "\u17a3": "\u17a2",
    "\u17a4": "\u17a2\u17b6",
    "\u17b4": None,
    "\u17b5": None,
    "\u17d3": None,
    "\u17d8": "\u17d4\u179b\u17d4",
}
_FORBIDDEN = re.compile(
    rf"{PICTOGRAPH}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{PICTOGRAPH}"
    r"[\ufe0f\U0001f3fb-\U0001f3ff]*)+"
    r"|(?P<zero_width>[\u200b\u200d\u2060\ufeff\u00ad]|(?<![\u17c9\u17ca])\u200c)"
    r"|(?P<nbsp>\u00a0)"
    r"|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    r"|(?P<deprecated>[\u17a3\u17a4\u17b4\u17b5\u17d3\u17d8])"
)


def check(text: str) -> Iterator[Problem]:
    """Every fault of ``text``, by offset; nothing for valid text in any script."""
    found = [*_syllable_problems(text), *_forbidden(text), *_not_composed(text)]
    yield from sorted(found, key=lambda problem: problem.offset)


def fix(text: str) -> str:
    """``text`` with marks put in order and composed (UAX #15); looks the same, loses nothing.

    Each change has one possible meaning: order of marks, split vowels, a doubled coeng sign.
    """
    arranged = _SYLLABLE.sub(lambda match: _arranged(match[0]), text)
    return unicodedata.normalize("NFC", arranged)


def spelling(text: str, spellings: Mapping[str, str] = HOUSE_SPELLINGS) -> Iterator[Problem]:
    """Forms to avoid where they stand as whole clusters, with the form to write instead."""
    if not spellings:
        return
    ends, end = {0}, 0
    for cluster in clusters(text):
        end += len(cluster)
        ends.add(end)
    longest_first = sorted(spellings, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, longest_first)), text):
        if match.start() in ends and match.end() in ends:
            yield Problem(match.start(), "spelling", match[0], spellings[match[0]])


def _forbidden(text: str) -> Iterator[Problem]:
    for match in _FORBIDDEN.finditer(text):
        if match.lastgroup:
            kind = match.lastgroup.replace("_", "-")
            yield Problem(match.start(), kind, match[0], _DEPRECATED.get(match[0]))


def _not_composed(text: str) -> Iterator[Problem]:
    """Clusters that UAX #15 would write otherwise."""
    if unicodedata.is_normalized("NFC", text):
        return
    offset = 0
    for cluster in clusters(text):
        if not unicodedata.is_normalized("NFC", cluster):
            yield Problem(offset, "not-nfc", cluster, fix(cluster))
        offset += len(cluster)


def _syllable_problems(text: str) -> Iterator[Problem]:
    for match in _SYLLABLE.finditer(text):
        for kind, fixed in _faults(match[0]):
            yield Problem(match.start(), kind, match[0], fixed)


@lru_cache(maxsize=8192)
def _faults(syllable: str) -> tuple[tuple[str, str | None], ...]:
    """Kind and mended form of each fault of one syllable, or of a run of marks without base."""
    if _TOKEN.match(syllable):
        return (("stray-mark", None),)
    tokens = _tokens(syllable)
    if _COENG in tokens:
        return (("lone-coeng", None),)
    fixed = _arranged(syllable)
    kinds = dict.fromkeys(_disorder(tokens))
    return (*((kind, fixed) for kind in kinds), *_crowding(fixed[0], _tokens(fixed)))


def _tokens(syllable: str) -> list[str]:
    """The marks after the base; a coeng goes with its letter, a joiner with its shifter."""
    return _TOKEN.findall(syllable, 1)


def _place(token: str) -> int:
    """The place of a mark in the syllable (SIL, Khmer Encoding Structure)."""
    first = token[0]
    if first in _PLACES:
        return _PLACES[first]
    return _VOWEL_AT if first <= "\u17c5" else _SIGN_AT


def _vowels(tokens: Iterable[str]) -> str:
    return "".join(token for token in tokens if _place(token) == _VOWEL_AT)


@lru_cache(maxsize=8192)
def _arranged(syllable: str) -> str:
    """The syllable in SIL's order; unchanged when it has no base or a coeng has no letter."""
    tokens = _tokens(syllable)
    if _TOKEN.match(syllable) or _COENG in tokens:
        return syllable
    vowels = _vowels(tokens)
    ordered = syllable[0] + _joined(re.sub("^\u17d2+", _COENG, token) for token in tokens)
    return ordered.replace(vowels, _SPLIT.get(vowels, vowels))


def _joined(tokens: Iterable[str]) -> str:
    """Marks in their places; among coengs RO is last, all else keeps the author's order."""
    return "".join(sorted(tokens, key=lambda token: (_place(token), token == _COENG + _RO)))


def _disorder(tokens: list[str]) -> Iterator[str]:
    """What ``_arranged`` mends: the kind of each fault."""
    highest = 0
    for token in tokens:
        place = _place(token)
        if place < highest:
            yield _order_kind(token, tokens)
        highest = max(highest, place)
    coengs = [token for token in tokens if token[0] == _COENG]
    if any(len(token) > 2 for token in coengs):
        yield "double-coeng"
    if any(token[-1] == _RO != after[-1] for token, after in pairwise(coengs)):
        yield "coeng-ro-not-last"
    if _vowels(tokens) in _SPLIT:
        yield "split-vowel"


def _order_kind(token: str, tokens: list[str]) -> str:
    """The name for a mark that comes too late; AM typed as NIKAHIT, AA is a split vowel."""
    if token == _AA and _NIKAHIT in tokens:
        return "split-vowel"
    kinds = {_ROBAT_AT: "robat-order", _COENG_AT: "coeng-order", _SHIFTER_AT: "shifter-order"}
    return kinds.get(_place(token), "sign-order")


def _crowding(base: str, tokens: list[str]) -> Iterator[tuple[str, str | None]]:
    """More marks than the syllable has places; with a suggestion at most, never a fix."""
    shifted = _with_shifter(base, tokens)
    once = list(dict.fromkeys(tokens))
    if shifted is not None:
        yield "suspicious-shifter", base + shifted
    elif once != tokens or _is_crowded(tokens):
        yield "double-mark", None if _is_crowded(once) else base + "".join(once)


def _is_crowded(tokens: list[str]) -> bool:
    places = [_place(token) for token in tokens]
    single = (_ROBAT_AT, _SHIFTER_AT, _VOWEL_AT, _FINAL_AT)
    return places.count(_COENG_AT) > 2 or any(places.count(place) > 1 for place in single)


def _with_shifter(base: str, tokens: list[str]) -> str | None:
    """The marks of សុី as ស៊ី: SIL's shifter for vowel U with an upper mark, None if it is not so."""
    others = [token for token in tokens if token != _U]
    if len(others) != len(tokens) - 1 or not _UPPER.search("".join(others)):
        return None
    letters = base + "".join(token[-1] for token in others if token[0] == _COENG)
    shifter = _TRIISAP if _STRONG.search(letters) and _BA not in letters else _MUUSIKATOAN
    return None if _is_crowded([shifter, *others]) else _joined([shifter, *others])
