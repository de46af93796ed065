"""What editions need of the machine beside Python, and what to install where it is missing.

A build without it leaves those editions out, names them, and gives one line to run (contract.md,
Commands). The Makefile runs that line where it may.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """System libraries, as the loader knows them, and the Debian packages that bring them."""

    libraries: tuple[str, ...]
    packages: tuple[str, ...]


NEEDS: dict[str, Need] = {
    "prints": Need(  # WeasyPrint draws by these
        libraries=("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
        packages=("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    ),
    "share": Need(  # Pillow shapes Khmer with RAQM, which asks this for the order of letters
        libraries=("libfribidi.so.0",),
        packages=("libfribidi0",),
    ),
}


def is_met(edition: str) -> bool:
    """Whether the machine has what an edition needs."""
    need = NEEDS.get(edition)
    try:
        for name in need.libraries if need else ():
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def unmet(only: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The wanted editions (all, when none is named) that cannot be made here."""
    return tuple(name for name in NEEDS if (not only or name in only) and not is_met(name))


def packages_of(editions: Iterable[str]) -> str:
    """The Debian packages that bring what these editions need, for one command."""
    return " ".join(package for name in editions for package in NEEDS[name].packages)
