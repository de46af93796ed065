"""A section read by a person, as a file that readers can listen to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from karpear.model.names import Language

HOME = "home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A sound file that was let in; ``path`` is from the content root."""

    path: str
    size: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """An entry of ``audio.yml``: who read which section and when. ``stamp`` is of the words that
    were read; ``stamp_line`` is where it stands."""

    page: str
    section: str
    lang: Language
    file: str
    reader: str
    on: date
    stamp: str
    line: int = 0
    stamp_line: int = 0

    @property
    def place(self) -> str:
        """Where the file belongs, by what it is a recording of."""
        return f"audio/{self.lang}/{self.page or HOME}/{self.section}.mp3"
