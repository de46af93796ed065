"""Grapheme clusters: what a reader takes for one character.

Source: Unicode UAX #29, extended grapheme clusters, read for Khmer and Latin: a coeng keeps the
letter that follows it (rule GB9c covers Khmer since Unicode 16; Python 3.11 knows Unicode 14, so
the rule stands here). Left out because no text of ours needs it: Prepend (GB9b).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import takewhile

# UTS #51, Extended_Pictographic: stable by design, the gaps for future emoji are included.
PICTOGRAPH = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u2388"
    r"\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2605"
    r"\u2607-\u2612\u2614-\u2685\u2690-\u2705\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733"
    r"\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27a1\u27b0"
    r"\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    r"\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e"
    r"\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f"
    r"\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa"
    r"\U0001f400-\U0001f53d\U0001f546-\U0001f64f\U0001f680-\U0001f6ff\U0001f774-\U0001f77f"
    r"\U0001f7d5-\U0001f7ff\U0001f80c-\U0001f80f\U0001f848-\U0001f84f\U0001f85a-\U0001f85f"
    r"\U0001f888-\U0001f88f\U0001f8ae-\U0001f8ff\U0001f90c-\U0001f93a\U0001f93c-\U0001f945"
    r"\U0001f947-\U0001faff\U0001fc00-\U0001fffd]"
)
KHMER_LETTER = r"[\u1780-\u17b3]"
_CONTROL = (
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff0-\ufffb]"
)
_HANGUL = (
    r"[\u1100-\u115f\ua960-\ua97c]*(?:[\uac00-\ud7a3]|[\u1160-\u11a7\ud7b0-\ud7c6])"
    r"[\u1160-\u11ff\ud7b0-\ud7fb]*"
)


def _ranges(points: Iterable[int]) -> str:
    """Code points, ascending, as the inside of a character class."""
    runs: list[list[int]] = []
    for point in points:
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)


def _extenders() -> str:
    """The characters that never start a cluster (GB9, GB9a): marks, joiners, emoji modifiers."""
    marks = (p for p in range(0x300, 0x1F000) if unicodedata.category(chr(p))[0] == "M")
    return (
        f"[{_ranges(marks)}\\u200c\\u200d\\u0e33\\u0eb3\\uff9e\\uff9f"
        r"\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
    )


_TAIL = rf"(?:\u17d2[\u200c\u200d]?{KHMER_LETTER}|{_extenders()})"
_CLUSTER = re.compile(
    rf"\r\n|{_CONTROL}"
    rf"|{PICTOGRAPH}(?:{_TAIL}|(?<=\u200d){PICTOGRAPH})*"
    rf"|(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_HANGUL}|{_TAIL}|.){_TAIL}*",
    re.DOTALL,
)


def clusters(text: str) -> list[str]:
    """The clusters of ``text`` in order; joined they are ``text`` again."""
    return _CLUSTER.findall(text)


def count(text: str) -> int:
    """How many characters a reader sees: the length to use for every limit on text."""
    return sum(1 for _ in _CLUSTER.finditer(text))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset; the column is counted in clusters."""
    start = text.rfind("\n", 0, offset) + 1
    before = takewhile(lambda match: match.end() <= offset, _CLUSTER.finditer(text, start))
    return text.count("\n", 0, offset) + 1, sum(1 for _ in before) + 1
