"""One build at a time, and nothing left behind by one that died.

A lock is a ``flock`` on a small file: the kernel lets go of it however a process ends, SIGKILL
and power cuts included, so there are no stale locks. Its text, the process id, only serves the
message. Children made by fork keep the lock while they live; programs started do not.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

_OPEN = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW


class Locked(Exception):
    """Another build is at work; ``pid`` is its process, None when it could not be told."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"another build is running (process {pid or '?'})")
        self.pid = pid


@contextmanager
def build_lock(folder: Path, *, name: str = ".lock") -> Iterator[None]:
    """Hold ``folder`` for one build; ``Locked`` at once when another one holds it.

    Makes the folder where it is missing and takes its lock file away again. Raises ``OSError``
    where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    handle = _acquire(path)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def output_lock(output: Path) -> AbstractContextManager[None]:
    """Hold the place of one output: two build folders may publish to the same."""
    return build_lock(output.parent, name=f".{output.name}.lock")


def _acquire(path: Path) -> int:
    """An open, locked file at ``path``; tried again when its holder just took it away."""
    while True:
        handle = os.open(path, _OPEN, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(path, handle):
                os.truncate(handle, 0)
                os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
                return handle
        except BlockingIOError:
            raise Locked(_holder(handle)) from None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except FileNotFoundError:
        return False


def _holder(handle: int) -> int | None:
    """The process id that the holder wrote; it may be a moment late, or from a dead build."""
    try:
        for _ in range(50):
            text = os.pread(handle, 32, 0).strip()
            if text.isdigit() and _is_alive(int(text)):
                return int(text)
            time.sleep(0.01)
        return None
    finally:
        os.close(handle)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def staging_path(output: Path) -> Path:
    """Where this process gathers the next site: always disposable."""
    return output.with_name(f".{output.name}.next-{os.getpid()}")


def retired_path(output: Path) -> Path:
    """Where the old site stands between two renames: whole as long as it has this name."""
    return output.with_name(f".{output.name}.old-{os.getpid()}")


def clean_leftovers(output: Path) -> None:
    """Take away what killed builds left beside ``output``, or bring the old site back.

    Does nothing while another build is publishing there. For use before a build; ``publish``
    does the same under its own lock.
    """
    if _leftovers(output, "next") or _leftovers(output, "old"):
        with suppress(Locked), output_lock(output):
            remove_leftovers(output)


def remove_leftovers(output: Path) -> None:
    """The work of ``clean_leftovers`` for a caller that holds the lock.

    Without an output the newest retired site is put back: its build died between two renames.
    """
    retired = sorted(_leftovers(output, "old"), key=lambda path: path.stat().st_ctime_ns)
    if retired and not os.path.lexists(output):
        retired.pop().rename(output)
    for folder in _leftovers(output, "next"):
        _remove(folder)
    for folder in retired:
        head, _, pid = folder.name.rpartition(".old-")
        _remove(folder.rename(folder.with_name(f"{head}.next-{pid}")))


def _remove(folder: Path) -> None:
    """Remove a tree, folders that somebody made read-only included. A signal that comes while
    rmtree closes a folder makes it close it twice and end in OSError; the signal is what counts."""
    folder.chmod(0o700)
    for here, names, _ in os.walk(folder):
        for name in names:
            if not os.path.islink(inner := os.path.join(here, name)):
                os.chmod(inner, 0o700)
    try:
        shutil.rmtree(folder)
    except OSError as problem:
        if isinstance(problem.__context__, SystemExit | KeyboardInterrupt):
            raise problem.__context__ from None
        raise


def _leftovers(output: Path, state: str) -> list[Path]:
    pattern = re.compile(rf"\.{re.escape(output.name)}\.{state}-[0-9]+")
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(output.parent) as entries:
        return [Path(e.path) for e in entries if pattern.fullmatch(e.name) and _is_folder(e)]
    return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
