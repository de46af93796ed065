"""Put a finished tree in the place of another, so that readers meet the old one or the new.

Linux exchanges two folders in one step (renameat2, RENAME_EXCHANGE). Some file systems cannot;
there the old tree is renamed away and the new one into its place, and a build killed between
the two is mended by the next (``lock.remove_leftovers``).
"""

from __future__ import annotations

import ctypes
import errno
import os
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM})


def swap(staged: Path, output: Path, retired: Path) -> None:
    """``staged`` becomes ``output``; what stood there is at ``staged`` afterwards.

    All three are siblings. Raises ``OSError`` with ``output`` as it was.
    """
    if not os.path.lexists(output):
        staged.rename(output)
    elif not exchange(staged, output):
        _rename_twice(staged, output, retired)
    with suppress(OSError):  # it has happened; only a power cut could still undo it
        sync(output.parent)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two paths in one step; False where system or file system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _rename_twice(staged: Path, output: Path, retired: Path) -> None:
    """The old tree keeps its name ``retired`` only while it is whole and may be needed."""
    output.rename(retired)
    try:
        staged.rename(output)
    except OSError:
        retired.rename(output)
        raise
    with suppress(OSError):  # the new site stands; the next clean-up takes the old one
        retired.rename(staged)


def sync(path: Path) -> None:
    """Have the disk keep a file's or folder's present state, where the system can promise it."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno != errno.EINVAL:  # some network file systems know no sync of folders
            raise
    finally:
        os.close(handle)
