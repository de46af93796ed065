"""Names of single files. A file lies in a phone's list where anybody sees it, so files for children
and about harm or help have a name that says nothing; it never changes while the page stays."""

from __future__ import annotations

import hashlib

from karpear.model import Audience, Kind, Language, Library, Page

SINGLE_KINDS = frozenset({Kind.MODULE, Kind.FLOW, Kind.TOPIC, Kind.RISK})


def has_single(page: Page) -> bool:
    """Has the page a file of its own?"""
    return page.kind in SINGLE_KINDS


def is_quiet(page: Page) -> bool:
    """Does the file's name keep to itself what the page is about?"""
    is_adult = page.kind is Kind.RISK or page.audience in (Audience.PARENTS, Audience.TEACHERS)
    return page.young or not is_adult


def file_name(page: Page, ending: str = "html") -> str:
    """``karpear-parents-6-9-km.html``, or ``notes-1f3a09.html`` for a quiet one."""
    if is_quiet(page):
        mark = hashlib.sha256(f"{page.id}/{page.lang}".encode()).hexdigest()[:6]
        return f"notes-{mark}.{ending}"
    return f"karpear-{page.id.replace('/', '-')}-{page.lang}.{ending}"


def single_pages(library: Library, lang: Language) -> tuple[Page, ...]:
    """Every page that has a file of its own."""
    return tuple(page for page in library.in_language(lang) if has_single(page))
