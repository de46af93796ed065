"""``search_key``: what two spellings of one word have in common (khmer.md, search key).

``docs/scripts/search.js`` has the same function; ``tests/search/vectors.json`` holds both to the
same results. A query and a text are folded alike, so a reader finds ឱ្យ who types ឲ្យ. Folding
twice gives what folding once gives, and ``fix()`` before it changes nothing.

White space is spelled out and only non-Khmer text is composed (NFC) so that JavaScript, with
another ``\\s`` and another version of Unicode, comes to the same key. NFC would also part a coeng
from its letter where marks stand in the wrong order.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u17b4\u17b5\u200b-\u200d\u2060\ufeff]")
_SPACE = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SPACE_IN_KHMER = re.compile("(?<=[\u1780-\u17ff]) (?=[\u1780-\u17ff])")
_NOT_KHMER = re.compile("[^\u1780-\u17ff]+")
_FOLDED = {ord("ឲ"): "ឱ", **{0x17E0 + digit: str(digit) for digit in range(10)}}
_NO_LETTER = re.compile("\u17d2(?![\u1780-\u17b3])")  # a coeng alone, or the first of two
_MARKS = re.compile("(?:\u17d2.|[\u17b6-\u17d1\u17d3\u17dd])+")
_MARK = re.compile("\u17d2.|.")
_PLACES = (
    re.compile("\u17cc"),  # robat
    re.compile("\u17d2[^\u179a]"),  # coengs, RO last of them
    re.compile("\u17d2\u179a"),
    re.compile("[\u17c9\u17ca]"),  # shifters
    re.compile("[\u17b6-\u17c5]"),  # vowels
    re.compile("[^\u17c7\u17c8]"),  # signs; what is left are finals
)
_LOOK_ALIKE = (
    (re.compile("\u17c1\u17b8"), "\u17be"),  # េ and ី → ើ
    (re.compile("\u17c1\u17b6"), "\u17c4"),  # េ and ា → ោ
    (re.compile("(?<!\u17d2)អោយ(?![\u17b6-\u17d3])"), "ឱ្យ"),
)


def search_key(text: str) -> str:
    """``text`` folded for search: order and look-alikes of Khmer, digits, case, invisible marks."""
    key = _NO_LETTER.sub("", _INVISIBLE.sub("", text)).lower().translate(_FOLDED)
    key = key.replace("\u17d2ដ", "\u17d2ត")  # they look alike
    key = _NOT_KHMER.sub(lambda match: unicodedata.normalize("NFC", match[0]), key)
    key = _SPACE_IN_KHMER.sub("", _SPACE.sub(" ", key).strip(" "))
    key = _MARKS.sub(lambda match: _in_order(match[0]), key)
    for pattern, replacement in _LOOK_ALIKE:
        key = pattern.sub(replacement, key)
    return key


def _in_order(marks: str) -> str:
    """The marks of one base in SIL's order; two of one place keep the author's."""
    return "".join(sorted(_MARK.findall(marks), key=_place))


def _place(mark: str) -> int:
    places = (at for at, pattern in enumerate(_PLACES) if pattern.match(mark))
    return next(places, len(_PLACES))
