"""Which state a translation is in, by the stamps it keeps of its source (architecture.md, 4)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping

from karpear.model import Page, State

TITLE = "title"


def stamp_of(raw: str) -> str:
    """First 12 hex of sha256 over the text, NFC, no U+200B, white space collapsed."""
    text = unicodedata.normalize("NFC", raw).replace("\u200b", "")
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def title_stamp(page: Page) -> str:
    """The stamp of title and summary together."""
    return stamp_of(f"{page.title}\n{page.summary}")


def source_stamps(source: Page) -> dict[str, str]:
    """The stamps that a translation of ``source`` should keep."""
    return {TITLE: title_stamp(source)} | {s.key: stamp_of(s.raw) for s in source.sections}


def states(page: Page, source: Page) -> Mapping[str, State]:
    """The state of every section of the translation and of its source, by key."""
    result = {s.key: _state(page, source, s.key) for s in page.sections}
    for section in source.sections:
        if section.key not in result:
            result[section.key] = State.MISSING
    return result


def _state(page: Page, source: Page, key: str) -> State:
    original = source.section(key)
    if original is None:
        return State.ORPHANED
    if key not in page.stamps:
        return State.UNSTAMPED
    if page.stamps[key] != stamp_of(original.raw):
        return State.STALE
    return State.REORDERED if _is_moved(page, source, key) else State.CURRENT


def _is_moved(page: Page, source: Page, key: str) -> bool:
    """Whether the section stands behind another neighbour than in the source."""
    ours = [s.key for s in page.sections if source.section(s.key)]
    theirs = [s.key for s in source.sections if page.section(s.key)]
    return ours.index(key) != theirs.index(key)


def state_of_title(page: Page, source: Page) -> State:
    """The state of title and summary."""
    if TITLE not in page.stamps:
        return State.UNSTAMPED
    return State.CURRENT if page.stamps[TITLE] == title_stamp(source) else State.STALE
