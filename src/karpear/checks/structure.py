"""S: required sections, order, list lengths, steps (architecture.md, 4)."""

from __future__ import annotations

from collections.abc import Iterator

from karpear.findings import Finding, error
from karpear.model import Block, Kind, Library, Page, Section
from karpear.sections import MAX_STEPS, MINUTE_LINES, STEP_KEYS, expected_keys, slots

MAX_TITLE = 80
MAX_SUMMARY = 160


def check_structure(library: Library) -> Iterator[Finding]:
    """Each page has the sections of its kind, in order, and none of them is empty."""
    for page in library.pages:
        yield from _lengths(page)
        yield from _repeated(page)
        if slots(page):
            yield from _keys(page)
        yield from _empty(page)
        yield from _minute(page)
        if page.kind is Kind.FLOW:
            yield from _steps(page)


def _lengths(page: Page) -> Iterator[Finding]:
    for key, text, limit in (
        ("title", page.title, MAX_TITLE),
        ("summary", page.summary, MAX_SUMMARY),
    ):
        if len(text) > limit:
            line = page.lines.get(key, 1)
            yield error(page.path, line, "S312", key=key, count=len(text), limit=limit)


def _repeated(page: Page) -> Iterator[Finding]:
    seen: set[str] = set()
    for section in page.sections:
        if section.key in seen:
            yield error(page.path, section.line, "S304", key=section.key)
        seen.add(section.key)


def _keys(page: Page) -> Iterator[Finding]:
    expected = list(expected_keys(page))
    order = [key for key, _ in expected]
    found = [section.key for section in page.sections]
    for key, required in expected:
        if required and key not in found:
            yield error(page.path, 1, "S301", key=key)
    known = [section for section in page.sections if section.key in order]
    for section in page.sections:
        if section.key not in order and not _is_part(page, section):
            allowed = ", ".join(order)
            yield error(
                page.path, section.line, "S302", kind=page.kind, key=section.key, allowed=allowed
            )
    yield from _order(page, known, order)


def _is_part(page: Page, section: Section) -> bool:
    """A level-3 part of a known section is free, except on risk pages, whose parts are fixed."""
    parents = {slot.key for slot in slots(page)}
    is_named = any(section.key.startswith(f"{parent}-") for parent in parents)
    return section.level == 3 and is_named and page.kind is not Kind.RISK


def _order(page: Page, known: list[Section], order: list[str]) -> Iterator[Finding]:
    latest = -1
    for section in known:
        place = order.index(section.key)
        if place < latest:
            wanted = " ".join(order)
            yield error(page.path, section.line, "S303", key=section.key, order=wanted)
        latest = max(latest, place)


def _empty(page: Page) -> Iterator[Finding]:
    for number, section in enumerate(page.sections):
        following = page.sections[number + 1 : number + 2]
        has_part = bool(following) and following[0].level > section.level
        if not section.blocks and not has_part:
            yield error(page.path, section.line, "S308", key=section.key)


def _minute(page: Page) -> Iterator[Finding]:
    section = page.section("minute")
    if section is None:
        return
    lines = [item for block in section.blocks for item in block.items if block.kind == "bullets"]
    if len(lines) != MINUTE_LINES or len(section.blocks) != 1:
        yield error(page.path, section.line, "S305", count=len(lines))


def _steps(page: Page) -> Iterator[Finding]:
    wanted = 1
    for key in STEP_KEYS:
        section = page.section(key)
        for block in section.blocks if section else ():
            yield from _numbered(page, block, wanted)
            wanted += len(block.items) if block.kind == "steps" else 0
    if wanted - 1 > MAX_STEPS:
        yield error(page.path, 1, "S306", count=wanted - 1)


def _numbered(page: Page, block: Block, wanted: int) -> Iterator[Finding]:
    if block.kind == "steps" and block.start != wanted:
        yield error(page.path, block.line, "S307", found=block.start, wanted=wanted)
