"""Which files make up the content, and their text: nothing unsafe is opened or followed.

Rules for names and sizes come from what breaks elsewhere: symlinks publish files from outside,
names that differ in case or are reserved on Windows cannot be unpacked from an offline copy.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from karpear.findings import Finding, error

MAX_PAGE_BYTES = 512 * 1024
MAX_SHARED_BYTES = 2 * 1024 * 1024
MAX_NAME_BYTES = 100
MAX_FILES = 20_000
FOR_EDITORS = frozenset({"REVIEW.md"})  # at the root: read by people, never published
IMAGE_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?")
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """A regular file: ``path`` as findings name it, ``relative`` inside the content root."""

    path: str
    relative: str
    absolute: Path
    size: int


def find_files(root: Path) -> tuple[list[ContentFile], list[Finding]]:
    """All usable files below ``root`` in sorted order, and findings (X2xx) for the others."""
    files: list[ContentFile] = []
    findings: list[Finding] = []
    for entry in _entries(root, findings):
        relative = os.path.relpath(entry.path, root)
        if relative in FOR_EDITORS:
            continue
        where = f"{root.name}/{relative}"
        problem = _problem(entry, relative)
        if problem:
            findings.append(error(where, 1, problem, name=relative))
        elif entry.is_file(follow_symlinks=False):
            size = entry.stat(follow_symlinks=False).st_size
            path = Path(entry.path)
            files.append(ContentFile(path=where, relative=relative, absolute=path, size=size))
    findings.extend(_clashes(files))
    if len(files) > MAX_FILES:
        findings.append(error(root.name, 1, "X209", count=len(files), limit=MAX_FILES))
        files = files[:MAX_FILES]
    return sorted(files, key=_by_age), findings


def _by_age(file: ContentFile) -> tuple[list[str | int], str]:
    """Numbers in names count as numbers, so that in every list and book 6-9 stands before 10-12."""
    parts = re.split(r"([0-9]+)", file.relative)
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], file.relative


def _entries(folder: Path, findings: list[Finding]) -> Iterator[os.DirEntry[str]]:
    """Every entry below ``folder``; links and unreadable folders are not entered."""
    pending = [str(folder)]
    while pending:
        here = pending.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as problem:
            findings.append(error(here, 1, "X208", name=here, problem=problem.strerror or ""))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if _problem(entry, entry.name):
                    yield entry
                else:
                    pending.append(entry.path)
            else:
                yield entry


def _problem(entry: os.DirEntry[str], relative: str) -> str | None:
    """The code of what is wrong with an entry, from its name and type alone."""
    if entry.is_symlink():
        return "X201"
    mode = entry.stat(follow_symlinks=False).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "X202"
    name = entry.name
    if len(os.fsencode(name)) > MAX_NAME_BYTES:
        return "X203"
    if name.partition(".")[0].lower() in _RESERVED:
        return "X204"
    return None if _NAME.fullmatch(name) else "X205"


def _clashes(files: list[ContentFile]) -> Iterator[Finding]:
    """Two files for one address (``help.md`` beside ``help/index.md``)."""
    seen: dict[str, str] = {}
    for file in files:
        address = address_of(file.relative) if file.relative.endswith(".md") else file.relative
        if address in seen:
            yield error(file.path, 1, "X206", address=address or "/", other=seen[address])
        seen[address] = file.relative


def address_of(relative: str) -> str:
    """``km/help/index.md`` → ``km/help``: two files may not share one."""
    stem = relative.removesuffix(".md")
    return stem.removesuffix("/index").removesuffix("index")


def read_text(file: ContentFile, limit: int) -> tuple[str, list[Finding]]:
    """The file as UTF-8 text with ``\\n`` line ends; empty with findings when it is not."""
    if file.size > limit:
        return "", [error(file.path, 1, "X207", size=file.size, limit=limit)]
    try:
        data = file.absolute.read_bytes()
    except OSError as problem:
        return "", [error(file.path, 1, "X208", name=file.path, problem=problem.strerror or "")]
    return decode(data, file.path)


def decode(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Bytes as text; another encoding, a byte order mark, NUL or nothing at all is a finding."""
    if not data.strip():
        return "", [error(path, 1, "L101")]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [error(path, 1, "L102", encoding="UTF-16")]
    if data.startswith(b"\xef\xbb\xbf"):
        return "", [error(path, 1, "L103")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        byte = f"0x{data[problem.start]:02X}"
        return "", [error(path, line, "L104", byte=byte)]
    if "\0" in text:
        return "", [error(path, text[: text.index("\0")].count("\n") + 1, "L105")]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
