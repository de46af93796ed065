"""How far the prints are: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TextIO

_BAR = 30
_LINE_EVERY = 20.0  # seconds between two lines where there is no terminal


class Progress:
    """Counts what is done on ``out`` (standard error when nothing is given)."""

    def __init__(self, total: int, words: str = "prints", out: TextIO | None = None) -> None:
        self.total, self.words, self.out = total, words, out or sys.stderr
        self.done = 0
        self.began = self.told = time.monotonic()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        now = time.monotonic()
        is_last = self.done == self.total
        if self.out.isatty():
            filled = _BAR * self.done // self.total
            bar = "█" * filled + "·" * (_BAR - filled)
            self.out.write(f"\r{bar} {self._count(now)}" + ("\n" if is_last else ""))
            self.out.flush()
        elif is_last or now - self.told >= _LINE_EVERY:
            self.told = now
            self.out.write(self._count(now) + "\n")
            self.out.flush()

    def _count(self, now: float) -> str:
        minutes, seconds = divmod(int(now - self.began), 60)
        return f"{self.done}/{self.total} {self.words}, {minutes}:{seconds:02}"
