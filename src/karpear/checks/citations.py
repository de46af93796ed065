"""C: each guidance item names why we say it, and every name resolves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear.findings import Finding, error
from karpear.model import Audience, Library, Page, Section
from karpear.sections import is_guidance

_ADULTS_ONLY = re.compile(r"adult pages only|distressing|statistics page only", re.IGNORECASE)


def check_citations(library: Library) -> Iterator[Finding]:
    """Citations resolve; guidance items have one; facts held back stay back."""
    sources = {source.id for source in library.sources}
    for page in library.pages:
        for section in page.sections:
            yield from _section(library, page, section, sources)
    for fact in library.facts.values():
        if fact.source not in sources:
            path = f"{library.root}/shared/facts.yml"
            yield error(path, 1, "C104", fact=fact.id, source=fact.source)


def _section(
    library: Library, page: Page, section: Section, sources: set[str]
) -> Iterator[Finding]:
    if is_guidance(page, section.key) and not section.cites:
        yield from _uncited(page, section)
    for cite in section.cites:
        yield from _resolves(library, page, section.line, cite, sources)
    for item in section.items():
        for cite in item.cites:
            yield from _resolves(library, page, item.line, cite, sources)


def _uncited(page: Page, section: Section) -> Iterator[Finding]:
    """Items, and table rows below the head, that name nothing."""
    for block in section.blocks:
        for group in (*((item,) for item in block.items), *block.rows[1:]):
            if not any(item.cites for item in group):
                yield error(page.path, group[0].line, "C102", text=group[0].text)


def _resolves(
    library: Library, page: Page, line: int, cite: str, sources: set[str]
) -> Iterator[Finding]:
    fact = library.facts.get(cite)
    if fact is None:
        if cite not in sources:
            yield error(page.path, line, "C101", cite=cite)
        return
    if fact.held_back:
        yield error(page.path, line, "C103", cite=cite)
    is_for_children = page.young or page.audience is Audience.CHILDREN
    if is_for_children and _ADULTS_ONLY.search(fact.caveat or ""):
        yield error(page.path, line, "C105", cite=cite)
