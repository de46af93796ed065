"""Khmer text: encoding, grapheme clusters, digits and dates, script, words, search, order.

Usable as a library of its own: ``from karpear import khmer; khmer.fix(text)``.
"""

from karpear.khmer.collate import sort_key
from karpear.khmer.digits import date_text, short_date, to_ascii, to_khmer
from karpear.khmer.encoding import (
    HOUSE_SPELLINGS,
    KINDS,
    SAFE,
    Problem,
    check,
    fix,
    spelling,
)
from karpear.khmer.graphemes import clusters, count, position
from karpear.khmer.script import Run, runs, share
from karpear.khmer.search import search_key
from karpear.khmer.segment import LEXICON, segment, with_breaks, without_breaks

__all__ = [
    "HOUSE_SPELLINGS",
    "KINDS",
    "LEXICON",
    "SAFE",
    "Problem",
    "Run",
    "check",
    "clusters",
    "count",
    "date_text",
    "fix",
    "position",
    "runs",
    "search_key",
    "segment",
    "share",
    "short_date",
    "sort_key",
    "spelling",
    "to_ascii",
    "to_khmer",
    "with_breaks",
    "without_breaks",
]
