"""H: every line has sources with dates, an age of verification, and no unconfirmed claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import BLOCK_CONTACTS, Helpline, Item, Library, Page
from karpear.model.helplines import national

MAX_AGE_DAYS = 92
REQUIRED = ("child-helpline-cambodia", "aple-hotline", "police-emergency")


def check_helplines(library: Library) -> Iterator[Finding]:
    """The register of helplines, and each place that names one."""
    path = f"{library.root}/shared/helplines.yml"
    seen: set[str] = set()
    for helpline in library.helplines:
        if helpline.id in seen:
            yield error(path, helpline.line, "S118", id=helpline.id)
        seen.add(helpline.id)
        yield from _record(path, helpline)
        yield from _age(path, helpline, library)
    yield from _withdrawn(library, path)
    yield from _required(library, path)
    yield from _contacts(library, path)
    for page in library.pages:
        for section in page.sections:
            for item in section.items():
                yield from _named(library, page, item)


def _record(path: str, helpline: Helpline) -> Iterator[Finding]:
    if not helpline.sources and helpline.is_shown:
        yield error(path, helpline.line, "H107", id=helpline.id)
    for number in helpline.numbers:
        if national(number.shown) != national(number.dial):
            yield error(path, helpline.line, "H109", shown=number.shown, dial=number.dial)
    for url, _label in helpline.links:
        if not url.startswith("https://"):
            yield error(path, helpline.line, "H110", url=url)
    yield from _claims(path, helpline)


def _claims(path: str, helpline: Helpline) -> Iterator[Finding]:
    """A claim in ``never`` may stand only where it is denied, in ``cost`` and ``unconfirmed``."""
    for pair in (
        *(helpline.title, helpline.short, helpline.serves, helpline.who_knows, helpline.hours),
        *(number.note for number in helpline.numbers),
        *(label for _url, label in helpline.links),
    ):
        for claim in helpline.never:
            if pair and (_says(pair.km, claim) or _says(pair.en, claim)):
                yield error(path, helpline.line, "H111", id=helpline.id, claim=claim)


def _says(text: str, claim: str) -> bool:
    """English by whole words, Khmer, which has no spaces between them, as a part of the text."""
    if not claim.isascii():
        return claim in text
    return re.search(rf"(?<!\w){re.escape(claim)}(?!\w)", text, re.IGNORECASE) is not None


def _age(path: str, helpline: Helpline, library: Library) -> Iterator[Finding]:
    verified = helpline.verified
    if verified is None:
        return
    days = (library.as_of - verified.on).days
    if days < 0:
        yield error(path, helpline.line, "H105", id=helpline.id, on=verified.on)
    elif days > MAX_AGE_DAYS:
        yield error(
            *(path, helpline.line, "H104"),
            id=helpline.id,
            on=verified.on,
            days=days,
            limit=MAX_AGE_DAYS,
        )


def _withdrawn(library: Library, path: str) -> Iterator[Finding]:
    """The number of a line that is never shown stands with none that is."""
    lost = {
        n.dial: line.id for line in library.helplines if not line.is_shown for n in line.numbers
    }
    for helpline in filter(lambda line: line.is_shown, library.helplines):
        for number in helpline.numbers:
            if other := lost.get(number.dial):
                values = {"id": helpline.id, "number": number.shown, "other": other}
                yield error(path, helpline.line, "H113", **values)


def _required(library: Library, path: str) -> Iterator[Finding]:
    for helpline_id in REQUIRED:
        found = library.helpline(helpline_id)
        if found is None or not found.is_shown or not found.numbers:
            yield error(path, 1, "H108", id=helpline_id)
    for contact_id in BLOCK_CONTACTS:
        if library.contact(contact_id) is None:
            yield error(path, 1, "H108", id=contact_id)


def _contacts(library: Library, path: str) -> Iterator[Finding]:
    for contact in library.contacts:
        for helpline_id in contact.helplines:
            found = library.helpline(helpline_id)
            if found is None:
                yield error(path, 1, "S309", what="helpline", value=helpline_id)
            elif not found.is_shown:
                yield error(path, found.line, "H106", id=helpline_id)


def _named(library: Library, page: Page, item: Item) -> Iterator[Finding]:
    """A sentence that names no line goes on about the last, and before any about the first: "It is
    free. Call [[h2]]. It is free." claims twice."""
    said = [(w, tuple(_lines_of(library, names))) for w, names in inline.sentences(item.text)]
    spoken_of = next((named for _, named in said if named), ())
    for words, named in said:
        for helpline in named:
            if not helpline.is_shown:
                yield error(page.path, item.line, "H106", id=helpline.id)
        spoken_of = named or spoken_of
        for helpline in spoken_of:
            for claim in helpline.never:
                if _says(words, claim):
                    yield error(page.path, item.line, "H111", id=helpline.id, claim=claim)


def _lines_of(library: Library, names: Iterable[str]) -> Iterator[Helpline]:
    for name in names:
        contact = library.contact(name)
        ids = contact.helplines if contact else (name,)
        yield from filter(None, map(library.helpline, ids))
