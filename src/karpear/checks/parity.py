"""P: both languages say the same, section by section; six states of a translation.

The machine compares what it can: keys, order, list lengths, figures, helplines, citations and
links. Whether the words agree is for people; ``karpear stamp`` records that they compared them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear import inline
from karpear.checks.meaning import check_meaning
from karpear.findings import Finding, error
from karpear.khmer import to_ascii
from karpear.model import Item, Language, Library, Page, Section, State
from karpear.model.pairs import Pair, shared_pairs
from karpear.stamps import state_of_title, states

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Not of A4, 4C, MP3; but of 1.5GB, for no name has a stop in its figures.
_FIGURE = re.compile(r"(?<![A-Za-z\d])(?:\d+(?:[.,]\d+)+|\d+(?![A-Za-z\d]))")
_CODES = (
    "kind",
    "audience",
    "band",
    "source_lang",
    "updated",
    "risks",
    "contacts",
    "terms",
    "young",
)


def check_parity(library: Library) -> Iterator[Finding]:
    """Every page has its twin, with the same codes, sections, items and figures; so have the
    texts of shared files, but for the cards, which have a check of their own."""
    for pair in shared_pairs(library):
        if not pair.is_typed and not pair.path.endswith("/actions.yml"):
            yield from _figures(pair)
    for page in library.pages:
        twin = library.page(page.id, page.lang.other)
        if twin is None:
            if not library.is_unread(page.id, page.lang.other):
                yield _without_twin(library, page)
        elif not page.is_source and page.source_lang is twin.source_lang:
            yield from _codes(page, twin)
            yield from _states(page, twin)
            yield from _headings(page, twin)
            yield from _sections(page, twin)
        elif page.source_lang is not twin.source_lang:  # nobody knows which of them to compare
            yield from _codes(page, twin)


def _figures(pair: Pair) -> Iterator[Finding]:
    """The figures of both texts; the words of templates may say them in words in one."""
    here, there = (sorted(_FIGURE.findall(to_ascii(pair.text[lang]))) for lang in Language)
    if here != there and (not pair.is_interface or (here and there)):
        yield error(pair.path, pair.line, "P209", here=_set(here), there=_set(there))


def _without_twin(library: Library, page: Page) -> Finding:
    other = page.lang.other
    path = page.path.replace(f"{library.root}/{page.lang}/", f"{library.root}/{other}/", 1)
    return error(page.path, 1, "P201", lang=other, path=path)


def _codes(page: Page, source: Page) -> Iterator[Finding]:
    for key in _CODES:
        here, there = getattr(page, key), getattr(source, key)
        if here != there:
            line = page.lines.get(key, 1)
            yield error(page.path, line, "P207", key=key, here=_shown(here), there=_shown(there))


def _shown(value: object) -> str:
    return ", ".join(str(v) for v in value) if isinstance(value, tuple) else str(value)


_CODE_OF = {
    State.UNSTAMPED: "P202",
    State.STALE: "P203",
    State.ORPHANED: "P204",
    State.REORDERED: "P205",
    State.MISSING: "P206",
}


def _states(page: Page, source: Page) -> Iterator[Finding]:
    order = " ".join(section.key for section in source.sections)
    for key, state in states(page, source).items():
        code = _CODE_OF.get(state)
        if code:
            section = page.section(key)
            line = section.line if section else 1
            yield error(page.path, line, code, key=key, page=page.id or "index", order=order)
    code = _CODE_OF.get(state_of_title(page, source))
    if code:
        yield error(
            page.path, page.lines.get("title", 1), code, key="title", page=page.id or "index"
        )


def _headings(page: Page, source: Page) -> Iterator[Finding]:
    """The figures of title, summary and headings; one language may begin them with a word."""
    texts = [(page.lines.get("title", 1), page.title, source.title)]
    texts.append((page.lines.get("summary", 1), page.summary, source.summary))
    twins = [(section, source.section(section.key)) for section in page.sections]
    texts += [(section.line, section.title, twin.title) for section, twin in twins if twin]
    for line, *titles in texts:
        here, there = map(numbers, titles)
        if here and there and here != there:
            yield error(page.path, line, "P209", here=_set(here), there=_set(there))


def _sections(page: Page, source: Page) -> Iterator[Finding]:
    for section in page.sections:
        twin = source.section(section.key)
        if twin is not None:
            yield from _items(page, section, twin)


def _items(page: Page, section: Section, twin: Section) -> Iterator[Finding]:
    here, there = list(section.items()), list(twin.items())
    shape_here, shape_there = _shape(section), _shape(twin)
    if shape_here != shape_there:
        yield error(
            page.path, section.line, "P208", key=section.key, here=shape_here, there=shape_there
        )
        return
    for item, other in zip(here, there, strict=True):
        yield from _item(page, item, other)
    if set(section.cites) != set(twin.cites):
        yield error(
            page.path, section.line, "P211", here=_set(section.cites), there=_set(twin.cites)
        )


def _shape(section: Section) -> str:
    """Kinds and lengths of the blocks, and where steps count on: ``bullets 5, steps 2 from 4``."""
    blocks = [(b, f"{b.kind} {len(b.items) or sum(map(len, b.rows))}") for b in section.blocks]
    return ", ".join(f"{shape} from {b.start}" if b.start != 1 else shape for b, shape in blocks)


def _item(page: Page, item: Item, other: Item) -> Iterator[Finding]:
    pairs = (
        ("P209", numbers(item.text), numbers(other.text)),
        ("P210", sorted(inline.helplines(item.text)), sorted(inline.helplines(other.text))),
        ("P211", sorted(set(item.cites)), sorted(set(other.cites))),
        ("P212", sorted(inline.links(item.text)), sorted(inline.links(other.text))),
    )
    for code, here, there in pairs:
        if here != there:
            yield error(page.path, item.line, code, here=_set(here), there=_set(there))
    yield from check_meaning(page.path, page.lang, item, other)


def _set(values: object) -> str:
    return ", ".join(values) or "-" if isinstance(values, list | tuple) else str(values)


def numbers(text: str) -> list[str]:
    """The figures of a text in ASCII digits, sorted: what both languages must share."""
    return sorted(_NUMBER.findall(to_ascii(inline.plain(text))))
