"""One Markdown file → front matter and keyed sections, with the line of everything.

Only what ``handbook/content.md`` names becomes a block; anything else is a finding (S2xx, X1xx),
never silently dropped or passed through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from karpear.findings import Finding, error
from karpear.inline import block_parser, take_cites
from karpear.load.fields import Fields
from karpear.load.strict_yaml import read_yaml
from karpear.model import Block, BlockKind, Item, Section

_KEYED = re.compile(r"(?P<title>.*?)\s*\{#(?P<key>[^{}\s]*)\}\s*", re.DOTALL)
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_PARSER = block_parser().disable(["inline", "text_join"])  # sentences are parsed when asked for
_LISTS: dict[str, BlockKind] = {"bullet_list_open": "bullets", "ordered_list_open": "steps"}
_UNSUPPORTED = {
    "blockquote_open": "a quotation block",
    "fence": "a code block",
    "code_block": "a code block (four spaces at the start of a line)",
    "hr": "a rule",
}


def split_front_matter(text: str, path: str) -> tuple[Fields | None, str, int, list[Finding]]:
    """Front matter, body, the body's first line, and findings (S120-S122)."""
    if not text.startswith("---\n"):
        return None, "", 1, [error(path, 1, "S120")]
    end = text.find("\n---\n", 3)
    if end < 0:
        return None, "", 1, [error(path, 1, "S121")]
    head, body = text[4 : end + 1], text[end + 5 :]
    record, findings = read_yaml(head, path, first_line=2)
    body_line = head.count("\n") + 3
    if not body.strip():
        findings.append(error(path, body_line, "S122"))
    fields = Fields(record, path, findings) if record is not None else None
    return fields, body, body_line, findings


def read_sections(
    body: str, path: str, first_line: int
) -> tuple[tuple[Section, ...], list[Finding]]:
    """The sections of a body in file order; parts (level 3) follow their section."""
    reader = _Reader(body, path, first_line)
    return tuple(reader.sections()), reader.findings


class _Reader:
    """Walks the block tokens of one body."""

    def __init__(self, body: str, path: str, first_line: int) -> None:
        self.lines, self.path, self.first_line = body.split("\n"), path, first_line
        self.findings: list[Finding] = []
        self.tokens = _PARSER.parse(body)

    def line(self, token: Token) -> int:
        return (token.map[0] if token.map else 0) + self.first_line

    def report(self, token: Token, code: str, **values: object) -> None:
        self.findings.append(error(self.path, self.line(token), code, **values))

    def sections(self) -> Iterator[Section]:
        heads = [i for i, t in enumerate(self.tokens) if t.type == "heading_open" and t.level == 0]
        self._before_first(heads[0] if heads else len(self.tokens))
        for number, start in enumerate(heads):
            end = heads[number + 1] if number + 1 < len(heads) else len(self.tokens)
            section = self._section(start, end)
            if section:
                yield section

    def _before_first(self, end: int) -> None:
        for token in self.tokens[:end]:
            if token.type == "html_block":
                self.report(token, "X101", html=token.content.strip().splitlines()[0])
                return
        if end:
            self.report(self.tokens[0], "S201")

    def _section(self, start: int, end: int) -> Section | None:
        head, inner = self.tokens[start], self.tokens[start + 1]
        level = int(head.tag[1])
        match = _KEYED.fullmatch(inner.content)
        if level not in {2, 3}:
            self.report(head, "S202", level=level)
        if not match or not _KEY.fullmatch(match["key"]):
            self.report(head, "S203", title=inner.content)
            return None
        blocks, cites = self._blocks(self.tokens[start + 3 : end])
        return Section(
            key=match["key"],
            title=match["title"].strip(),
            level=level,
            line=self.line(head),
            blocks=blocks,
            cites=cites,
            raw=self._raw(start, end),
        )

    def _raw(self, start: int, end: int) -> str:
        first = (self.tokens[start].map or [0])[0]
        last = (self.tokens[end].map or [0])[0] if end < len(self.tokens) else len(self.lines)
        return "\n".join(self.lines[first:last])

    def _blocks(self, tokens: list[Token]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
        blocks: list[Block] = []
        cites: tuple[str, ...] = ()
        for group in _groups(tokens):
            block = self._block(group)
            if block is None:
                continue
            if block.kind == "paragraph" and not block.items[0].text:
                cites += block.items[0].cites
            else:
                blocks.append(block)
        return tuple(blocks), cites

    def _block(self, group: list[Token]) -> Block | None:
        head = group[0]
        if head.type == "paragraph_open":
            return Block(kind="paragraph", line=self.line(head), items=(self._item(group[1]),))
        if head.type in _LISTS:
            return self._list(group)
        if head.type == "table_open":
            return Block(kind="table", line=self.line(head), rows=tuple(self._rows(group)))
        if head.type == "html_block":
            self.report(head, "X101", html=head.content.strip().splitlines()[0])
        else:
            self.report(head, "S204", what=_UNSUPPORTED.get(head.type, head.type))
        return None

    def _list(self, group: list[Token]) -> Block:
        head = group[0]
        items = []
        for token in group[1:]:
            if token.type in _LISTS:
                self.report(token, "S205")
            elif token.type == "inline":
                items.append(self._item(token))
            elif token.type == "html_block":
                self.report(token, "X101", html=token.content.strip().splitlines()[0])
            elif token.type in _UNSUPPORTED:
                self.report(token, "S204", what=_UNSUPPORTED[token.type])
        if sum(token.type == "list_item_open" for token in group) != len(items):
            self.report(head, "S206")
        start = int(head.attrGet("start") or 1)
        return Block(kind=_LISTS[head.type], line=self.line(head), items=tuple(items), start=start)

    def _rows(self, group: list[Token]) -> Iterator[tuple[Item, ...]]:
        row: list[Item] = []
        line = self.line(group[0])
        for token in group:
            if token.type == "tr_open":
                line = self.line(token)
            elif token.type == "inline":
                row.append(self._item(token, line))
            elif token.type == "tr_close":
                yield tuple(row)
                row = []

    def _item(self, token: Token, line: int = 0) -> Item:
        text, cites = take_cites(token.content)
        return Item(text=" ".join(text.split()), cites=cites, line=line or self.line(token))


def _groups(tokens: list[Token]) -> Iterator[list[Token]]:
    """Top-level blocks: an opening token with everything up to its close."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []
