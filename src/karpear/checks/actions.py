"""S, C, P, X: the action cards name what exists, say why, and say the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear import inline
from karpear.checks.meaning import check_meaning
from karpear.drawings import DRAWINGS
from karpear.findings import Finding, error
from karpear.khmer import to_ascii
from karpear.model import Action, Item, Language, Library

_ADULTS_ONLY = re.compile(r"adult pages only|distressing|statistics page only", re.IGNORECASE)
_MARKUP = re.compile(r"[<>`*{}]|\]\(|&#?\w+;")
_FIGURE = re.compile(r"\d+")


def check_actions(library: Library) -> Iterator[Finding]:
    """Every card of ``actions.yml``."""
    path = f"{library.root}/shared/actions.yml"
    seen: set[str] = set()
    for action in library.actions:
        if action.id in seen:
            yield error(path, action.line, "S118", id=action.id)
        seen.add(action.id)
        yield from _names(library, path, action)
        yield from _link(library, path, action)
        yield from _cites(library, path, action)
        yield from _words(path, action)


def _names(library: Library, path: str, action: Action) -> Iterator[Finding]:
    """Drawing, ages and kinds of help exist."""
    contacts = {contact.id for contact in library.contacts}
    spoken = {name for lang in Language for name in inline.helplines(action.text[lang])}
    for what, values, known in (
        ("pictogram", (action.pictogram,), DRAWINGS),
        ("band", action.bands, {band.id for band in library.bands}),
        ("helpline", (*action.helplines, *sorted(spoken)), contacts),
    ):
        for value in values:
            if value not in known:
                yield error(path, action.line, "S309", what=what, value=value)


def _link(library: Library, path: str, action: Action) -> Iterator[Finding]:
    """``more`` is a page of ours, in both languages, and a section of it."""
    address, _, anchor = action.more.partition("#")
    for lang in Language:
        target = library.page(address.strip("/"), lang)
        if target is None and library.is_unread(address.strip("/"), lang):
            continue
        if target is None or not re.fullmatch("/(.*/)?", address):
            yield error(path, action.line, "S315", href=action.more)
        elif anchor and target.section(anchor) is None:
            yield error(path, action.line, "S316", href=action.more)


def _cites(library: Library, path: str, action: Action) -> Iterator[Finding]:
    """Why we say it, by what children may read of, too: their pages show the cards."""
    sources = {source.id for source in library.sources}
    if not action.cites:
        yield error(path, action.line, "C102", text=action.title.en)
    for cite in action.cites:
        fact = library.facts.get(cite)
        if fact is None and cite not in sources:
            yield error(path, action.line, "C101", cite=cite)
        elif fact and fact.held_back:
            yield error(path, action.line, "C103", cite=cite)
        elif fact and _ADULTS_ONLY.search(fact.caveat or ""):
            yield error(path, action.line, "C105", cite=cite)


def _words(path: str, action: Action) -> Iterator[Finding]:
    """Plain words, with the same figures, helplines and negations in both languages."""
    for key, pair in action.texts():
        for text in (pair.km, pair.en):
            if _MARKUP.search(text):
                yield error(path, action.line, "X106", key=key, text=text)
        english, khmer = (Item(text=t, cites=(), line=action.line) for t in (pair.en, pair.km))
        yield from _same(path, action, "P209", _figures(pair.en), _figures(pair.km))
        yield from _same(path, action, "P210", _lines(pair.en), _lines(pair.km))
        yield from check_meaning(path, Language.EN, english, khmer)


def _same(path: str, action: Action, code: str, here: str, there: str) -> Iterator[Finding]:
    if here != there:
        yield error(path, action.line, code, here=here or "-", there=there or "-")


def _figures(text: str) -> str:
    return ", ".join(sorted(_FIGURE.findall(to_ascii(text))))


def _lines(text: str) -> str:
    return ", ".join(sorted(inline.helplines(text)))
