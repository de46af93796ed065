"""H: a telephone number has one home; anything like one elsewhere is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear.findings import Finding, error
from karpear.khmer import to_ascii
from karpear.model import Bilingual, Library

_PHONE = re.compile(
    r"\+\s?\d[\d\s().-]{6,}\d"
    r"|(?<![\d.,])0\d{1,2}[\s.-]?\d{3}[\s.-]?\d{3,4}(?!\d)"
    r"|(?<![\d.,-])\d{3}[\s-]\d{3}[\s-]\d{3,4}(?!\d)"
    r"|(?<![\d.,])\d{8,11}(?![\d.,])"
    r"|tel:"
)
_CALL = re.compile(
    r"(?:call|dial|ring|text|phone|ទូរស័ព្ទទៅ(?:លេខ)?|ហៅ(?:លេខ)?|លេខ)\s{0,2}[«“\"]?(\d{3,6})(?!\d)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d.,])\d{3,6}(?![\d.,]\d|\d|\s?%)")


def check_phone_numbers(library: Library) -> Iterator[Finding]:
    """Phone-like strings in pages, and the register's own short codes typed by hand."""
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
    for path, line, pair in _shared(library):
        for text in (pair.km, pair.en):
            for found in phone_like(text, short):
                yield error(path, line, "H101", text=found)


def _shared(library: Library) -> Iterator[tuple[str, int, Bilingual]]:
    for action in library.actions:
        for _key, pair in action.texts():
            yield f"{library.root}/shared/actions.yml", action.line, pair
    for pair in library.ui.values():
        yield f"{library.root}/shared/ui.yml", 1, pair


def phone_like(text: str, short_codes: set[str]) -> Iterator[str]:
    """Parts of a text that a reader would take for a telephone number.

    ``short_codes`` are the dialled forms of short numbers; as bare numbers of a text they count
    too. Khmer digits are read as digits.
    """
    plain = to_ascii(text)
    bare = (m for m in _BARE.finditer(plain) if m[0] in short_codes)
    found = (*_PHONE.finditer(plain), *_CALL.finditer(plain), *bare)
    for start, end in sorted({match.span() for match in found}):
        yield plain[start:end]
