"""How much of the brief is there: the matrix, citations, facts used and parity, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from karpear.model import Audience, Kind, Language, Library, Page, State
from karpear.sections import is_guidance
from karpear.stamps import states

TOPICS = (
    *("grooming", "csam", "sexting", "sexual-extortion"),
    *("livestreaming", "cyberbullying", "image-based-abuse", "scams"),
)
FLOWS = (
    *("threatened", "picture", "meet", "bullied", "saw"),
    *("account", "money", "friend", "tell", "sent"),
)
CROSS_CUTTING = "cross-cutting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """``n`` of ``of``."""

    n: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Band × audience × category: filled, missing, or not applicable with its reason."""

    band: str
    audience: Audience
    category: str
    state: str
    page_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Everything ``karpear coverage`` tells."""

    cells: tuple[Cell, ...]
    modules: Share
    topics: Share
    flows: Share
    facts: Share
    cited: Share
    parity: Share


def measure(library: Library) -> Coverage:
    """Count a library against the content brief (coverage.md, 2-4, 10.1, 14)."""
    ids = {page.id for page in library.pages if page.lang is Language.KM}
    modules = {page.id for page in library.pages if page.kind is Kind.MODULE}
    used = {cite for page in library.pages for cite in page.cites() if cite in library.facts}
    return Coverage(
        cells=tuple(_cells(library)),
        modules=Share(n=len(modules), of=len(library.bands) * len(Audience)),
        topics=Share(n=sum(f"topics/{topic}" in ids for topic in TOPICS), of=len(TOPICS)),
        flows=Share(n=sum(f"help/{flow}" in ids for flow in FLOWS), of=len(FLOWS)),
        facts=Share(n=len(used), of=len(library.facts)),
        cited=_cited(library),
        parity=_parity(library),
    )


def _cells(library: Library) -> Iterator[Cell]:
    excused = {(cell.band, cell.audience, cell.category) for cell in library.not_applicable}
    for band in library.bands:
        for audience in Audience:
            page = library.page(f"{audience}/{band.id}", Language.KM)
            for category in library.risks:
                if category.id != CROSS_CUTTING:
                    is_excused = (band.id, audience, category.id) in excused
                    state = _state(page, category.id, is_excused)
                    yield Cell(
                        band=band.id,
                        audience=audience,
                        category=category.id,
                        state=state,
                        page_id=page.id if page and state == "filled" else "",
                    )


def _state(page: Page | None, category: str, is_excused: bool) -> str:
    if page and any(risk.startswith(f"{category}/") for risk in page.risks):
        return "filled"
    return "not-applicable" if page and is_excused else "missing"


def _cited(library: Library) -> Share:
    counts: Counter[bool] = Counter()
    for page in library.pages:
        for section in page.sections:
            if is_guidance(page, section.key):
                for block in section.blocks:
                    counts.update(bool(item.cites or section.cites) for item in block.items)
    return Share(n=counts[True], of=counts.total())


def _parity(library: Library) -> Share:
    found = Counter(state for _page, states_ in translations(library) for state in states_)
    return Share(n=found[State.CURRENT], of=found.total())


def translations(library: Library) -> Iterator[tuple[Page, tuple[State, ...]]]:
    """Every translation with the states of its sections; a missing twin counts each section."""
    for page in library.pages:
        if page.is_source:
            twin = library.page(page.id, page.lang.other)
            found = states(twin, page).values() if twin else [State.MISSING] * len(page.sections)
            yield page, tuple(found)
