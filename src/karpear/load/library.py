"""``content/`` → :class:`Library` and findings: the one door from files to the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from karpear.findings import Finding, error, warning
from karpear.load import editions, shared
from karpear.load.fields import Fields
from karpear.load.files import (
    IMAGE_SUFFIXES,
    MAX_SHARED_BYTES,
    ContentFile,
    address_of,
    find_files,
    read_text,
)
from karpear.load.helplines import read_helplines, read_helplines_day, read_revision
from karpear.load.images import check_image
from karpear.load.pages import read_page, unknown_language
from karpear.load.sounds import read_sound
from karpear.load.strict_yaml import Record, read_yaml
from karpear.model import Library, Page, Sound
from karpear.model.interface import Interface
from karpear.model.shortids import derive_short_ids

SHARED = (
    *("bands", "risks", "helplines", "platforms", "actions", "audio"),
    *("sources", "facts", "terms", "ui", "shortids", "packs", "agreement"),
)
#: A site of few pages may go without these: nothing is made of them, short ids are derived.
OPTIONAL = ("actions", "audio", "shortids", "packs", "agreement")
IMAGES, SOUNDS = "shared/images/", "audio/"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A library as far as it could be read, and everything that was wrong."""

    library: Library
    findings: tuple[Finding, ...]


def read_library(root: Path, as_of: date) -> Loaded:
    """Read a content root (a folder with ``km/``, ``en/`` and ``shared/``).

    ``as_of`` is the day that ages of verification are counted to. Never raises for content: what
    cannot be read is a finding, and the library holds the rest.
    """
    files, findings = find_files(root)
    tops = {file.relative: file for file in files}
    reader = _SharedReader(root, tops, findings)
    unread: set[str] = set()
    pages = tuple(_pages(files, findings, unread))
    images = tuple(_images(files, findings))
    sounds = tuple(_sounds(files, findings))
    library = _library(root, reader, pages, as_of)
    unread |= reader.unread
    library = replace(library, images=images, sounds=sounds, unread=frozenset(unread))
    reader.finish()
    return Loaded(library=library, findings=tuple(sorted(set(findings))))


def _library(root: Path, reader: _SharedReader, pages: tuple[Page, ...], as_of: date) -> Library:
    misread = reader.take("facts", shared.read_misreadings)
    assigned = reader.take("shortids", editions.read_short_ids)
    return Library(
        root=root.name,
        bands=reader.take("bands", shared.read_bands),
        audiences=reader.take("bands", shared.read_audiences),
        risks=reader.take("risks", shared.read_risks),
        not_applicable=reader.take("risks", shared.read_not_applicable),
        helplines=reader.take("helplines", read_helplines),
        contacts=reader.take("helplines", shared.read_contacts),
        helplines_updated=reader.take("helplines", read_helplines_day),
        revision=reader.take("helplines", read_revision),
        platforms=reader.take("platforms", shared.read_platforms),
        actions=reader.take("actions", shared.read_actions),
        sources=reader.take("sources", shared.read_sources),
        facts=MappingProxyType(reader.take("facts", shared.read_facts)),
        terms=reader.take("terms", shared.read_terms),
        words=MappingProxyType(reader.take("terms", shared.read_words)),
        kept_from_under_ten=MappingProxyType(reader.take("terms", shared.read_kept_words)),
        spellings=MappingProxyType(reader.take("terms", shared.read_spellings) | misread),
        ui=MappingProxyType(Interface(reader.take("ui", shared.read_ui))),
        pages=pages,
        recordings=reader.take("audio", shared.read_recordings),
        short_ids=(*assigned, *derive_short_ids(pages, assigned)),
        short_ids_assigned=reader.take("shortids", editions.read_assigned),
        packs=reader.take("packs", editions.read_packs),
        agreement=reader.take("agreement", editions.read_agreement),
        as_of=as_of,
    )


class _SharedReader:
    """Reads each shared file once and hands its top record to the readers."""

    def __init__(self, root: Path, files: dict[str, ContentFile], findings: list[Finding]) -> None:
        self.root, self.files, self.findings = root, files, findings
        self.tops: dict[str, Fields] = {}
        self.unread: set[str] = set()

    def take(self, name: str, read: Callable[[Fields], T]) -> T:
        """What ``read`` makes of the file's top record (an empty one when it is missing)."""
        if name not in self.tops:
            self.tops[name] = self._top(name)
        return read(self.tops[name])

    def _top(self, name: str) -> Fields:
        relative = f"shared/{name}.yml"
        path = f"{self.root.name}/{relative}"
        file = self.files.get(relative)
        if file is None:
            finding = warning(path, 1, "S132", name=relative)
            if name not in OPTIONAL:
                finding = error(path, 1, "S124", name=relative)
                self.unread.add(relative)
            self.findings.append(finding)
            return Fields(Record(1), path, self.findings)
        text, findings = read_text(file, MAX_SHARED_BYTES)
        self.findings.extend(findings)
        record, problems = read_yaml(text, path) if text else (None, [])
        self.findings.extend(problems)
        if record is None:
            self.unread.add(relative)
        return Fields(record or Record(1), path, self.findings)

    def finish(self) -> None:
        """Report keys that nobody has read."""
        for top in self.tops.values():
            top.done()


def _pages(files: list[ContentFile], findings: list[Finding], unread: set[str]) -> Iterator[Page]:
    for file in files:
        if not file.relative.endswith(".md"):
            continue
        if file.relative.partition("/")[0] not in {"km", "en"}:
            findings.append(unknown_language(file))
            continue
        page, problems = read_page(file)
        findings.extend(problems)
        if page is None:
            unread.add(address_of(file.relative))
        else:
            yield page


def _images(files: list[ContentFile], findings: list[Finding]) -> Iterator[str]:
    """Addresses of usable images; every other file is reported (S125)."""
    known = {f"shared/{name}.yml" for name in SHARED}
    for file in files:
        if file.relative.endswith(".md") or file.relative in known or _is_sound(file):
            continue
        if file.relative.startswith(IMAGES) and file.relative.endswith(IMAGE_SUFFIXES):
            findings.extend(check_image(file))
            yield "/images/" + file.relative.removeprefix(IMAGES)
        else:
            findings.append(error(file.path, 1, "S125", name=file.relative))


def _is_sound(file: ContentFile) -> bool:
    return file.relative.startswith(SOUNDS) and file.relative.endswith(".mp3")


def _sounds(files: list[ContentFile], findings: list[Finding]) -> Iterator[Sound]:
    """Recordings that are fit to be listened to; the others are reported."""
    for file in filter(_is_sound, files):
        sound, problems = read_sound(file)
        findings.extend(problems)
        if sound is not None:
            yield sound
