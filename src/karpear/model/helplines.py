"""Helplines, kinds of help and platforms: one register, with sources and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from karpear.model.names import Audience, Bilingual

# Between two figures of one number: a space, a stop, a bracket, a stroke or any hyphen.
APART = r"[\s.()/\u2010-\u2015-]{0,2}"


def national(number: str) -> str:
    """Digits as dialled inside the country: ``+855 92…``, ``+855 (0)92…`` and ``092…`` are the
    same. ``+855 092…`` is none of them: who dials that zero, too, does not get through."""
    digits = re.sub(r"\(0\)|\D", "", number)
    is_abroad = re.match(r"\D*(?:\+|00)\s?855", number)
    return re.sub(r"^(?:00)?855", "0", digits) if is_abroad else digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A telephone number: ``shown`` as printed, ``dial`` as dialled (ASCII, no spaces)."""

    shown: str
    dial: str
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedSource:
    """Where a statement on a helpline was seen, with the date that the source gives."""

    what: Bilingual
    dated: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A named person rang or wrote: when, who, and how."""

    on: date
    by: str
    method: str


HelplineStatus = Literal["A", "B", "C", "X"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A line or place of help. Status A owner's page seen, B several sources, C one or old,
    X never shown (kept so that nobody adds it again)."""

    id: str
    title: Bilingual
    short: Bilingual
    kind: str
    status: HelplineStatus
    numbers: tuple[Number, ...]
    links: tuple[tuple[str, Bilingual], ...]
    hours: Bilingual | None
    cost: Bilingual | None
    languages: Bilingual | None
    serves: Bilingual | None
    who_knows: Bilingual | None
    unconfirmed: Bilingual | None
    never: tuple[str, ...]
    audiences: tuple[Audience, ...]
    sources: tuple[DatedSource, ...]
    verified: Verified | None
    line: int = 0

    @property
    def is_shown(self) -> bool:
        return self.status != "X"


# The kinds of help of the help block (content brief, 1.4): to call, to report, in danger. They must
# exist, stand wherever a page names no others, and are named with their number.
BLOCK_CONTACTS = ("h1", "h2", "h3")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactKind:
    """A kind of help, H1-H6 of the content brief (1.4): ``helplines`` in order of choice."""

    id: str
    title: Bilingual
    short: Bilingual
    use: Bilingual
    helplines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """What is known of one app; ``facts`` are label and text, unknown things are left out."""

    id: str
    title: str
    facts: tuple[tuple[Bilingual, Bilingual], ...]
    checked_on: date | None
    line: int = 0
