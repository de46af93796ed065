"""YAML without surprises: every scalar stays as written, and every trap is a finding.

Plain YAML turns ``012`` into 10, ``12:30`` into 750 and ``no`` into false, lets the second of two
equal keys win and expands alias bombs (architecture.md, 3). Here a tree is built from the parser's
events alone: nothing is converted, and aliases, anchors, tags, second documents, equal keys and
nesting deeper than ``MAX_DEPTH`` are reported. Conversion is the schema's work (``fields.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from karpear.findings import Finding, error

MAX_DEPTH = 20
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


@dataclass(slots=True)
class Scalar:
    """A scalar as written; ``reads_as`` is what plain YAML would make of it, ``note`` what stands
    behind an unquoted one after ``#``."""

    value: str
    line: int
    reads_as: str = "str"
    note: str = ""


@dataclass(slots=True)
class Listing:
    """A list, with the line it begins on."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """A mapping; ``lines`` has the line of each key."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Listing | Record


class _Refused(Exception):
    """Carries the finding that ends the reading of a file."""

    def __init__(self, line: int, code: str, **values: object) -> None:
        super().__init__(code)
        self.line, self.code, self.values = line, code, values


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Record | None, list[Finding]]:
    """Read one YAML document that is a mapping.

    ``first_line`` is the line of the file on which ``text`` begins (front matter). Returns the
    tree, or None when it cannot be trusted, and the findings (codes S101-S108).
    """
    findings: list[Finding] = []
    try:
        tree = _Builder(path, first_line, findings).build(text)
    except _Refused as refused:
        findings.append(error(path, refused.line, refused.code, **refused.values))
        return None, findings
    if not isinstance(tree, Record):
        findings.append(error(path, first_line, "S108"))
        return None, findings
    return tree, findings


class _Builder:
    """Builds the tree from parser events with a stack of its own, so depth cannot hurt."""

    def __init__(self, path: str, first_line: int, findings: list[Finding]) -> None:
        self.path, self.offset, self.findings = path, first_line, findings
        self.stack: list[Listing | Record] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None
        self.documents = 0
        self.lines: list[str] = []

    def build(self, text: str) -> Node | None:
        self.lines = text.split("\n")
        for event in self._events(text):
            self._refuse_features(event)
            if isinstance(event, yaml.ScalarEvent):
                self._place(self._scalar(event))
            elif isinstance(event, yaml.SequenceStartEvent):
                self._open(Listing(self._line(event)))
            elif isinstance(event, yaml.MappingStartEvent):
                self._open(Record(self._line(event)))
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                self.stack.pop()
                self.keys.pop()
        return self.root

    def _events(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_Loader)
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            line = (mark.line if mark else 0) + self.offset
            what = getattr(problem, "problem", None) or str(problem).splitlines()[0]
            raise _Refused(line, "S101", problem=what) from None

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return (mark.line if mark else 0) + self.offset

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        end = event.end_mark
        rest = ""
        if end and not event.style and end.line < len(self.lines):
            rest = self.lines[end.line][end.column :].strip()
        note = rest if rest.startswith("#") else ""
        return Scalar(event.value, self._line(event), _reads_as(event), note)

    def _refuse_features(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Refused(self._line(event), "S106")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(self._line(event), "S103", name=getattr(event, "anchor", ""))
        if getattr(event, "tag", None):
            raise _Refused(self._line(event), "S105", tag=getattr(event, "tag", ""))

    def _open(self, node: Listing | Record) -> None:
        self._place(node)
        self.stack.append(node)
        self.keys.append(None)
        if len(self.stack) > MAX_DEPTH:
            raise _Refused(node.line, "S104", depth=MAX_DEPTH)

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
        elif isinstance(self.stack[-1], Listing):
            self.stack[-1].items.append(node)
        else:
            self._place_in_record(self.stack[-1], node)

    def _place_in_record(self, record: Record, node: Node) -> None:
        key = self.keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                raise _Refused(node.line, "S101", problem="a key that is not plain text")
            self.keys[-1] = node
            return
        self.keys[-1] = None
        if key.value in record.entries:
            self.findings.append(error(self.path, key.line, "S102", key=key.value))
            return
        record.entries[key.value] = node
        record.lines[key.value] = key.line


def _reads_as(event: yaml.ScalarEvent) -> str:
    """The type plain YAML 1.1 gives an unquoted scalar: str, int, float, bool, null, timestamp."""
    if event.style:
        return "str"
    for tag, pattern in _RESOLVERS.get(event.value[:1], ()):
        if pattern.match(event.value):
            return str(tag).rpartition(":")[2]
    return "str"
