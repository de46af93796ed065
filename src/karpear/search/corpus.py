"""The two stages read back: what the ranking scans. ``search.js`` reads them the same way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from karpear.search.index import Index
from karpear.search.texts import MARK, Folded, fold, folded, swapped

GLOSSARY = "glossary"


class Place(IntEnum):
    """Where a text stands, by what a hit there is worth."""

    TITLE = 24
    ALIAS = 16
    HEADING = 8
    LEAD = 4
    TERM = 3  # an entry of the glossary: it comes after the page that is about it
    BODY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of a page; ``section`` is -1 for what holds for the whole page."""

    page: int
    section: int
    place: Place
    text: Folded


@dataclass(slots=True, kw_only=True)
class Spot:
    """A section of a page, or an entry of the glossary."""

    key: str
    title: str


@dataclass(slots=True, kw_only=True)
class Target:
    """A page that can be found."""

    id: str
    url: str
    title: str
    spots: list[Spot]


@dataclass(slots=True, kw_only=True)
class Name:
    """A glossary term: its title as stored, and all its names folded, the title first."""

    title: str
    forms: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A helpline: its names folded, its number without spaces."""

    id: str
    title: str
    number: str
    names: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Corpus:
    """Everything that is searched. ``words`` counts each word and name; ``help`` are words that
    ask for help, ``along`` words that may stand beside them, ``skip`` words that say nothing."""

    lang: str
    letters: str
    pages: list[Target] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    help: list[str] = field(default_factory=list)
    along: list[str] = field(default_factory=list)
    skip: list[str] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    of_page: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, index: Index, *, full: bool = True) -> Corpus:
        """Both stages, or the first alone as the reader has it for a moment."""
        first: dict[str, Any] = index.first
        second: dict[str, Any] = index.full
        corpus = cls(lang=first["lang"], letters=first["letters"])
        corpus._read_first(first["keys"], first["texts"])
        if full:
            corpus._read_full(second["keys"], second["texts"])
        corpus._read_words()
        return corpus

    def _read_first(self, keys: dict[str, Any], texts: dict[str, Any]) -> None:
        self.help = [fold(self.plain(word)) for word in texts["help"]]
        self.along = [fold(self.plain(word)) for word in texts["with"]]
        self.skip = [fold(self.plain(word)) for word in texts["skip"]]
        for key, line in zip(keys["lines"], texts["lines"], strict=True):
            self._read_line(key[0], *line)
        for title, names in texts["terms"]:
            self._read_name(title, names)
        for (page_id, terms), text in zip(keys["pages"], texts["pages"], strict=True):
            about = [texts["terms"][int(n)][0] for n in terms.split()]
            self._read_page(page_id, about, *text)

    def _read_full(self, keys: dict[str, Any], texts: dict[str, Any]) -> None:
        for n, (sections, (summary, bodies)) in enumerate(
            zip(keys["pages"], texts["pages"], strict=True)
        ):
            self._add(n, -1, Place.LEAD, summary)
            for here, (key, body) in enumerate(zip(sections.split(), bodies, strict=True)):
                self.pages[n].spots[here].key = key
                self._add(n, here, Place.BODY, body)
        for name, term, meaning in zip(
            self.names, keys["terms"].split(), texts["terms"], strict=True
        ):
            name.forms += [fold(self.plain(word)) for word in meaning[1]]
            self._read_meaning(term, name, meaning[0])

    def plain(self, text: str) -> str:
        """A stored text as it is shown."""
        return swapped(text, self.letters).replace(MARK, "")

    def _read_line(self, line_id: str, title: str, shown: str, others: list[str]) -> None:
        names = [self.plain(name) for name in (title, *others)]
        keys = tuple(fold(name) for name in names)
        number = "".join(shown.split())
        self.lines.append(Line(id=line_id, title=names[0], number=number, names=keys))

    def _read_name(self, title: str, others: list[str]) -> None:
        forms = list(dict.fromkeys(fold(self.plain(name)) for name in (title, *others)))
        self.names.append(Name(title=title, forms=forms))

    def _read_page(
        self, page_id: str, about: list[str], title: str, aliases: str, heads: list[list[str]]
    ) -> None:
        n = len(self.pages)
        prefix = "/" if self.lang == "km" else "/en/"
        url = prefix + (f"{page_id}/" if page_id else "")
        self.pages.append(Target(id=page_id, url=url, title=self.plain(title), spots=[]))
        self._add(n, -1, Place.TITLE, title)
        for alias in (aliases, *about):
            self._add(n, -1, Place.ALIAS, alias)
        self._entry(n, -1, Place.ALIAS, folded(page_id))
        for here, (head, *lead) in enumerate(heads):
            self.pages[n].spots.append(Spot(key="", title=self.plain(head)))
            self._add(n, here, Place.HEADING, head)
            self._add(n, here, Place.LEAD, "".join(lead))

    def _read_meaning(self, term: str, name: Name, meaning: str) -> None:
        """A term is a spot of the glossary."""
        n = next((n for n, page in enumerate(self.pages) if page.id == GLOSSARY), -1)
        if n >= 0:
            here = len(self.pages[n].spots)
            self.pages[n].spots.append(Spot(key=f"term-{term}", title=self.plain(name.title)))
            self._add(n, here, Place.TERM, name.title)
            self._add(n, here, Place.BODY, meaning)

    def _add(self, page: int, section: int, place: Place, text: str) -> None:
        if text:
            self._entry(page, section, place, folded(swapped(text, self.letters)))

    def _entry(self, page: int, section: int, place: Place, text: Folded) -> None:
        self.of_page.setdefault(page, []).append(len(self.entries))
        self.entries.append(Entry(page=page, section=section, place=place, text=text))

    def _read_words(self) -> None:
        """How often each word stands in the texts; a name counts as a known word."""
        for entry in self.entries:
            for word in entry.text.words:
                self.words[word] = self.words.get(word, 0) + 1
        for name in self.names:
            for form in name.forms:
                self.words[form] = self.words.get(form, 0) + 2
