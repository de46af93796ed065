"""Which tests run in one worker, one after another, because they share what takes minutes to make.

Not by xdist's own marks: with pytest 9.2 ``--dist loadgroup`` parts the groups without a word
(github.com/pytest-dev/pytest-xdist, issue 1386), and every worker makes everything. The scheduler
is chosen by the hook that xdist documents for this.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

#: Beginnings of paths, the longest work first: what comes last fills the gap at the end.
GROUPS = (
    "tests/prints/",
    "tests/site/test_accessibility.py",
    "tests/site/",
    "tests/copies/",
    "tests/embeds/",
    "tests/share/",
)


def group_of(nodeid: str) -> str:
    """The group of a test; a test outside all groups goes with those of its file."""
    return next((g for g in GROUPS if nodeid.startswith(g)), nodeid.partition("::")[0])


def rank_of(nodeid: str) -> int:
    """Where its group stands in the order of the run."""
    group = group_of(nodeid)
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)


class GroupScheduling(LoadScopeScheduling):
    """Sends each group as a whole to the worker that is free."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
