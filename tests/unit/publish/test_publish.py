"""Publishing: the published site is the old one or the new one, whatever happens."""

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

from karpear import publish as publishing
from karpear import swap
from karpear.findings import Finding, Severity
from karpear.lock import build_lock
from karpear.manifest import NAME, verify
from karpear.publish import publish

EPOCH = 1_700_000_000
HERE = Path(__file__).parent
SOURCE = Path(publishing.__file__).parents[1]
Snapshot = Callable[[Path], dict[str, tuple[bytes, int, int]]]


def make_tree(root: Path, word: str, *, pages: int = 3, size: int = 200) -> Path:
    """A built site whose every file holds ``word``."""
    for number in range(pages):
        folder = root / (f"p{number}" if number else "")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(f"{word} {number} ".ljust(size, "."), encoding="utf-8")
    (root / "ខ្មែរ").mkdir()
    (root / "ខ្មែរ" / "style.css").write_text(word, encoding="utf-8")
    (root / "empty").mkdir()
    return root


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project folder with content and two built sites, ``a`` and ``b``."""
    (tmp_path / "content").mkdir()
    make_tree(tmp_path / "a", "old")
    make_tree(tmp_path / "b", "new")
    return tmp_path


def run(home: Path, built: str, output: str = "site", *, shrink: bool = False) -> list[str]:
    """The codes of one publish."""
    found = publish(
        home / built,
        home / output,
        content=home / "content",
        allow_shrink=shrink,
        epoch=EPOCH,
    )
    return [one.code for one in found]


def left_over(home: Path) -> set[str]:
    """What stands beside the project's own folders."""
    return {path.name for path in home.iterdir()} - {"content", "a", "b", "site"}


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of swapping: in one step, and where the file system cannot."""
    if request.param == "renames":
        monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_first_and_second_publish(home: Path) -> None:
    for built, word in (("a", b"old"), ("b", b"new"), ("b", b"new"), ("a", b"old")):
        assert run(home, built) == []
        assert (home / "site/p1/index.html").read_bytes().startswith(word)
        assert list(verify(home / "site")) == []
        assert left_over(home) == set()


def test_modes_times_and_bytes_are_fixed(home: Path, snapshot: Snapshot) -> None:
    (home / "a/p1/index.html").chmod(0o600)
    old = os.umask(0o077)
    try:
        assert run(home, "a") == []
    finally:
        os.umask(old)
    first = snapshot(home / "site")
    assert {mode & 0o777 for _, mode, _ in first.values()} == {0o644, 0o755}
    assert {when for _, _, when in first.values()} == {EPOCH}
    assert (home / "site").stat().st_mode & 0o777 == 0o755
    assert "empty" not in first
    assert run(home, "a") == []
    assert snapshot(home / "site") == first


def test_the_build_is_left_alone(home: Path, snapshot: Snapshot) -> None:
    before = snapshot(home / "a")
    assert run(home, "a") == []
    assert snapshot(home / "a") == before


def test_a_manifest_in_the_build_is_not_taken_over(home: Path) -> None:
    (home / "a" / NAME).write_text("stale\n", encoding="utf-8")
    assert run(home, "a") == []
    assert list(verify(home / "site")) == []


def test_an_empty_folder_may_become_the_site(home: Path) -> None:
    (home / "site").mkdir()
    assert run(home, "a") == []


def test_missing_parents_are_made(home: Path) -> None:
    assert run(home, "a", "deep/er/site") == []


def test_a_spoilt_site_is_mended(home: Path) -> None:
    assert run(home, "a") == []
    (home / "site/index.html").write_bytes(b"")
    (home / "site/stray.txt").write_bytes(b"")
    with (home / "site" / NAME).open("ab") as stream:
        stream.write(b"\xff")
    assert run(home, "a") == []
    assert list(verify(home / "site")) == []


def test_read_only_folders_of_the_old_site_do_not_matter(home: Path) -> None:
    assert run(home, "a") == []
    (home / "site/p1").chmod(0o555)
    assert run(home, "b") == []
    assert left_over(home) == set()


# How the project is spoilt, the output asked for, and the code of the refusal.
def _nothing(home: Path) -> None: ...


def _file(home: Path) -> None:
    (home / "place").write_bytes(b"mine")


def _link(home: Path) -> None:
    (home / "elsewhere").mkdir()
    (home / "place").symlink_to("elsewhere")


def _dangling(home: Path) -> None:
    (home / "place").symlink_to("nowhere")


def _link_to_content(home: Path) -> None:
    (home / "door").symlink_to("content")


def _foreign(home: Path) -> None:
    (home / "place").mkdir()
    (home / "place/thesis.odt").write_bytes(b"mine")


def _home_with_copy(home: Path) -> None:
    """A home folder in which somebody unpacked an offline copy."""
    assert run(home, "a", "place") == []
    for number in range(9):
        (home / f"place/thesis{number}.odt").write_bytes(b"mine")


def _no_build(home: Path) -> None:
    (home / "a").rename(home / "moved")


def _empty_build(home: Path) -> None:
    (home / "a").rename(home / "moved")
    (home / "a").mkdir()


def _build_without_index(home: Path) -> None:
    (home / "a/index.html").unlink()


def _link_in_build(home: Path) -> None:
    (home / "a/passwd").symlink_to("/etc/passwd")


def _folder_link_in_build(home: Path) -> None:
    (home / "a/etc").symlink_to("/etc")


def _pipe_in_build(home: Path) -> None:
    os.mkfifo(home / "a/pipe")


def _odd_name_in_build(home: Path) -> None:
    (home / "a" / os.fsdecode(b"\xff")).write_bytes(b"")


REFUSED = [
    (_nothing, "content", "B201"),
    (_nothing, "content/site", "B201"),
    (_nothing, "content/new/site", "B201"),
    (_nothing, ".", "B201"),
    (_nothing, "..", "B201"),
    (_nothing, "a/..", "B201"),
    (_link_to_content, "door/site", "B201"),
    (_nothing, "a", "B202"),
    (_nothing, "a/site", "B202"),
    (_file, "place", "B203"),
    (_file, "place/site", "B224"),
    (_link, "place", "B204"),
    (_dangling, "place", "B204"),
    (_foreign, "place", "B205"),
    (_home_with_copy, "place", "B205"),
    (_no_build, "place", "B206"),
    (_empty_build, "place", "B207"),
    (_build_without_index, "place", "B207"),
    (_link_in_build, "place", "B208"),
    (_folder_link_in_build, "place", "B208"),
    (_pipe_in_build, "place", "B208"),
    (_odd_name_in_build, "place", "B208"),
    (_nothing, "n" * 255, "B224"),
]


@pytest.mark.parametrize(("spoil", "output", "code"), REFUSED)
def test_refusals(
    home: Path, snapshot: Snapshot, spoil: Callable[[Path], None], output: str, code: str
) -> None:
    spoil(home)
    before = snapshot(home)
    assert run(home, "a", output) == [code]
    assert snapshot(home) == before


def test_output_may_be_relative(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    assert publish(Path("a"), Path("site"), content=Path("content"), epoch=EPOCH) == ()
    monkeypatch.chdir(home / "content")
    (found,) = publish(Path("../a"), Path("."), content=Path("."), epoch=EPOCH)
    assert found.code == "B201"


@pytest.mark.parametrize(
    ("pages", "size", "codes"),
    [
        (8, 200, []),
        (7, 400, ["B210"]),
        (10, 159, ["B211"]),
        (2, 10, ["B210", "B211"]),
        (12, 400, []),
    ],
)
def test_shrinking_by_more_than_a_fifth(
    tmp_path: Path, snapshot: Snapshot, pages: int, size: int, codes: list[str]
) -> None:
    (tmp_path / "content").mkdir()
    make_tree(tmp_path / "a", "old", pages=10)
    make_tree(tmp_path / "b", "new", pages=pages, size=size)
    assert run(tmp_path, "a") == []
    before = snapshot(tmp_path / "site")
    assert run(tmp_path, "b") == codes
    assert (snapshot(tmp_path / "site") == before) is bool(codes)
    assert run(tmp_path, "b", shrink=True) == []
    assert (tmp_path / "site/index.html").read_bytes().startswith(b"new")


def test_the_copy_is_read_again(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(home, "a") == []
    real = publishing._copy

    def flaky(source: Path, target: Path) -> str:
        value = real(source, target)
        target.write_bytes(b"rot")
        return value

    monkeypatch.setattr(publishing, "_copy", flaky)
    assert set(run(home, "b")) == {"B225"}
    assert list(verify(home / "site")) == []
    assert left_over(home) == set()


def test_a_second_build_at_once_is_refused(home: Path) -> None:
    assert run(home, "a") == []
    with build_lock(home, name=".site.lock"):
        (found,) = publish(home / "b", home / "site", content=home / "content", epoch=EPOCH)
    assert found.code == "B220"
    assert str(os.getpid()) in found.message
    assert (home / "site/index.html").read_bytes().startswith(b"old")


def test_an_old_tree_that_stays_is_a_warning(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(home, "a") == []

    def refuse(folder: Path) -> None:
        raise PermissionError(1, "Operation not permitted", str(folder))

    monkeypatch.setattr("karpear.lock._remove", refuse)
    (found,) = publish(home / "b", home / "site", content=home / "content", epoch=EPOCH)
    assert (found.code, found.severity) == ("B226", Severity.WARNING)
    assert (home / "site/index.html").read_bytes().startswith(b"new")
    monkeypatch.undo()
    assert run(home, "b") == []
    assert left_over(home) == set()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("step", ["gather", "_check_staged", "swap"])
def test_an_interrupt_leaves_nothing(
    home: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    assert run(home, "a") == []
    before = snapshot(home / "site")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, step, interrupt)
    with pytest.raises(KeyboardInterrupt):
        run(home, "b")
    assert snapshot(home / "site") == before
    assert left_over(home) == set()


def test_an_interrupt_between_two_renames_is_mended(
    home: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(home, "a") == []
    before = snapshot(home / "site")

    def half(staged: Path, output: Path, retired: Path) -> None:
        output.rename(retired)
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "swap", half)
    with pytest.raises(KeyboardInterrupt):
        run(home, "b")
    assert snapshot(home / "site") == before
    assert left_over(home) == set()


def test_a_failed_second_rename_is_undone(
    home: Path, snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(home, "a") == []
    before = snapshot(home / "site")
    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if ".next-" in self.name:
            raise OSError(5, "Input/output error", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    assert run(home, "b") == ["B224"]
    assert snapshot(home / "site") == before


# --- a program of its own: killed, without room, without permission -----------------------

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


def test_a_file_that_may_not_be_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(home, "a") == []

    def refuse(source: Path, target: Path) -> str:
        raise PermissionError(13, "Permission denied", str(source))

    monkeypatch.setattr(publishing, "_copy", refuse)
    (found,) = publish(home / "b", home / "site", content=home / "content", epoch=EPOCH)
    assert isinstance(found, Finding)
    assert (found.code, dict(found.values)["value"][-10:]) == ("B221", "index.html")
    assert left_over(home) == set()
