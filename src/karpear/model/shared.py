"""Records that only editions use: permanent short ids, and packs that stand ready."""

from __future__ import annotations

from dataclasses import dataclass

from karpear.model.names import Bilingual, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortId:
    """``/k/<id>/``, printed in QR codes: once assigned it never changes. ``first`` is the page it
    was assigned for, which differs from ``page`` when that has moved."""

    id: str
    lang: Language
    page: str
    first: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A named choice of pages for ``karpear pack --name``."""

    id: str
    title: Bilingual
    pages: tuple[str, ...]
    variant: str = "a4"
    line: int = 0
