"""``MANIFEST.sha256``: what a published site consists of, and whether a copy still does.

The form is that of coreutils, so that ``sha256sum -c`` checks a copy where Karpear is not
installed. We read our own form only and strictly: the one text that these files give, byte for
byte, so that no change of the manifest itself goes unnoticed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from karpear.findings import Finding, error

NAME = "MANIFEST.sha256"
COULD_NOT_CHECK = frozenset({"B301", "B302", "B303", "B309"})
_LINE = re.compile(r"(\\?)([0-9a-f]{64})  ([^\n]+)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_UNESCAPES = {escaped: char for char, escaped in _ESCAPES.items()}


class BrokenManifestError(ValueError):
    """A manifest that we did not write, or that was damaged; ``line`` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


class NotAFileError(OSError):
    """A link, folder or device where an ordinary file should be."""


def walk(folder: Path, on_error: Callable[[OSError], object] | None = None) -> Iterator[str]:
    """Everything below ``folder`` but real folders, sorted in each; links are never followed."""
    for here, folders, names in os.walk(folder, onerror=on_error):
        folders.sort()
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        for name in sorted(names + links):
            yield os.path.relpath(os.path.join(here, name), folder)


def read_size(folder: Path) -> tuple[int, int]:
    """Pages (HTML files) and bytes of a site; the manifest is not counted, nor what is made to be
    fetched, which a build may leave out (``--only``) without losing a word."""
    pages = size = 0
    for path in walk(folder):
        if path != NAME and not path.startswith(("downloads/", "pictures/", "share/")):
            pages += path.endswith(".html")
            size += os.lstat(folder / path).st_size
    return pages, size


def write_manifest(folder: Path, digests: Mapping[str, str] | None = None) -> Path:
    """Write the manifest of ``folder`` into it; ``digests`` when they are known already.

    Raises ``UnicodeEncodeError`` for a name that is not UTF-8: callers refuse such files first.
    """
    if digests is None:
        digests = {path: digest(folder / path) for path in walk(folder) if path != NAME}
    target = folder / NAME
    target.write_bytes(as_text(digests).encode("utf-8"))
    return target


def as_text(digests: Mapping[str, str]) -> str:
    """The manifest's text: one line a file, sorted by the bytes of its path."""
    paths = sorted(digests, key=os.fsencode)
    return "".join(_as_line(path, digests[path]) for path in paths)


def _as_line(path: str, value: str) -> str:
    escaped = "".join(_ESCAPES.get(char, char) for char in path)
    return f"{'' if escaped == path else chr(92)}{value}  {escaped}\n"


def digest(path: Path) -> str:
    """The SHA-256 of an ordinary file; a pipe is not waited for, a link not followed."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as problem:
        if problem.errno in (errno.ELOOP, errno.ENXIO):
            raise NotAFileError(problem.errno, problem.strerror, path) from problem
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotAFileError(errno.EINVAL, "no ordinary file", path)
    with os.fdopen(handle, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def parse(data: bytes) -> dict[str, str]:
    """Digests by path; ``BrokenManifestError`` for any manifest that is not just as we write it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise BrokenManifestError(data.count(b"\n", 0, problem.start) + 1, "UTF-8") from problem
    digests: dict[str, str] = {}
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        path, value = _parse_line(line, number)
        digests[path] = value
    _compare(text, as_text(digests))
    return digests


def _parse_line(line: str, number: int) -> tuple[str, str]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise BrokenManifestError(number, line)
    path = found.group(3)
    if found.group(1):
        path = re.sub(r"\\[\\nr]", lambda escape: _UNESCAPES[escape.group()], path)
    is_odd = path == NAME or path.startswith("/") or "\0" in path
    if is_odd or not {"", ".", ".."}.isdisjoint(path.split("/")):
        raise BrokenManifestError(number, line)
    return path, found.group(2)


def _compare(text: str, canonical: str) -> None:
    """Order, doubled lines, escapes and the last line end: anything not as we write it."""
    if text != canonical:
        pairs = enumerate(zip(text.split("\n"), [*canonical.split("\n"), ""], strict=False), 1)
        number, line = next(((n, a) for n, (a, b) in pairs if a != b), (1, text[-80:]))
        raise BrokenManifestError(number, line)


def listed_names(folder: Path) -> frozenset[str]:
    """The paths a manifest names, as far as it can be read at all; empty without one.

    For telling our own folders from others, where a damaged line must not count.
    """
    try:
        text = (folder / NAME).read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return frozenset()
    return frozenset(found.group(3) for found in _LINE.finditer(text))


def verify(folder: Path) -> Iterator[Finding]:
    """Every changed, missing and extra file of a published or copied site.

    A folder or manifest that cannot be read gives one finding of ``COULD_NOT_CHECK`` only.
    """
    if not folder.is_dir():
        yield error(printable(str(folder)), 1, "B303", value=folder)
        return
    try:
        digests = parse(_read_manifest(folder))
    except FileNotFoundError:
        yield error(NAME, 1, "B301", value=NAME)
    except BrokenManifestError as broken:
        yield error(NAME, broken.line, "B302", value=broken.text)
    except OSError as problem:
        yield error(NAME, 1, "B302", value=problem.strerror)
    else:
        yield from _check_files(folder, digests)


def _read_manifest(folder: Path) -> bytes:
    if not stat.S_ISREG(os.lstat(folder / NAME).st_mode):
        raise NotAFileError(errno.EINVAL, "no ordinary file", folder / NAME)
    return (folder / NAME).read_bytes()


def _check_files(folder: Path, digests: Mapping[str, str]) -> Iterator[Finding]:
    if not digests:
        yield error(NAME, 1, "B309")
    for path, value in digests.items():
        yield from _check_file(folder, path, value)
    problems: list[OSError] = []
    for path in sorted(set(walk(folder, problems.append)).difference(digests, [NAME])):
        yield error(printable(path), 1, "B306", value=path)
    yield from _check_folders(folder, digests)
    for problem in problems:
        where = os.path.relpath(problem.filename, folder)
        yield error(printable(where), 1, "B307", value=where, why=problem.strerror)


def _check_file(folder: Path, path: str, value: str) -> Iterator[Finding]:
    shown = printable(path)
    try:
        if digest(folder / path) != value:
            yield error(shown, 1, "B304", value=path)
    except (FileNotFoundError, NotADirectoryError):
        yield error(shown, 1, "B305", value=path)
    except NotAFileError:
        yield error(shown, 1, "B308", value=path)
    except OSError as problem:
        yield error(shown, 1, "B307", value=path, why=problem.strerror)


def _check_folders(folder: Path, digests: Mapping[str, str]) -> Iterator[Finding]:
    """Empty folders that no listed file belongs to: a site of ours has none."""
    known = {str(parent) for path in digests for parent in Path(path).parents} | set(digests)
    for here, folders, names in os.walk(folder):
        where = os.path.relpath(here, folder)
        if not folders and not names and where not in known:
            yield error(printable(where), 1, "B306", value=where + "/")


def printable(path: str) -> str:
    """A path as one line that any terminal takes: odd characters as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)
