"""A: every recording is of a section that is there, stands in its place, and says its words."""

from __future__ import annotations

from collections.abc import Iterator

from karpear.findings import Finding, error, warning
from karpear.model import Library, Recording
from karpear.stamps import spoken_stamp


def check_recordings(library: Library) -> Iterator[Finding]:
    """Entries of ``audio.yml`` and files below ``audio/``, both or neither."""
    path = f"{library.root}/shared/audio.yml"
    seen: set[str] = set()
    for recording in library.recordings:
        if recording.place in seen:
            yield error(path, recording.line, "S118", id=recording.place)
        seen.add(recording.place)
        yield from _entry(library, path, recording)
    for sound in library.sounds:
        if sound.path not in seen:
            yield error(f"{library.root}/{sound.path}", 1, "A203", name=sound.path)


def _entry(library: Library, path: str, recording: Recording) -> Iterator[Finding]:
    page = library.page(recording.page, recording.lang)
    section = page.section(recording.section) if page else None
    if page is None and library.is_unread(recording.page, recording.lang):
        return
    if page is None or section is None or section.level != 2:
        named = f"{recording.lang}/{recording.page}#{recording.section}"
        yield error(path, recording.line, "A201", name=named)
    elif recording.stamp != spoken_stamp(library, page, recording.section):
        yield warning(path, recording.stamp_line, "A205", name=recording.place)
    if recording.file != recording.place:
        yield error(path, recording.line, "A204", name=recording.file, place=recording.place)
    elif recording.file not in {sound.path for sound in library.sounds}:
        yield error(path, recording.line, "A202", name=recording.file)
    if recording.on > library.as_of:
        yield error(path, recording.line, "A206", on=recording.on)
