"""S: permanent short ids. Paper cannot be mended, so an id once assigned leads somewhere for ever.

An id is made from the page it was first assigned for, so that a changed one shows; ``assigned``
counts all that ever were, so that a removed one shows. A page that moves keeps its id: its row
names the new page, and ``first`` the old one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from karpear.findings import Finding, error
from karpear.model import Language, Library

ALPHABET = "23456789bcdfghjkmnpqrstvwxz"  # no vowels, hence no words; nothing that looks alike
LENGTH = 4


def make_short_id(page_id: str, lang: Language) -> str:
    """The id of a page in one language: four characters of a digest of its first address."""
    number = int.from_bytes(hashlib.sha256(f"{lang}:{page_id}".encode()).digest()[:8])
    found = ""
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        found += ALPHABET[place]
    return found


def free_row(page_id: str, lang: Language, taken: set[str]) -> str:
    """The row to add for a page: an address that another page had before gets a number."""
    firsts = (page_id, *(f"{page_id}#{number}" for number in range(2, 100)))
    first = next(name for name in firsts if make_short_id(name, lang) not in taken)
    told = "" if first == page_id else f', first: "{first}"'
    short = make_short_id(first, lang)
    return f'- {{id: "{short}", lang: {lang}, page: "{page_id or "home"}"{told}}}'


def check_short_ids(library: Library) -> Iterator[Finding]:
    """Missing, changed, doubled, dead and removed ids, each with the line to write."""
    path = f"{library.root}/shared/shortids.yml"
    rows = library.short_ids
    named = {(row.page, row.lang) for row in rows}
    for page in library.pages:
        if (page.id, page.lang) not in named:
            free = free_row(page.id, page.lang, {row.id for row in rows})
            yield error(path, 1, "S127", page=page.id or "home", lang=page.lang, row=free)
    ids = Counter(row.id for row in rows)
    pages = Counter((row.page, row.lang) for row in rows if row.first == row.page)
    for row in rows:
        if ids[row.id] > 1 or pages[row.page, row.lang] > 1:
            yield error(path, row.line, "S128", id=row.id)
        if row.id != make_short_id(row.first, row.lang):
            wanted = make_short_id(row.first, row.lang)
            yield error(path, row.line, "S129", id=row.id, wanted=wanted)
        if library.page(row.page, row.lang) is None:
            yield error(path, row.line, "S130", id=row.id, page=row.page)
    if len(rows) != library.short_ids_assigned:
        yield error(path, 1, "S131", count=len(rows), assigned=library.short_ids_assigned)


def check_packs(library: Library) -> Iterator[Finding]:
    """Each pack names pages that are there."""
    path = f"{library.root}/shared/packs.yml"
    for pack in library.packs:
        for page_id in pack.pages:
            if library.page(page_id, Language.KM) is None:
                yield error(path, pack.line, "S309", what="page", value=page_id)


def check_agreement(library: Library) -> Iterator[Finding]:
    """Each heading of the family agreement has promises for every age band."""
    path = f"{library.root}/shared/agreement.yml"
    for heading in library.agreement:
        for band in library.bands:
            if heading.promise(band.id) is None:
                yield error(path, heading.line, "S309", what="promise", value=band.id)
