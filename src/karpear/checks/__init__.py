"""The checks: pure functions ``Library → Iterator[Finding]``, listed once in ``CHECKS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from karpear.checks.accessibility import check_accessibility
from karpear.checks.actions import check_actions
from karpear.checks.citations import check_citations
from karpear.checks.codes import check_codes
from karpear.checks.dates import check_dates
from karpear.checks.helplines import check_helplines
from karpear.checks.language import check_language
from karpear.checks.links import check_links
from karpear.checks.numbers import check_phone_numbers
from karpear.checks.parity import check_parity
from karpear.checks.prose import check_prose
from karpear.checks.recordings import check_recordings
from karpear.checks.safety import check_safety
from karpear.checks.shortids import check_agreement, check_packs, check_short_ids
from karpear.checks.structure import check_structure
from karpear.checks.terms import check_terms
from karpear.findings import Finding
from karpear.model import Library

Check = Callable[[Library], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_structure,
    check_codes,
    check_dates,
    check_links,
    check_parity,
    check_language,
    check_prose,
    check_terms,
    check_citations,
    check_actions,
    check_helplines,
    check_phone_numbers,
    check_accessibility,
    check_recordings,
    check_safety,
    check_short_ids,
    check_packs,
    check_agreement,
)


def run_checks(library: Library) -> Iterator[Finding]:
    """All findings of all checks; none while a shared file cannot be read, for then every page
    that uses it would look wrong, and the one thing to mend would be lost among thousands."""
    if unread_shared(library):
        return
    for check in CHECKS:
        yield from check(library)


def unread_shared(library: Library) -> tuple[str, ...]:
    """Paths of the shared files that keep all checks from being made, as findings name them."""
    names = sorted(name for name in library.unread if name.startswith("shared/"))
    return tuple(f"{library.root}/{name}" for name in names)
