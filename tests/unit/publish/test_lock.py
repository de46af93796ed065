"""The lock: one build at a time, freed by any death, and nothing left behind."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from karpear import lock
from karpear.lock import Locked, build_lock, clean_leftovers, output_lock

SOURCE = Path(lock.__file__).parents[1]
HOLD = """
import sys, time
from pathlib import Path
from karpear.lock import build_lock
with build_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def _holder(folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-c", HOLD, str(folder)]
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


@pytest.mark.parametrize("name", ["KILL", "TERM", "INT"])
def test_a_second_build_learns_the_process_and_death_frees(tmp_path: Path, name: str) -> None:
    with _holder(tmp_path) as child:
        with pytest.raises(Locked) as caught, build_lock(tmp_path):
            pytest.fail("two builds at once")
        assert caught.value.pid == child.pid
        assert str(child.pid) in str(caught.value)
        child.send_signal(getattr(signal, f"SIG{name}"))
        child.wait()
    with build_lock(tmp_path):
        assert (tmp_path / ".lock").read_text() == f"{os.getpid()}\n"
    assert list(tmp_path.iterdir()) == []


def test_the_lock_is_freed_after_an_error(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), build_lock(tmp_path / "new"):
            raise ZeroDivisionError


def test_it_is_not_for_started_programs(tmp_path: Path) -> None:
    with build_lock(tmp_path):
        child = subprocess.Popen(["sleep", "60"], close_fds=False)
    with build_lock(tmp_path):
        child.kill()
        child.wait()


def test_a_dead_process_in_the_file_is_not_named(tmp_path: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    with build_lock(tmp_path):
        (tmp_path / ".lock").write_text(f"{dead.pid}\n")
        with pytest.raises(Locked) as caught, build_lock(tmp_path):
            pytest.fail("two builds at once")
    assert caught.value.pid is None


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / ".lock").symlink_to("precious")
    with pytest.raises(OSError, match="symbolic links"), build_lock(tmp_path):
        pytest.fail("the link was followed")
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_lock_on_a_file_just_taken_away_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking, the holder let go and removed the file."""
    real, calls = fcntl.flock, []

    def late(handle: int, operation: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            (tmp_path / ".lock").unlink()
        real(handle, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    with build_lock(tmp_path):
        assert (tmp_path / ".lock").exists()
    assert len(calls) == 2


def test_never_two_at_once(tmp_path: Path) -> None:
    """Taking the file away on release must not let two in: eight threads, one counter."""
    inside, most, turns = 0, 0, 0

    def work() -> None:
        nonlocal inside, most, turns
        done = 0
        while done < 25:
            try:
                with build_lock(tmp_path):
                    inside += 1
                    most = max(most, inside)
                    inside -= 1
                    turns += 1
                    done += 1
            except Locked:
                continue

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, turns) == (1, 200)


def _tree(folder: Path, word: str) -> None:
    (folder / "sub").mkdir(parents=True)
    (folder / "sub/index.html").write_text(word)


# leftovers of dead builds, the site before, the site after
LEFT = [
    ([], None, None),
    ([".site.next-7"], "now", "now"),
    ([".site.next-7", ".site.next-8"], None, None),
    ([".site.old-7"], "now", "now"),
    ([".site.old-7"], None, ".site.old-7"),
    ([".site.old-7", ".site.next-7"], None, ".site.old-7"),
    ([".site.old-7", ".site.next-7"], "now", "now"),
    ([".site.old-9", ".site.old-8"], None, ".site.old-8"),
]


@pytest.mark.parametrize(("names", "before", "after"), LEFT)
def test_leftovers(tmp_path: Path, names: list[str], before: str | None, after: str | None) -> None:
    for name in names:
        _tree(tmp_path / name, name)
    if before:
        _tree(tmp_path / "site", before)
    clean_leftovers(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == (["site"] if after else [])
    if after:
        assert (tmp_path / "site/sub/index.html").read_text() == after


def test_other_things_stay(tmp_path: Path) -> None:
    _tree(tmp_path / "kept", "kept")
    _tree(tmp_path / ".other.next-7", "other")
    _tree(tmp_path / ".site.next-x", "x")
    (tmp_path / ".site.next-1").write_text("file")
    (tmp_path / ".site.next-2").symlink_to("kept")
    before = sorted(tmp_path.rglob("*"))
    clean_leftovers(tmp_path / "site")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_running_build_is_left_alone(tmp_path: Path) -> None:
    _tree(tmp_path / ".site.next-7", "staged")
    with output_lock(tmp_path / "site"):
        clean_leftovers(tmp_path / "site")
        assert (tmp_path / ".site.next-7").exists()
    clean_leftovers(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_no_parent_no_leftovers(tmp_path: Path) -> None:
    clean_leftovers(tmp_path / "gone" / "site")
    assert list(tmp_path.iterdir()) == []
