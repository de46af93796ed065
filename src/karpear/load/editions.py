"""``shortids.yml``, ``packs.yml`` and ``agreement.yml``: records that only editions use."""

from __future__ import annotations

from karpear.load.fields import Fields
from karpear.model import AgreementHeading, Language, Pack, Promise, ShortId

_LANGUAGES = tuple(str(lang) for lang in Language)
VARIANTS = ("a4", "low-ink", "large", "bilingual")


def read_short_ids(top: Fields) -> tuple[ShortId, ...]:
    """``ids``: id, lang, page, and first where the page has moved."""
    rows = list(top.records("ids"))
    top.children.extend(rows)
    return tuple(_short_id(row) for row in rows)


def _short_id(row: Fields) -> ShortId:
    page = _page(row, "page")
    return ShortId(
        id=row.text("id"),
        lang=Language(row.choice("lang", _LANGUAGES)),
        page=page,
        first=_page(row, "first") if row.has("first") else page,
        line=row.line,
    )


def _page(row: Fields, key: str) -> str:
    """A page id; home is written ``home``."""
    found = row.text(key)
    return "" if found == "home" else found


def read_assigned(top: Fields) -> int:
    """``assigned``: how many ids were ever given, as quoted digits."""
    text = top.text("assigned", required=top.has("ids")) or "0"
    if not text.isdecimal():
        top.report("assigned", "S116", key="assigned", value=text, options='"1", "2", …')
        return 0
    return int(text)


def read_packs(top: Fields) -> tuple[Pack, ...]:
    """``packs``: id, title, pages, variant."""
    rows = list(top.records("packs"))
    top.children.extend(rows)
    return tuple(
        Pack(
            id=row.text("id"),
            title=row.pair("title"),
            pages=row.texts("pages", required=True),
            variant=row.choice("variant", VARIANTS, required=False) or "a4",
            line=row.line,
        )
        for row in rows
    )


def read_agreement(top: Fields) -> tuple[AgreementHeading, ...]:
    """``agreement``: headings with rows of promises."""
    rows = list(top.records("agreement"))
    top.children.extend(rows)
    return tuple(
        AgreementHeading(
            id=row.text("id"),
            picture=row.text("picture"),
            title=row.pair("title"),
            rows=tuple(_promise(promise, row) for promise in row.records("rows")),
            line=row.line,
        )
        for row in rows
    )


def _promise(row: Fields, heading: Fields) -> Promise:
    heading.children.append(row)
    return Promise(bands=row.texts("bands"), adults=row.pair("adults"), child=row.pair("child"))
