"""``helplines.yml`` → :class:`Helpline`: the only home of a telephone number."""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from karpear.load.fields import Fields
from karpear.model import (
    Audience,
    Bilingual,
    DatedSource,
    Helpline,
    HelplineStatus,
    Number,
    Verified,
)

KINDS = (
    *("helpline", "hotline", "police", "medical", "school", "social", "app", "tool", "office"),
)
_STATUSES = ("A", "B", "C", "X")
_AUDIENCES = tuple(str(audience) for audience in Audience)
_DIAL = re.compile(r"[0-9]{3,6}|\+[1-9][0-9]{7,14}")
_REVISION = re.compile(r"[0-9]{1,3}")
_SHOWN = re.compile(r"\+?[0-9][0-9 ]*[0-9]")


def read_helplines(top: Fields) -> tuple[Helpline, ...]:
    """``helplines``: numbers as quoted strings, sources with dates, verification or null."""
    rows = list(top.records("helplines"))
    top.children.extend(rows)
    return tuple(_helpline(row) for row in rows)


def read_helplines_day(top: Fields) -> date | None:
    """``updated``: the day of the last change to this record, if it says so."""
    return top.day("updated")


def read_revision(top: Fields) -> int:
    """``revision``: quoted digits; how often content was changed without a newer date."""
    text = top.text("revision", required=False) or "0"
    if not _REVISION.fullmatch(text):
        top.report("revision", "S116", key="revision", value=text, options='"0" … "999"')
        return 0
    return int(text)


def _helpline(row: Fields) -> Helpline:
    return Helpline(
        id=row.text("id"),
        title=row.pair("title"),
        short=row.pair("short"),
        kind=row.choice("kind", KINDS),
        status=cast(HelplineStatus, row.choice("status", _STATUSES)),
        numbers=tuple(_number(number) for number in _rows(row, "numbers")),
        links=tuple(_link(link) for link in _rows(row, "links")),
        hours=row.optional_pair("hours"),
        cost=row.optional_pair("cost"),
        languages=row.optional_pair("languages"),
        serves=row.optional_pair("serves"),
        who_knows=row.optional_pair("who_knows"),
        unconfirmed=row.optional_pair("unconfirmed"),
        never=row.texts("never"),
        audiences=tuple(_audience(row, name) for name in row.texts("audiences")),
        sources=tuple(_source(source) for source in _rows(row, "sources")),
        verified=_verified(row),
        line=row.line,
    )


def _rows(row: Fields, key: str) -> list[Fields]:
    rows = list(row.records(key))
    row.children.extend(rows)
    return rows


def _number(row: Fields) -> Number:
    shown, dial = row.text("shown"), row.text("dial")
    if shown and not _SHOWN.fullmatch(shown):
        row.report("shown", "H102", value=shown)
    if dial and not _DIAL.fullmatch(dial):
        row.report("dial", "H103", value=dial)
    return Number(shown=shown, dial=dial, note=row.optional_pair("note"))


def _link(row: Fields) -> tuple[str, Bilingual]:
    return row.text("url"), row.pair("label")


def _audience(row: Fields, name: str) -> Audience:
    if name not in _AUDIENCES:
        row.report("audiences", "S116", key="audiences", value=name, options=", ".join(_AUDIENCES))
        return Audience.PARENTS
    return Audience(name)


def _source(row: Fields) -> DatedSource:
    return DatedSource(
        what=row.pair("what"), dated=row.text("dated"), url=row.text("url", required=False)
    )


def _verified(row: Fields) -> Verified | None:
    inner = row.sub("verified")
    if inner is None:
        return None
    row.children.append(inner)
    on = inner.day("on")
    if on is None:
        inner.report("on", "S109", key="on")
        return None
    return Verified(on=on, by=inner.text("by"), method=inner.text("method"))
