"""Packs of printed pages that stand ready under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from karpear.model.names import Bilingual, Kind

PRINTED: Final = (Kind.MODULE, Kind.FLOW, Kind.TOPIC, Kind.RISK)
"""The kinds of page that there are on paper, and that a pack may be made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A named choice of pages for ``karpear pack --name``."""

    id: str
    title: Bilingual
    pages: tuple[str, ...]
    variant: str = "a4"
    line: int = 0
