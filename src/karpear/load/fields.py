"""Typed reading of a strict YAML record: each method takes a key and converts, or reports.

A value that cannot be read yields a finding and a harmless default, so that one run shows an
editor everything that is wrong with a file; the build stops on the findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from karpear.findings import Finding, error
from karpear.load.strict_yaml import Listing, Node, Record, Scalar
from karpear.model import Bilingual

_TEXT_TYPES = {"str"}


@dataclass(slots=True)
class Fields:
    """One record of one file; ``findings`` is shared by the whole file."""

    record: Record
    path: str
    findings: list[Finding]
    used: set[str] = field(default_factory=set)
    children: list[Fields] = field(default_factory=list)

    @property
    def line(self) -> int:
        return self.record.line

    def line_of(self, key: str) -> int:
        return self.record.lines.get(key, self.record.line)

    def report(self, at: str, code: str, /, **values: object) -> None:
        """Add an error at the line of the key ``at``."""
        self.findings.append(error(self.path, self.line_of(at), code, **values))

    def has(self, key: str) -> bool:
        """Whether the key is there with a value other than an unquoted null."""
        node = self.record.entries.get(key)
        self.used.add(key)
        return node is not None and not (isinstance(node, Scalar) and node.reads_as == "null")

    def text(self, key: str, *, required: bool = True) -> str:
        """A non-empty string; an unquoted number, date or yes/no is refused (S110)."""
        if not self.has(key):
            if required:
                self.report(key, "S109", key=key)
            return ""
        return self._as_text(key, self.record.entries[key])

    def words(self, key: str) -> str:
        """A text for readers: what stands behind it after ``#`` would be lost (S119)."""
        node = self.record.entries.get(key)
        if isinstance(node, Scalar) and node.note:
            self.report(key, "S119", key=key, note=node.note)
        return self.text(key)

    def _as_text(self, key: str, node: Node) -> str:
        if not isinstance(node, Scalar):
            self.findings.append(error(self.path, node.line, "S111", key=key))
            return ""
        if node.reads_as not in _TEXT_TYPES:
            self.findings.append(
                error(self.path, node.line, "S110", key=key, value=node.value, type=node.reads_as)
            )
        if not node.value.strip():
            self.findings.append(error(self.path, node.line, "S109", key=key))
        return node.value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of strings; missing is empty unless required."""
        if not self.has(key):
            if required:
                self.report(key, "S109", key=key)
            return ()
        node = self.record.entries[key]
        if not isinstance(node, Listing):
            self.report(key, "S112", key=key)
            return ()
        return tuple(self._as_text(key, item) for item in node.items)

    def pair(self, key: str) -> Bilingual:
        """``{km: …, en: …}``, both required."""
        found = self.optional_pair(key)
        if found is None:
            self.report(key, "S109", key=key)
        return found or Bilingual(km="", en="")

    def optional_pair(self, key: str) -> Bilingual | None:
        """``{km: …, en: …}`` or None when the key is missing or null."""
        inner = self.sub(key)
        if inner is None:
            return None
        pair = Bilingual(km=inner.words("km"), en=inner.words("en"), line=inner.line)
        inner.done()
        return pair

    def sub(self, key: str) -> Fields | None:
        """A record inside this one, or None when missing or null."""
        if not self.has(key):
            return None
        node = self.record.entries[key]
        if isinstance(node, Record):
            return Fields(node, self.path, self.findings)
        self.report(key, "S113", key=key)
        return None

    def records(self, key: str) -> Iterator[Fields]:
        """Each record of a list of records."""
        if not self.has(key):
            return
        node = self.record.entries[key]
        if not isinstance(node, Listing):
            self.report(key, "S112", key=key)
            return
        for item in node.items:
            if isinstance(item, Record):
                yield Fields(item, self.path, self.findings)
            else:
                self.findings.append(error(self.path, item.line, "S113", key=key))

    def day(self, key: str) -> date | None:
        """A date ``YYYY-MM-DD``, quoted or not; None when missing."""
        if not self.has(key):
            return None
        node = self.record.entries[key]
        value = node.value if isinstance(node, Scalar) else ""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.report(key, "S114", key=key, value=value)
            return None

    def flag(self, key: str, default: bool) -> bool:
        """``true`` or ``false``, written in full."""
        if not self.has(key):
            return default
        node = self.record.entries[key]
        value = node.value if isinstance(node, Scalar) else ""
        if value not in {"true", "false"}:
            self.report(key, "S115", key=key, value=value)
        return value == "true"

    def choice(self, key: str, options: Sequence[str], *, required: bool = True) -> str:
        """One of ``options``; the first one stands in when the value is wrong."""
        value = self.text(key, required=required)
        if not value and not required:
            return ""
        if value not in options:
            self.report(key, "S116", key=key, value=value, options=", ".join(options))
            return options[0]
        return value

    def skip(self, *keys: str) -> None:
        """Keys that are kept for editors and not read here."""
        self.used.update(keys)

    def done(self) -> None:
        """Report every key that nothing has read (S117): a typing error loses words."""
        for key in self.record.entries:
            if key not in self.used:
                self.report(key, "S117", key=key)
        for child in self.children:
            child.done()
