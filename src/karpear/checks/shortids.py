"""S: permanent short ids. Paper cannot be mended, so an id once assigned leads somewhere for ever.

An id is made from the page it was first assigned for, so that a changed one shows; ``assigned``
counts all that ever were, so that a removed one shows. A page that moves keeps its id: its row
names the new page, and ``first`` the old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from karpear.findings import Finding, error, warning
from karpear.model import PRINTED, Language, Library
from karpear.model.shortids import make_short_id


def check_short_ids(library: Library) -> Iterator[Finding]:
    """Unwritten, changed, doubled, dead and removed ids, each with the line to write."""
    path = f"{library.root}/shared/shortids.yml"
    rows = tuple(row for row in library.short_ids if row.line)
    for row in library.short_ids:
        if not row.line:
            yield warning(path, 1, "S127", page=row.page or "home", lang=row.lang, row=row.row)
    ids = Counter(row.id for row in rows)
    pages = Counter((row.page, row.lang) for row in rows if row.first == row.page)
    for row in rows:
        if ids[row.id] > 1 or pages[row.page, row.lang] > 1:
            yield error(path, row.line, "S128", id=row.id)
        if row.id != make_short_id(row.first, row.lang):
            wanted = make_short_id(row.first, row.lang)
            yield error(path, row.line, "S129", id=row.id, wanted=wanted)
        if not (library.page(row.page, row.lang) or library.is_unread(row.page, row.lang)):
            yield error(path, row.line, "S130", id=row.id, page=row.page)
    if len(rows) != library.short_ids_assigned:
        yield error(path, 1, "S131", count=len(rows), assigned=library.short_ids_assigned)


def check_packs(library: Library) -> Iterator[Finding]:
    """Each pack names pages that are there and that there are on paper."""
    path = f"{library.root}/shared/packs.yml"
    printed = {page.id for page in library.in_language(Language.KM) if page.kind in PRINTED}
    for pack in library.packs:
        for page_id in pack.pages:
            if page_id not in printed and not library.is_unread(page_id, Language.KM):
                yield error(path, pack.line, "S309", what="printed page", value=page_id)


def check_agreement(library: Library) -> Iterator[Finding]:
    """Each heading of the family agreement has promises for every age band."""
    path = f"{library.root}/shared/agreement.yml"
    for heading in library.agreement:
        for band in library.bands:
            if heading.promise(band.id) is None:
                yield error(path, heading.line, "S309", what="promise", value=band.id)
