"""Khmer text: encoding, grapheme clusters, digits and dates, script. No dependency.

Usable as a library of its own: ``from karpear import khmer; khmer.fix(text)``.
"""

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

__all__ = [
    "HOUSE_SPELLINGS",
    "KINDS",
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
    "share",
    "short_date",
    "spelling",
    "to_ascii",
    "to_khmer",
]
