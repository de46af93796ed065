"""The words of the interface (``ui.yml``), and what happens when one is missing."""

from __future__ import annotations

from karpear.model.names import Bilingual


class MissingWord(LookupError):
    """A text is asked for that ``ui.yml`` does not have; ``key`` names it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Interface(dict[str, Bilingual]):
    """Texts by key; asking for one that is not there raises MissingWord, wherever it is asked."""

    def __missing__(self, key: str) -> Bilingual:
        raise MissingWord(key)
