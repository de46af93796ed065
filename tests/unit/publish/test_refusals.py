"""What publishing refuses, with everything left exactly as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from publish_trees import Snapshot, run


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


# How the project is spoilt, the output asked for, and the code of the refusal.
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
