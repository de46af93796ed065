"""S: no date is still to come, and no page is called reviewed that was changed afterwards.

The newest date becomes that of everything, and the version of the channel for Kolibri: a year with
two digits exchanged would keep every later correction from the schools that have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from karpear.findings import Finding, error, warning
from karpear.model import Library, Page


def check_dates(library: Library) -> Iterator[Finding]:
    """Days of pages, reviews, the register of helplines and platforms."""
    for page in library.pages:
        line = page.lines.get("updated", 1)
        yield from _to_come(library, page.path, line, "updated", page.updated)
        yield from _reviews(library, page)
    shared = f"{library.root}/shared"
    day = library.helplines_updated
    yield from _to_come(library, f"{shared}/helplines.yml", 1, "updated", day)
    for platform in library.platforms:
        path, day = f"{shared}/platforms.yml", platform.checked_on
        yield from _to_come(library, path, platform.line, "checked_on", day)


def _reviews(library: Library, page: Page) -> Iterator[Finding]:
    line = page.lines.get("review", 1)
    for review in page.review:
        yield from _to_come(library, page.path, line, "review", review.on)
    newest = max(page.review, key=lambda review: review.on, default=None)
    if newest and newest.on < page.updated:
        values = {"by": newest.by, "on": newest.on, "updated": page.updated}
        yield warning(page.path, line, "S135", **values)


def _to_come(
    library: Library, path: str, line: int, key: str, day: date | None
) -> Iterator[Finding]:
    if day and day > library.as_of:
        yield error(path, line, "S134", key=key, on=day)
