"""Every text that the shared files hold in both languages, with its place.

Found by walking the library, so that a new record cannot be forgotten: what holds for the words of
pages (numbers, characters, language, wording) holds for these, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from karpear.model.helplines import Helpline
from karpear.model.library import Library
from karpear.model.names import Bilingual

_ELSEWHERE = {"audiences": "bands", "not_applicable": "risks", "contacts": "helplines"}
_NOT_SHARED = frozenset({"pages", "artifacts"})
_TYPED = ("search-words", "search-help", "search-skip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A text of ``path``; ``key`` is its name there, ``helpline`` the line that it speaks of."""

    path: str
    key: str
    text: Bilingual
    helpline: Helpline | None = None

    @property
    def line(self) -> int:
        return self.text.line

    @property
    def is_interface(self) -> bool:
        return self.path.endswith("/ui.yml")

    @property
    def is_typed(self) -> bool:
        """Words that readers type into the search: never shown, and wrong on purpose."""
        return self.is_interface and self.key.startswith(_TYPED)


def shared_pairs(library: Library) -> Iterator[Pair]:
    """All pairs of all shared files."""
    for found in fields(library):
        if not found.name.startswith("_") and found.name not in _NOT_SHARED:
            name = _ELSEWHERE.get(found.name, found.name)
            path = f"{library.root}/shared/{name}.yml"
            yield from _pairs(path, found.name, getattr(library, found.name), None)


def _pairs(path: str, key: str, value: object, line: Helpline | None) -> Iterator[Pair]:
    if isinstance(value, Bilingual):
        yield Pair(path=path, key=key, text=value, helpline=line)
    elif isinstance(value, tuple):
        for each in value:
            yield from _pairs(path, key, each, line)
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _pairs(path, str(name), each, line)
    elif is_dataclass(value):
        inside = value if isinstance(value, Helpline) else line
        for each in fields(value):
            yield from _pairs(path, each.name, getattr(value, each.name), inside)
