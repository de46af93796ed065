"""What a page template is given: the model, already in words and addresses of one page.

A view holds finished HTML of inline text (``Markup``, made from escaped text only) and links
relative to the page; templates decide nothing but how it looks. Editions read the same views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from karpear.choices import Builder, PrintFile, PrintShelf
from karpear.model import Page

# Stands for the site's own address in texts that need it whole; the theme puts it in.
SITE: Final = "{site}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """One ground of an item: document and clause, or good practice."""

    title: str
    clause: str
    year: str
    is_practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One list item, paragraph or table cell, with why we say it."""

    html: Markup
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """``kind`` is paragraph, bullets, steps or table; ``start`` numbers the first step."""

    kind: str
    items: tuple[ItemView, ...] = ()
    start: int = 1
    rows: tuple[tuple[ItemView, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingView:
    """A section as a person read it: length and size in words, who and when."""

    src: str
    length: str
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section with its parts; ``why`` are the grounds of the section as a whole. ``aloud`` offers
    the device's voice where no person has read it; ``is_first_aloud`` is the first that does."""

    key: str
    title: str
    level: int
    blocks: tuple[BlockView, ...]
    parts: tuple[SectionView, ...] = ()
    why: tuple[Why, ...] = ()
    aloud: bool = False
    is_first_aloud: bool = False
    recording: RecordingView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link relative to the page it stands on; ``note`` is a line of plain text beside it."""

    href: str
    title: str
    note: str = ""
    id: str = ""
    is_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """A number as text and as ``tel:`` link."""

    shown: str
    tel: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelplineView:
    """A helpline as a card. ``checked`` says when a named person re-checked it, or that
    nobody has; empty texts are unknown and are not shown."""

    id: str
    kind: str
    title: str
    numbers: tuple[NumberView, ...]
    links: tuple[Link, ...]
    who_knows: str
    hours: str
    cost: str
    languages: str
    serves: str
    unconfirmed: str
    checked: str
    is_checked: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A kind of help (H1-H6) with its lines, for the help section of a page."""

    id: str
    title: str
    use: str
    helplines: tuple[HelplineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpBlock:
    """The block that stands on every page in the same place and order (WCAG 3.2.6)."""

    call: NumberView
    call_name: str
    call_knows: str
    report: NumberView
    report_name: str
    danger: NumberView
    danger_name: str
    checked: str
    help_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLink:
    """A cell of the 4C matrix named on a module or topic; ``category`` tells the pictogram."""

    category: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A glossary entry; ``other`` is the word in the other language."""

    id: str
    title: str
    other: str
    definition: str
    is_attested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformView:
    """What is known of one app; ``checked`` says when it was looked at, or that nobody has."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A cited document: id for its anchor, and how many facts of it the page uses."""

    id: str
    title: str
    issuer: str
    year: str
    note: str
    clauses: tuple[str, ...]
    is_outside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One cell of the coverage matrix: ``state`` is filled, missing or not-applicable."""

    state: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One band and audience; cells in the order of the risk categories."""

    band: str
    audience: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """Translation state of one page in numbers of sections, and its review state."""

    title: str
    href: str
    states: tuple[tuple[str, int], ...]
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The printable coverage: columns, rows, totals in words, and translation states."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[tuple[str, str], ...]
    states: tuple[StateRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """The search page: the way to the site's root and to both stages of the index, and, for
    readers without scripts, all pages and all glossary terms."""

    root: str
    script: str
    stages: tuple[str, ...]
    pages: tuple[Link, ...]
    terms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """A card: ``href`` tells more, ``here`` is the card itself on its own page."""

    id: str
    number: int
    pictogram: str
    title: str
    html: Markup
    dials: tuple[NumberView, ...]
    href: str
    here: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The page on open data: files, contacts for telephones, and part of a real file."""

    files: tuple[Link, ...]
    contacts: tuple[Link, ...]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """What may be kept on a phone: addresses of pages and files, all relative to the page."""

    pages: tuple[str, ...]
    root: str
    worker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """Everything a page template reads. Tuples not named for a kind of page are empty."""

    page: Page
    crumbs: tuple[Link, ...]
    other: Link
    sections: tuple[SectionView, ...]
    help_block: HelpBlock
    contacts: tuple[ContactView, ...]
    risks: tuple[RiskLink, ...]
    sources: tuple[SourceView, ...]
    source_date: str
    doors: tuple[Link, ...] = ()
    bands: tuple[Link, ...] = ()
    siblings: tuple[Link, ...] = ()
    helplines: tuple[HelplineView, ...] = ()
    terms: tuple[TermView, ...] = ()
    platforms: tuple[PlatformView, ...] = ()
    library_sources: tuple[SourceView, ...] = ()
    matrix: Matrix | None = None
    finder: Finder | None = None
    actions: tuple[ActionView, ...] = ()
    actions_href: str = ""
    keep: Keep | None = None
    shelf: Shelf | None = None
    builder: Builder | None = None
    prints: tuple[PrintFile, ...] = ()
    shelves: tuple[PrintShelf, ...] = ()
