"""Where pictures lie, their shapes, and whether they can be made here."""

from __future__ import annotations

from typing import Final

from PIL import features

from karpear.model import Page
from karpear.needs import is_met

SHAPES: Final = {"wide": (1200, 630), "square": (1080, 1080)}
NEUTRAL: Final = "neutral"


def is_possible() -> bool:
    """Pillow shapes Khmer with RAQM alone, and that needs FriBiDi from the system."""
    return is_met("share") and bool(features.check("raqm"))


def picture_name(page: Page) -> str:
    """The page's own, or the one that all sheltered pages share."""
    return NEUTRAL if page.is_sheltered else page.id.replace("/", "-") or "home"


def picture_path(page: Page, shape: str) -> str:
    """``share/km/parents-6-9.wide.png``"""
    return f"share/{page.lang}/{picture_name(page)}.{shape}.png"
