"""What every data file begins with: version, dates, licence, draft state, and where it belongs."""

from __future__ import annotations

from typing import Any

from karpear import __version__
from karpear.model import Bilingual, Library

Data = dict[str, Any]


def envelope(library: Library, site_url: str, name: str) -> Data:
    """The head of ``api/v1/NAME.json``. ``helplines_checked`` is null until a named person has
    checked every line; ``draft`` is true while one page has no reviewer."""
    return {
        "$schema": f"{site_url}api/v1/schema/{name}.json",
        "version": __version__,
        "content_date": library.newest().isoformat(),
        "helplines_checked": helplines_checked(library),
        "draft": any(page.is_draft for page in library.pages),
        "licence": pair(library.ui["licence-line"]),
        "newest": f"{site_url}api/v1/{name}.json",
    }


def helplines_checked(library: Library) -> str | None:
    """The day on which the line checked longest ago was checked; None when one never was."""
    shown = [line.verified for line in library.helplines if line.is_shown and line.audiences]
    days = [verified.on for verified in shown if verified]
    return min(days).isoformat() if shown and len(days) == len(shown) else None


def pair(text: Bilingual | None) -> dict[str, str] | None:
    """Both languages, or None for what is unknown."""
    return {"km": text.km, "en": text.en} if text and text.km else None
