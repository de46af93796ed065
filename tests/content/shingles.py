"""Runs of seven words of the five source documents, as hashes: enough to see copying, and no copy.

``shingles.bin`` holds 5 bytes of sha256 for each run, sorted. It was made from the documents that
``sources.yml`` names with ``python tests/content/shingles.py FILE…``; words in lower case, letters only.
A run of another text meets one of them by chance once in some ten million.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

WORDS = re.compile(r"[a-z]+(?:['’-][a-z]+)*|\x00")
RUN, SIZE = 7, 5
FILE = Path(__file__).with_name("shingles.bin")


def digest(run: Iterable[str]) -> bytes:
    return sha256(" ".join(run).encode()).digest()[:SIZE]


def read(path: Path) -> frozenset[bytes]:
    data = path.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


SEEN = read(FILE) if FILE.exists() else frozenset()


def in_sources(run: list[str]) -> bool:
    """Whether seven words stand in this order in one of the documents."""
    return "\x00" not in run and digest(run) in SEEN


def write(documents: list[Path]) -> None:
    found = set()
    for document in documents:
        words = WORDS.findall(document.read_text("utf-8", errors="replace").lower())
        found |= {digest(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    FILE.write_bytes(b"".join(sorted(found)))


if __name__ == "__main__":
    write([Path(name) for name in sys.argv[1:]])
