"""Permanent short ids: how one is made, and which one a page gets that has none yet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from karpear.model.names import Language
from karpear.model.pages import Page

ALPHABET = "23456789bcdfghjkmnpqrstvwxz"  # no vowels, hence no words; nothing that looks alike
LENGTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortId:
    """``/k/<id>/``, printed in QR codes: once assigned it never changes. ``first`` is the page it
    was assigned for, which differs from ``page`` when that has moved. ``line`` is its place in
    ``shortids.yml``; 0 says that it is derived, because the page does not stand there yet."""

    id: str
    lang: Language
    page: str
    first: str
    line: int = 0

    @property
    def row(self) -> str:
        """How it is written in ``shortids.yml``."""
        told = "" if self.first == self.page else f', first: "{self.first}"'
        return f'- {{id: "{self.id}", lang: {self.lang}, page: "{self.page or "home"}"{told}}}'


def make_short_id(page_id: str, lang: Language) -> str:
    """The id of a page in one language: four characters of a digest of its first address."""
    number = int.from_bytes(hashlib.sha256(f"{lang}:{page_id}".encode()).digest()[:8])
    found = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        found += ALPHABET[place]
    return found


def derive_short_ids(pages: Sequence[Page], rows: Sequence[ShortId]) -> Iterator[ShortId]:
    """An id for each page without a row, the same at every build, so that a new page has its
    address, its code and its files before an editor has written the row."""
    named = {(row.page, row.lang) for row in rows}
    taken = {row.id for row in rows}
    for page in sorted(pages, key=lambda page: (page.id, page.lang)):
        if (page.id, page.lang) not in named:
            found = _free(page, taken)
            taken.add(found.id)
            yield found


def _free(page: Page, taken: set[str]) -> ShortId:
    """An address that another page had before gets a number."""
    firsts = (page.id if n == 1 else f"{page.id}#{n}" for n in count(1))
    first = next(name for name in firsts if make_short_id(name, page.lang) not in taken)
    return ShortId(id=make_short_id(first, page.lang), lang=page.lang, page=page.id, first=first)
