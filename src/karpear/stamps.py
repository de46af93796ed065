"""Which state a translation is in, by the stamps it keeps of its source (architecture.md, 4)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import takewhile

from karpear.inline import CITE, walk
from karpear.model import Library, Page, Recording, Sound, State

TITLE = "title"


def stamp_of(raw: str) -> str:
    """First 12 hex of sha256 over the text, NFC, no U+200B, white space collapsed."""
    text = unicodedata.normalize("NFC", raw).replace("\u200b", "")
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def title_stamp(page: Page) -> str:
    """The stamp of title and summary together."""
    return stamp_of(f"{page.title}\n{page.summary}")


def spoken_stamp(library: Library, page: Page, key: str) -> str:
    """The stamp of what a recording of a section says: its words, those of its parts, and the
    numbers of the helplines they name. Why we say it is not read out, so it does not count."""
    keys = [section.key for section in page.sections]
    first = page.sections[keys.index(key) :] if key in keys else ()
    parts = takewhile(lambda section: section.level > 2, first[1:])
    raw = "\n".join(CITE.sub("", section.raw) for section in (*first[:1], *parts))
    names = (token.content for token in walk(raw) if token.type == "helpline")
    return stamp_of("\n".join((raw, *(_number(library, name) for name in names))))


def _number(library: Library, name: str) -> str:
    contact = library.contact(name)
    line = library.helpline(contact.helplines[0] if contact and contact.helplines else name)
    return f"{name} {line.numbers[0].dial if line and line.numbers else ''}"


def current_recordings(library: Library) -> Iterator[tuple[Recording, Sound]]:
    """Recordings that readers may hear: the file is there and says what the page says."""
    sounds = {sound.path: sound for sound in library.sounds}
    for recording in library.recordings:
        page = library.page(recording.page, recording.lang)
        sound = sounds.get(recording.place)
        is_there = page and page.section(recording.section) and recording.file == recording.place
        stamp = spoken_stamp(library, page, recording.section) if page and is_there else ""
        if sound and stamp == recording.stamp:
            yield recording, sound


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
