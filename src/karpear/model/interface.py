"""The words of the interface (``ui.yml``), and what happens when one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from karpear.model.names import Bilingual

#: What templates fill in, each in the texts that ``ui.yml`` has it in already.
FILLS = frozenset(
    {
        *("address", "by", "checked", "date", "minutes", "n", "of", "pages", "seconds", "size"),
        *("title", "version"),
    }
)


class MissingWord(LookupError):
    """A text is asked for that ``ui.yml`` does not have; ``key`` names it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class UnknownFill(MissingWord):
    """A text has a ``{name}`` that nothing fills in there, or braces that do not close."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(key)
        self.text = text


class Interface(dict[str, Bilingual]):
    """Texts by key; asking for one that is not there raises MissingWord, wherever it is asked."""

    def __missing__(self, key: str) -> Bilingual:
        raise MissingWord(key)


def fills_of(text: str) -> frozenset[str] | None:
    """The ``{names}`` of a text; None when its braces are not those of plain names."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(form or conversion for _, _, form, conversion in parts):
        return None
    return frozenset(name for _, name, _, _ in parts if name is not None)


def filled(key: str, text: str, values: Mapping[str, object]) -> str:
    """The text of ``key`` with its ``{names}`` filled in; UnknownFill when that cannot be done."""
    names = fills_of(text)
    if names is None or not names <= values.keys():
        raise UnknownFill(key, text)
    return text.format_map(values)
