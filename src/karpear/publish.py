"""Publish: gather the built site, check it, and exchange it for the published one.

Everything that can go wrong goes wrong before the output changes; then it changes in one step.
A build that fails or is killed leaves the published site byte for byte as it was.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from karpear.findings import Finding, error, warning
from karpear.lock import Locked, output_lock, remove_leftovers, retired_path, staging_path
from karpear.manifest import (
    NAME,
    listed_names,
    printable,
    read_size,
    verify,
    walk,
    write_manifest,
)
from karpear.swap import swap, sync

_CODES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "B222"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "B221"),
    **dict.fromkeys((errno.EBUSY, errno.EXDEV), "B223"),
}
_CHUNK = 1 << 20


def publish(
    built: Path, output: Path, *, content: Path, allow_shrink: bool = False, epoch: int
) -> tuple[Finding, ...]:
    """Put the site in ``built`` in the place of ``output``; errors mean that nothing changed.

    ``content`` is the content root, which the output may not touch; ``epoch`` becomes every
    modification time, so that two builds of the same content are equal. The caller has crawled
    ``built`` before. A warning means: published, but something is left to tidy up.
    """
    place = _real(output)
    try:
        if findings := tuple(_check_places(_real(built), place, _real(content))):
            return findings
        with output_lock(place):
            return _publish(built, place, allow_shrink=allow_shrink, epoch=epoch)
    except Locked as busy:
        return (locked(busy, output),)
    except OSError as problem:
        return (refusal(problem, output),)


def locked(busy: Locked, output: Path) -> Finding:
    """The finding for a second build at once."""
    return error(printable(str(output)), 1, "B220", value=busy.pid or "?")


def refusal(problem: OSError, output: Path) -> Finding:
    """What the system refused, as a finding: no room, no permission, a mount, the rest."""
    code = _CODES.get(problem.errno or 0, "B224")
    values = {"value": os.fsdecode(problem.filename or output)}
    if code == "B224":
        values["why"] = problem.strerror or str(problem)
    return error(printable(str(output)), 1, code, **values)


def _real(path: Path) -> Path:
    """Where a path really is; its last part stays as written, so that a link shows as one."""
    if path.name in ("", ".."):
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent)) / path.name


def _check_places(built: Path, output: Path, content: Path) -> Iterator[Finding]:
    """Is the output a place that may be replaced, and is there something to put there?"""
    shown = printable(str(output))
    if output.is_symlink():
        yield error(shown, 1, "B204", value=output)
    elif _overlap(output, Path(os.path.realpath(content))):
        yield error(shown, 1, "B201", value=output, content=content)
    elif _overlap(output, Path(os.path.realpath(built))):
        yield error(shown, 1, "B202", value=output, built=built)
    elif output.exists() and not output.is_dir():
        yield error(shown, 1, "B203", value=output)
    elif os.path.ismount(output):
        yield error(shown, 1, "B223", value=output)
    elif not built.is_dir():
        yield error(shown, 1, "B206", value=built)
    elif not (built / "index.html").is_file():
        yield error(shown, 1, "B207", value=built)
    else:
        yield from _check_entries(built)


def _overlap(one: Path, other: Path) -> bool:
    """Are they the same folder, or one inside the other, by whatever names?"""
    return _holds(one, other) or _holds(other, one)


def _holds(outer: Path, inner: Path) -> bool:
    """By path, and by identity: bind mounts and case-blind file systems have two names."""
    if inner.is_relative_to(outer):
        return True
    if not outer.exists():
        return False
    return any(p.exists() and p.samefile(outer) for p in (inner, *inner.parents))


def _check_entries(built: Path) -> Iterator[Finding]:
    """Only ordinary files with UTF-8 names go out: a link could publish a system file."""
    for path in walk(built, _raise):
        is_file = stat.S_ISREG(os.lstat(built / path).st_mode)
        if not is_file or any("\ud800" <= char <= "\udfff" for char in path):
            yield error(printable(path), 1, "B208", value=path)


def _raise(problem: OSError) -> None:
    raise problem


def _publish(built: Path, output: Path, *, allow_shrink: bool, epoch: int) -> tuple[Finding, ...]:
    """The part under the lock. Whatever happens, the place is tidy afterwards."""
    _tidy(output)
    findings = tuple(_check_published(built, output, allow_shrink=allow_shrink))
    if findings:
        return findings
    staged = staging_path(output)
    try:
        gather(built, staged, epoch=epoch)
        findings = tuple(_check_staged(staged, output))
        if not findings:
            swap(staged, output, retired_path(output))
    finally:
        left = _tidy(output)
    return findings + left


def _check_published(built: Path, output: Path, *, allow_shrink: bool) -> Iterator[Finding]:
    """Is what stands there ours, and would replacing it lose a large part of it?"""
    shown = printable(str(output))
    if not output.exists() or not os.listdir(output):
        return
    if _is_foreign(output):
        yield error(shown, 1, "B205", value=output)
    elif not allow_shrink:
        for code, new, old in zip(
            ("B210", "B211"), read_size(built), read_size(output), strict=True
        ):
            if new * 5 < old * 4:
                yield error(shown, 1, code, new=new, old=old)


def _is_foreign(output: Path) -> bool:
    """No manifest, or more files than it lists are somebody's own.

    The second half keeps a home folder safe in which an offline copy was unpacked; stray files
    in a site of ours, which a new build mends, are fewer than its pages.
    """
    names = set(walk(output))
    listed = listed_names(output)
    return NAME not in names or len(names - listed - {NAME}) > len(names & listed)


def gather(built: Path, staged: Path, *, epoch: int) -> None:
    """Copy ``built`` to the new folder ``staged`` with manifest, fixed times and modes, synced.

    The manifest holds the digests of what was read, so that verifying the copy proves it.
    """
    staged.mkdir()
    digests: dict[str, str] = {}
    for path in walk(built, _raise):
        if path != NAME:
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            digests[path] = _copy(built / path, staged / path)
    write_manifest(staged, digests)
    for here, _, names in os.walk(staged, topdown=False):
        for name in names:
            _seal(Path(here, name), 0o644, epoch)
        _seal(Path(here), 0o755, epoch)


def _copy(source: Path, target: Path) -> str:
    """Copy one file; the SHA-256 of what was read."""
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            writer.write(chunk)
    return digest.hexdigest()


def _seal(path: Path, mode: int, epoch: int) -> None:
    """Fixed mode and time, then onto the disk, before anything points to it."""
    path.chmod(mode)
    os.utime(path, (epoch, epoch))
    sync(path)


def _check_staged(staged: Path, output: Path) -> Iterator[Finding]:
    """The copy read again: what will be published is what was built."""
    for found in verify(staged):
        yield error(printable(str(output)), 1, "B225", value=found.path)


def _tidy(output: Path) -> tuple[Finding, ...]:
    """Take away the staged or the old tree; failing to is worth a warning only."""
    try:
        remove_leftovers(output)
    except OSError as problem:
        left = os.fsdecode(problem.filename or output)
        return (warning(printable(str(output)), 1, "B226", value=left),)
    return ()
