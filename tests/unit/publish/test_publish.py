"""Publishing: the published site is the old one or the new one, whatever happens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from publish_trees import EPOCH, Snapshot, left_over, make_tree, run

from karpear import publish as publishing
from karpear import swap
from karpear.findings import Severity
from karpear.lock import build_lock
from karpear.manifest import NAME, verify
from karpear.publish import publish


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


@pytest.mark.parametrize("signal", [KeyboardInterrupt, SystemExit])
def test_a_signal_while_an_old_tree_goes_is_a_signal(
    home: Path, monkeypatch: pytest.MonkeyPatch, signal: type[BaseException]
) -> None:
    """As CPython's rmtree does: its clean-up closes a folder again, and that error hides the
    signal. The new site stands all the same, and the next build takes the rest away."""

    def interrupted(_folder: Path) -> None:
        try:
            raise signal
        finally:
            os.close(-1)

    assert run(home, "a") == []
    with monkeypatch.context() as patched:
        patched.setattr("shutil.rmtree", interrupted)
        with pytest.raises(signal):
            publish(home / "b", home / "site", content=home / "content", epoch=EPOCH)
    assert (home / "site/index.html").read_bytes().startswith(b"new")
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


def test_a_file_that_may_not_be_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(home, "a") == []

    def refuse(source: Path, target: Path) -> str:
        raise PermissionError(13, "Permission denied", "secret.html")

    monkeypatch.setattr(publishing, "_copy", refuse)
    (found,) = publish(home / "b", home / "site", content=home / "content", epoch=EPOCH)
    assert (found.code, found.values) == ("B221", (("value", "secret.html"),))
    assert left_over(home) == set()
