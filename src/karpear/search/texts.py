"""How a text becomes what is searched: folded, with the places where words begin and end.

A stored text has ``|`` between two Khmer words (khmer.segment finds them at build time; the
browser has no segmenter) and ``{h1}`` where a helpline is named. Khmer letters are stored as
ASCII: one byte instead of three makes the index a quarter smaller.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from karpear import khmer

MARK = "|"
FREE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'*+/;<=>@^_`~"
_KHMER = "[\u1780-\u17ff]"
_BETWEEN = re.compile(f"(?<={_KHMER})\\|(?={_KHMER})")
_TOKEN = re.compile(
    r"\{[^}]*\}|[ \n]+|[\u1780-\u17d3\u17d7\u17dc\u17dd\u200b-\u200d]+|[\u17e0-\u17e9]+"
    r"|[0-9A-Za-z\u00c0-\u024f'’]+|."
)
_WORD = re.compile("[0-9a-z\u00c0-\u024f\u1780-\u17d3\u17dc\u17dd]")
# What makes nouns of verbs: the word behind it is a word of its own. Not before a mark.
_PREFIX = re.compile("^(ការ|ភាព|អ្នក|កិច្ច|សេចក្តី)(?![\u17b4-\u17d3\u17dd])(?=...)")
_APOSTROPHE = re.compile("['’]")
_CLUSTER = re.compile(
    "[^](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*".replace("[^]", ".")
)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """``khmer.search_key`` without apostrophes: childrens finds children's."""
    return _APOSTROPHE.sub("", khmer.search_key(text))


def is_khmer(text: str) -> bool:
    """Whether a text begins in Khmer."""
    return "\u1780" <= text[:1] <= "\u17ff"


def parts_of(key: str) -> list[str]:
    """What is edited and counted: clusters of Khmer, letters of other scripts."""
    return _CLUSTER.findall(key)


def marked(text: str) -> str:
    """``text`` with ``|`` between Khmer words."""
    words = (_PREFIX.sub("\\1" + MARK, word) for word in khmer.segment(text.replace(MARK, "/")))
    joined = MARK.join(words)
    kept = _BETWEEN.sub("\0", joined).replace(MARK, "")
    return kept.replace("\0", MARK)


def letters_of(texts: Iterable[str]) -> str:
    """The Khmer characters of an index, the most frequent first: they get a letter of FREE."""
    counts = Counter(char for text in texts for char in text if "\u1780" <= char <= "\u17ff")
    ordered = sorted(counts, key=lambda char: (-counts[char], char))
    return "".join(ordered[: len(FREE)])


def swapped(text: str, letters: str) -> str:
    """``text`` with each of ``letters`` and its character of FREE changed for one another."""
    table = {ord(a): b for a, b in zip(letters, FREE, strict=False)}
    table |= {ord(b): a for a, b in zip(letters, FREE, strict=False)}
    return text.translate(table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text as it is searched: ``key``, and where words begin and end in it."""

    key: str
    starts: frozenset[int]
    ends: frozenset[int]
    words: tuple[str, ...] = field(repr=False, default=())


def folded(text: str) -> Folded:
    """The key of a stored text; spaces between Khmer letters do not count."""
    key, words = "", []
    starts, ends = set(), set()
    space = ""
    for token in _TOKEN.findall(text):
        if token[0] in " \n":
            space = " " if key else ""
            continue
        piece = "" if token == MARK or token[0] == "{" else fold(token)
        if not piece:
            continue
        key += "" if is_khmer(key[-1:]) and is_khmer(piece) else space
        space = ""
        if _WORD.match(piece):
            starts.add(len(key))
            ends.add(len(key) + len(piece))
            words.append(piece)
        key += piece
    return Folded(key=key, starts=frozenset(starts), ends=frozenset(ends), words=tuple(words))
