"""``search_key``: what two spellings of one word have in common (khmer.md, search key).

``docs/scripts/search.js`` has the same function; ``tests/search/vectors.json`` holds both to the
same results. A query and a text are folded alike, so a reader finds ឱ្យ who types ឲ្យ.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_SIGNS = "[\u17c6-\u17d1\u17dd]"
_COENG = "\u17d2[\u1780-\u17a2]"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("\u17d2+"), "\u17d2"),
    (re.compile("\u17d2\u178a"), "\u17d2\u178f"),  # coeng DA looks like coeng TA
    (re.compile("\u17b2"), "\u17b1"),  # ឲ → ឱ
    (re.compile("\u17a2\u17c4\u1799(?![\u17b6-\u17d3])"), "\u17b1\u17d2\u1799"),  # អោយ → ឱ្យ
    (re.compile("\u17c6\u17b6"), "\u17b6\u17c6"),
    (re.compile("\u17c1\u17b8"), "\u17be"),
    (re.compile("\u17c1\u17b6"), "\u17c4"),
    (re.compile(f"([\u17b6-\u17d1\u17dd]+)((?:{_COENG})+)"), r"\2\1"),  # coeng before the rest
    (re.compile(f"(\u17d2\u179a)((?:{_COENG})+)"), r"\2\1"),  # coeng RO last
    (re.compile("([\u17b6-\u17c5])([\u17c9\u17ca])"), r"\2\1"),  # shifter before the vowel
)
_SPACE_IN_KHMER = re.compile("(?<=[\u1780-\u17ff])\\s+(?=[\u1780-\u17ff])")
_DIGITS = {0x17E0 + digit: str(digit) for digit in range(10)}


def search_key(text: str) -> str:
    """``text`` folded for search: order and look-alikes of Khmer, digits, case, invisible marks."""
    key = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).lower().translate(_DIGITS)
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return " ".join(_SPACE_IN_KHMER.sub("", key).split())
