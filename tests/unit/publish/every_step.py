"""Kill a publish before each of its steps in turn, and look at what is left.

Run as a program by ``test_publish.py``: it forks, and pytest's workers have threads. Every
system call that changes files raises a Python audit event, so counting events and killing at
the n-th one covers every moment of the run, without any luck in it. Prints how many steps it
has tried. Arguments: folder with ``a`` and ``b`` (two built sites), ``exchange`` or ``renames``.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from karpear import swap
from karpear.lock import clean_leftovers
from karpear.publish import publish

EVENTS = frozenset(
    {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.utime", "os.chmod"}
    | {"os.truncate", "shutil.rmtree", "ctypes.dlsym", "os.listdir", "os.scandir"}
)
EPOCH = 1_600_000_000


def tree(root: Path) -> dict[str, bytes]:
    """All files below ``root``."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def run(home: Path, built: str) -> None:
    """One publish that must succeed."""
    found = publish(home / built, home / "site", content=home / "content", epoch=EPOCH)
    assert found == (), found


def killed_at(step: int, home: Path, built: str) -> bool:
    """Publish in a child that dies at its ``step``-th event; False when it came to its end."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, _: tuple[object, ...]) -> None:
            if event in EVENTS:
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        run(home, built)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def main(home: Path, way: str) -> None:
    if way == "renames":
        swap.exchange = lambda one, other: False
    whole = {}
    for built in "ab":
        run(home, built)
        whole[built] = tree(home / "site")
    step, now, gaps = 1, "b", 0
    while killed_at(step, home, "a" if now == "b" else "b"):
        gaps += not (home / "site").exists()
        clean_leftovers(home / "site")
        now = next(name for name, files in whole.items() if files == tree(home / "site"))
        left = {path.name for path in home.iterdir()} - {"a", "b", "content", "site"}
        assert left <= {".site.lock"}, left
        step += 1
    assert gaps == 0 or way == "renames", gaps
    assert gaps > 0 or way == "exchange", "the moment between the renames was never met"
    sys.stdout.write(f"{step}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
