"""Killed at any moment, without room, without permission: the old site or the new one, whole."""

from __future__ import annotations

import ctypes
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from publish_trees import Snapshot, left_over, make_tree, run

from karpear import publish as publishing

HERE = Path(__file__).parent
SOURCE = Path(publishing.__file__).parents[1]
LOOP = """
import signal, sys
from pathlib import Path
from karpear.publish import publish
home = Path(sys.argv[1])
if sys.argv[2] == "handled":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
print("go", flush=True)
while True:
    for built in ("b", "a"):
        found = publish(home / built, home / "site", content=home / "content", epoch=1700000000)
        assert not found, found
"""
ONCE = """
import sys
from pathlib import Path
from karpear.publish import publish
home = Path(sys.argv[1])
site = home / sys.argv[2]
found = publish(home / "b", site, content=home / "content", epoch=1700000000)
print(*(one.code for one in found))
"""


def _python(code: str, *args: object, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", code, *map(str, args)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        command, env=environment, stdout=-1, stderr=-1, text=True, **options
    )


DELAYS = [round(random.Random(2026 + n).uniform(0, 0.25), 4) for n in range(36)]
KILLS = [("KILL", "plain"), ("TERM", "plain"), ("KILL", "plain"), ("TERM", "handled")]


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path, snapshot: Snapshot) -> None:
    (tmp_path / "content").mkdir()
    whole = []
    for name, word in (("a", "old"), ("b", "new")):
        make_tree(tmp_path / name, word, pages=90, size=4000)
        assert run(tmp_path, name) == []
        whole.append(snapshot(tmp_path / "site"))
    for number, delay in enumerate(DELAYS):
        name, handling = KILLS[number % len(KILLS)]
        with _python(LOOP, tmp_path, handling) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "go\n"
            time.sleep(delay)
            child.send_signal(getattr(signal, f"SIG{name}"))
            child.wait()
            expected = 143 if handling == "handled" else -getattr(signal, f"SIG{name}")
            assert child.returncode == expected, child.stderr and child.stderr.read()
        assert snapshot(tmp_path / "site") in whole, f"kill {number} after {delay} s"
        assert run(tmp_path, "ab"[number % 2]) == []
        assert snapshot(tmp_path / "site") == whole[number % 2]
        assert left_over(tmp_path) == set()


@pytest.mark.parametrize("swapping", ["exchange", "renames"])
def test_killed_at_every_step(home: Path, swapping: str) -> None:
    command = [sys.executable, str(HERE / "every_step.py"), str(home), swapping]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50


@contextmanager
def small_disk(place: Path, options: str) -> Iterator[bool]:
    """A tmpfs at ``place``; False where we may not mount."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    mounted = os.geteuid() == 0 and subprocess.run(command, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(place)], check=True)


def _limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def _drop_rights() -> None:
    """Root loses the right to write wherever it likes; others never had it."""
    bounding_drop, dac_override = 24, 1
    ctypes.CDLL(None).prctl(bounding_drop, dac_override, 0, 0, 0)


def _once(home: Path, output: str, limit: Callable[[], None]) -> str:
    with _python(ONCE, home, output, preexec_fn=limit) as child:
        out, err = child.communicate()
    assert err == ""
    return out.strip()


@pytest.mark.parametrize("options", ["size=64k", "nr_inodes=20"])
def test_disk_full(home: Path, snapshot: Snapshot, options: str) -> None:
    make_tree(home / "large", "big", pages=40, size=4000)
    with small_disk(home / "disk", options) as mounted:
        if not mounted:  # then the limit of the next test stands in for the full disk
            assert run(home, "a", "disk/site") == []
            (home / "b").rename(home / "moved")
            (home / "large").rename(home / "b")
            assert _once(home, "disk/site", _limit_files) == "B222"
            return
        assert run(home, "a", "disk/site") == []
        before = snapshot(home / "disk/site")
        assert run(home, "large", "disk/site") == ["B222"]
        assert snapshot(home / "disk/site") == before
        assert [path.name for path in (home / "disk").iterdir()] == ["site"]
        assert run(home, "a", "disk") == ["B223"]


def test_no_file_may_grow(home: Path, snapshot: Snapshot) -> None:
    assert run(home, "a") == []
    before = snapshot(home / "site")
    assert _once(home, "site", _limit_files) == "B222"
    assert snapshot(home / "site") == before
    assert left_over(home) == set()


@pytest.mark.parametrize("published", [False, True])
def test_a_parent_that_may_not_be_written(
    home: Path, snapshot: Snapshot, *, published: bool
) -> None:
    (home / "shelf").mkdir()
    if published:
        assert run(home, "a", "shelf/site") == []
    (home / "shelf").chmod(0o555)
    before = snapshot(home)
    assert _once(home, "shelf/site", _drop_rights) == "B221"
    assert snapshot(home) == before
    (home / "shelf").chmod(0o755)


def test_a_read_only_disk(home: Path, snapshot: Snapshot) -> None:
    with small_disk(home / "disk", "size=4m") as mounted:
        assert run(home, "a", "disk/site") == []
        before = snapshot(home / "disk/site")
        if mounted:
            subprocess.run(["mount", "-o", "remount,ro", str(home / "disk")], check=True)
        else:
            (home / "disk").chmod(0o555)
        assert run(home, "b", "disk/site") == ["B221"]
        assert snapshot(home / "disk/site") == before
