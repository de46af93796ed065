"""What is printed: one function a kind of print, one line each in ``KINDS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from karpear.model import Library
from karpear.prints.cards import agreement_jobs, starter_jobs, wallet_jobs
from karpear.prints.jobs import Job
from karpear.prints.pages import bilingual_jobs, module_jobs, sheet_jobs
from karpear.prints.posters import helpline_jobs, poster_jobs

KINDS: dict[str, Callable[[Library], Iterator[Job]]] = {
    "modules": module_jobs,
    "bilingual": bilingual_jobs,
    "sheets": sheet_jobs,
    "posters": poster_jobs,
    "helplines": helpline_jobs,
    "wallet": wallet_jobs,
    "starters": starter_jobs,
    "agreement": agreement_jobs,
}


def all_jobs(library: Library) -> tuple[Job, ...]:
    """Everything that is printed, in the order of the registry."""
    return tuple(job for kind in KINDS.values() for job in kind(library))
