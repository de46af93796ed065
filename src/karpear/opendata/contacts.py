"""Helplines as contacts for a telephone: vCard 3.0 (RFC 2426), which old phones read, too."""

from __future__ import annotations

from collections.abc import Iterator

from karpear import __version__
from karpear.model import Audience, Helpline, Language, Library
from karpear.rendering.helplines import checked
from karpear.rendering.words import Words

_LIMIT = 75  # bytes of a line; what is longer goes on in the next, after a space


def helplines_vcf(library: Library, lang: Language) -> str:
    """Every line for adults that has a number, in the language's words."""
    words = Words(library=library, lang=lang)
    lines = (line for line in library.helplines if _is_for_adults(line))
    rows = [row for line in lines for row in _card(words, line)]
    return "".join(f"{folded(row)}\r\n" for row in rows)


def _is_for_adults(line: Helpline) -> bool:
    adults = {Audience.PARENTS, Audience.TEACHERS} & set(line.audiences)
    return line.is_shown and bool(line.numbers) and bool(adults)


def _card(words: Words, line: Helpline) -> Iterator[str]:
    name = _text(words.of(line.title))
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:karpear-{line.id}")
    yield from (f"FN:{name}", f"N:{name};;;;", f"ORG:{name}")
    yield from (f"TEL;TYPE=VOICE:{number.dial}" for number in line.numbers)
    yield from (f"URL:{url}" for url, _ in line.links)
    day = f"{words.library.newest().isoformat()}T00:00:00Z"
    dated = words.ui("source-date", date=words.date(words.library.newest()))
    yield f"NOTE:{_text(f'{checked(words, line)} · {dated} · Karpear {__version__}')}"
    yield from (f"REV:{day}", "END:VCARD")


def _text(value: str) -> str:
    """A value with what separates values marked."""
    for mark in ("\\", ";", ","):
        value = value.replace(mark, "\\" + mark)
    return value.replace("\n", "\\n")


def folded(row: str) -> str:
    """A line in pieces of at most 75 bytes, never inside a letter."""
    pieces, size = [""], 0
    for letter in row:
        width = len(letter.encode())
        if size + width > _LIMIT:
            pieces, size = [*pieces, " "], 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces)
