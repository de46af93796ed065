"""S: no date is still to come, and no page is called reviewed that was changed afterwards.

The newest date becomes that of everything, and the version of the channel for Kolibri: a year with
two digits exchanged would keep every later correction from the schools that have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from karpear.findings import Finding, error, warning
from karpear.model import Library


def check_dates(library: Library) -> Iterator[Finding]:
    """Days of pages, reviews, the register of helplines and platforms."""
    today = _today(library)
    for path, line, key, day in _days(library):
        if day and day > today:
            yield error(path, line, "S134", key=key, on=day)
    for page in library.pages:
        newest = max(page.review, key=lambda review: review.on, default=None)
        if newest and newest.on < page.updated:
            values = {"by": newest.by, "on": newest.on, "updated": page.updated}
            yield warning(page.path, page.lines.get("review", 1), "S135", **values)


def _today(library: Library) -> date:
    """Today; where the clock is behind most pages, or set back for an old build, their day."""
    days = sorted(page.updated for page in library.pages)
    return max(library.as_of, days[len(days) // 2]) if days else library.as_of


def _days(library: Library) -> Iterator[tuple[str, int, str, date | None]]:
    """Every day, with its path, line and key."""
    for page in library.pages:
        yield page.path, page.lines.get("updated", 1), "updated", page.updated
        for review in page.review:
            yield page.path, page.lines.get("review", 1), "review", review.on
    shared = f"{library.root}/shared"
    yield f"{shared}/helplines.yml", 1, "updated", library.helplines_updated
    for platform in library.platforms:
        yield f"{shared}/platforms.yml", platform.line, "checked_on", platform.checked_on
