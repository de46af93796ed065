"""Which script a text is in (Unicode Standard Annex #24, for the two scripts of this site)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

from karpear.khmer.graphemes import clusters

_KHMER_LETTERS = re.compile("[\u1780-\u17b3]+")
_ASCII_LETTERS = re.compile("[A-Za-z]+")
_OTHER_LETTERS = re.compile("[^\x00-\x7f\u1780-\u17ff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is all Khmer, or has nothing Khmer to segment in it."""

    text: str
    is_khmer: bool


def is_khmer_letter(char: str) -> bool:
    """A consonant or an independent vowel: marks, digits and punctuation are no letters."""
    return "\u1780" <= char <= "\u17b3"


def is_latin_letter(char: str) -> bool:
    """A letter of the Latin script, with or without accents; ª and º are left out."""
    if char.isascii():
        return char.isalpha()
    return char.isalpha() and unicodedata.name(char, "").startswith("LATIN ")


def share(text: str) -> tuple[int, int]:
    """How many Khmer letters and how many Latin letters stand in ``text``."""
    khmer = sum(map(len, _KHMER_LETTERS.findall(text)))
    ascii_letters = sum(map(len, _ASCII_LETTERS.findall(text)))
    others = _OTHER_LETTERS.findall(text)
    return khmer, ascii_letters + sum(map(is_latin_letter, others))


def _is_khmer_cluster(cluster: str) -> bool:
    return "\u1780" <= cluster[0] <= "\u17ff" or "\u19e0" <= cluster[0] <= "\u19ff"


def runs(text: str) -> list[Run]:
    """``text`` in Khmer and other runs, cut between clusters only; joined they are ``text``.

    Khmer digits, ៗ and ។ are Khmer; spaces and « » are not. A cluster goes where its first
    character belongs.
    """
    groups = groupby(clusters(text), key=_is_khmer_cluster)
    return [Run("".join(group), is_khmer) for is_khmer, group in groups]
