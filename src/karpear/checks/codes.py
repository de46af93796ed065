"""S: every code a page uses exists, and the file stands where its codes say."""

from __future__ import annotations

from collections.abc import Iterator

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import Kind, Language, Library, Page
from karpear.model.interface import FILLS, fills_of

MIN_CONTACTS = 2


def check_codes(library: Library) -> Iterator[Finding]:
    """Bands, risks, contacts, glossary terms and ``[[helpline]]`` names resolve."""
    known = {
        "band": {band.id for band in library.bands},
        "risk": {cell.id for category in library.risks for cell in category.cells},
        "contact": {contact.id for contact in library.contacts},
        "term": {term.id for term in library.terms},
    }
    lines = known["contact"] | {helpline.id for helpline in library.helplines}
    for page in library.pages:
        yield from _front_matter(page, known)
        yield from _place(page)
        yield from _contacts(page)
        for section in page.sections:
            for item in section.items():
                for name in inline.helplines(item.text):
                    if name not in lines:
                        yield error(page.path, item.line, "S309", what="helpline", value=name)
    yield from _matrix(library, known)
    yield from _fills(library)


def _front_matter(page: Page, known: dict[str, set[str]]) -> Iterator[Finding]:
    used = {
        "band": ("band", (page.band,) if page.band else ()),
        "risk": ("risks", page.risks),
        "contact": ("contacts", page.contacts),
        "term": ("terms", page.terms),
    }
    for what, (key, values) in used.items():
        for value in values:
            if value not in known[what]:
                yield error(page.path, page.lines.get(key, 1), "S309", what=what, value=value)


def _place(page: Page) -> Iterator[Finding]:
    if page.kind is Kind.MODULE and page.id != f"{page.audience}/{page.band}":
        found = f"{page.audience}/{page.band}"
        yield error(page.path, page.lines.get("band", 1), "S314", place=page.id, found=found)


def _contacts(page: Page) -> Iterator[Finding]:
    if page.kind is not Kind.PAGE and len(set(page.contacts)) < MIN_CONTACTS:
        yield error(page.path, page.lines.get("contacts", 1), "S310")


def _matrix(library: Library, known: dict[str, set[str]]) -> Iterator[Finding]:
    categories = {category.id for category in library.risks}
    path = f"{library.root}/shared/risks.yml"
    for cell in library.not_applicable:
        if cell.band not in known["band"]:
            yield error(path, 1, "S309", what="band", value=cell.band)
        if cell.category not in categories:
            yield error(path, 1, "S309", what="category", value=cell.category)


def _fills(library: Library) -> Iterator[Finding]:
    """The places in the words of templates have names that are filled in, the same in both."""
    for key, pair in library.ui.items():
        names = {lang: fills_of(pair[lang]) for lang in Language}
        for lang, own in names.items():
            if own is None or own - FILLS or own != names[lang.other]:
                path = f"{library.root}/shared/ui.yml"
                yield error(path, pair.line, "S133", key=key, text=pair[lang])
                break
