"""Small sites to publish, and one publish as the tests ask for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from karpear.publish import publish

EPOCH = 1_700_000_000
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
