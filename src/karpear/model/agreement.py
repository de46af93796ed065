"""The family agreement: headings, and what adults and child promise at each age."""

from __future__ import annotations

from dataclasses import dataclass

from karpear.model.names import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The two promises under one heading for some age bands."""

    bands: tuple[str, ...]
    adults: Bilingual
    child: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementHeading:
    """One of the six headings; ``picture`` is a pictogram's name."""

    id: str
    picture: str
    title: Bilingual
    rows: tuple[Promise, ...]
    line: int = 0

    def promise(self, band: str) -> Promise | None:
        """What holds for a band."""
        return next((row for row in self.rows if band in row.bands), None)
