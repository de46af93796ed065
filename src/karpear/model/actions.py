"""What anybody can do, in a drawing and few words: for readers who read little."""

from __future__ import annotations

from dataclasses import dataclass

from karpear.model.names import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One card. ``text`` is one short sentence; ``helplines`` are kinds of help (h1-h6) whose
    number stands on the card; ``more`` is the page that tells more; ``bands`` are the ages whose
    children's page shows it."""

    id: str
    pictogram: str
    title: Bilingual
    text: Bilingual
    helplines: tuple[str, ...]
    cites: tuple[str, ...]
    more: str
    bands: tuple[str, ...]
    line: int = 0

    def texts(self) -> tuple[tuple[str, Bilingual], ...]:
        """What readers meet, by its key."""
        return ("title", self.title), ("text", self.text)
