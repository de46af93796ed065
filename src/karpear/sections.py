"""Which sections each kind of page has, in which order, and which of them are guidance.

One table for the loader, the checks, the templates and the handbook (architecture.md, 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from karpear.model import Audience, Kind, Page

STEP_KEYS = ("now", "today", "week")
MAX_STEPS = 7
MINUTE_LINES = 3
RISK_PARTS = ("plain", "examples", "signs", "carers", "teachers", "children")
UNCITED = frozenset({"goals", "open", "help"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One section that a kind of page has; ``parts`` are the endings of its parts' keys."""

    key: str
    required: bool = True
    parts: tuple[str, ...] = ()


def _slots(*keys: str, optional: tuple[str, ...] = ()) -> tuple[Slot, ...]:
    return tuple(Slot(key=key, required=key not in optional) for key in keys)


_SLOTS: dict[Kind, tuple[Slot, ...]] = {
    Kind.MODULE: _slots("minute", "goals", "know", "talk", "do", "if", "help"),
    Kind.TOPIC: _slots(
        *("minute", "what", "signs", "not-true", "do", "young-10-12", "young-13", "help"),
        optional=("young-10-12", "young-13"),
    ),
    Kind.FLOW: _slots(
        *("open", "now", "today", "week", "do-not", "young", "friends", "help"),
        optional=("young", "friends"),
    ),
}


def slots(page: Page) -> tuple[Slot, ...]:
    """The sections that this page must and may have; empty for a free page."""
    if page.kind is not Kind.RISK:
        return _SLOTS.get(page.kind, ())
    is_theme = page.id.endswith("cross-cutting")
    aspects = ("privacy", "health", "fairness") if is_theme else ("aggressive", "sexual", "values")
    blocks = tuple(Slot(key=aspect, parts=RISK_PARTS) for aspect in aspects)
    return (Slot(key="minute"), *blocks, Slot(key="help"))


def expected_keys(page: Page) -> Iterator[tuple[str, bool]]:
    """Every key the page should have, in order, with whether it is required."""
    for slot in slots(page):
        yield slot.key, slot.required
        for part in slot.parts:
            yield f"{slot.key}-{part}", slot.required


_ALOUD = frozenset({"", "actions", "rights", "about/accessibility", "parents", "teachers"})
_NOT_ALOUD = frozenset({"if", "help"})


def may_be_read_aloud(page: Page, key: str) -> bool:
    """Whether a section may offer the device's voice: only where being overheard does no harm.

    Not on help, flows, topics, risks and children's pages, nor the sections of a module that answer
    harm: whoever did it may sit in the next room. A new page is silent until it is named here.
    """
    is_adults = page.audience in {Audience.PARENTS, Audience.TEACHERS}
    return (is_adults or page.id in _ALOUD) and key not in _NOT_ALOUD


def is_guidance(page: Page, key: str) -> bool:
    """Whether each item of the section must name why we say it."""
    return key not in UNCITED
