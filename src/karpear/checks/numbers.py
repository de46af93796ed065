"""H: a telephone number has one home; anything like one elsewhere is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear.findings import Finding, error
from karpear.khmer import to_ascii
from karpear.model import Helpline, Language, Library
from karpear.model.helplines import APART, national
from karpear.model.pairs import Pair, shared_pairs

_HOURS = r"[0-2]\d\.[0-5]\d[\s\u2010-\u2015-][0-2]\d\.[0-5]\d(?!\d)"
_DAY = r"(?:[0-3]\d[./-])?[01]\d[./-](?:19|20)\d\d(?!\d)"
_PHONE = re.compile(
    r"\+\s?\d[\d\s().-]{6,}\d"
    rf"|(?<![\d.,])(?<!\d\s)(?<!\d{{4}}-)(?!{_HOURS}|{_DAY})\(?0(?:{APART}\d){{8,9}}(?!\d)"
    r"|(?<![\d.,])0\d{1,2}[\s.-]?\d{3}[\s.-]?\d{3,4}(?!\d)"
    rf"|(?<![\d.,])(?:00|\+\s?)?855(?:{APART}\d){{8,9}}(?!\d)"
    r"|(?<![\d.,-])(?<!\d\s)\d{3}[\s-]\d{3}[\s-]\d{3,4}(?!\d)"
    r"|(?<![\d.,-])1-8\d\d-\d{3}-\d{4}(?!\d)"
    r"|(?<![\d.,])\d{8,11}(?![\d.,])"
    r"|tel:"
)
_CALL = re.compile(
    r"(?:\b(?:call|dial|ring|text|phone|tel\.?|telephone|hotline|helpline)(?:\s+number)?"
    r"|ទូរស័ព្ទទៅ(?:លេខ)?|ហៅ(?:លេខ)?|លេខ|ចុច|ខ្សែ(?:ទូរស័ព្ទ)?)"
    r"\s{0,2}[«“\"]?(\d{3,6})(?!\d)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d.,])\d{3,6}(?![\d.,]\d|\d|\s?%)")


def check_phone_numbers(library: Library) -> Iterator[Finding]:
    """Phone-like strings in all texts, and the register's own short codes typed by hand."""
    short = {
        number.dial
        for helpline in library.helplines
        for number in helpline.numbers
        if number.dial.isdigit()
    }
    for page in library.pages:
        for line, text in page.texts():
            for found in phone_like(text, short):
                yield error(page.path, line, "H101", text=found)
    for pair in shared_pairs(library):
        yield from _pair(pair, short)


def _pair(pair: Pair, short: set[str]) -> Iterator[Finding]:
    """A text of a helpline may repeat that line's own numbers; any other text has none."""
    own = _digits_of(pair.helpline) if pair.helpline else set()
    for lang in Language:
        for found in phone_like(pair.text[lang], short):
            if pair.helpline is None:
                yield error(pair.path, pair.line, "H101", text=found)
            elif national(found) not in own:
                values = {"id": pair.helpline.id, "key": pair.key, "text": found}
                yield error(pair.path, pair.line, "H112", **values)


def _digits_of(helpline: Helpline) -> set[str]:
    return {national(number.dial) for number in helpline.numbers}


def phone_like(text: str, short_codes: set[str]) -> Iterator[str]:
    """Parts of a text that a reader would take for a telephone number.

    ``short_codes`` are the dialled forms of short numbers; as bare numbers of a text they count
    too. Khmer digits are read as digits. A part of a number is told with the whole only: in "call
    092 311 117" stand neither "call 092" nor 117.
    """
    plain = to_ascii(text)
    bare = (m for m in _BARE.finditer(plain) if m[0] in short_codes)
    spans: list[tuple[int, int]] = []
    for match in (*_PHONE.finditer(plain), *_CALL.finditer(plain), *bare):
        if all(match.end() <= start or end <= match.start() for start, end in spans):
            spans.append(match.span())
    for start, end in sorted(spans):
        yield plain[start:end]
