"""Copies that work where the network does not: each one function and one line in ``COPIES``.

A copy reads the library or the built website and yields finished files (``Made``); nothing but
``make_copies`` writes. None reads another's output.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from karpear.copies.epub import make_epubs
from karpear.copies.kolibri import make_kolibri
from karpear.copies.offline import make_offline
from karpear.copies.packages import make_packages
from karpear.copies.shelf import fill_shelf
from karpear.copies.single import make_singles
from karpear.copies.source import Made, Source
from karpear.copies.zimfile import make_zims
from karpear.model import Artifact

Copy = Callable[[Source], Iterator[Made]]

COPIES: dict[str, Copy] = {
    "offline": make_offline,
    "single": make_singles,
    "epub": make_epubs,
    "zim": make_zims,
    "packages": make_packages,
    "kolibri": make_kolibri,
}


def make_copies(source: Source, only: tuple[str, ...] = ()) -> tuple[Artifact, ...]:
    """Write every copy (or those of ``only``) into the built site; the rows of the manifest."""
    made = (
        one for name, make in COPIES.items() if not only or name in only for one in make(source)
    )
    return tuple(_written(source, one) for one in made)


def _written(source: Source, made: Made) -> Artifact:
    target = source.site / made.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made.data)
    return Artifact(
        path=made.path,
        format=made.format,
        variant=made.variant,
        lang=made.lang,
        id=made.id,
        title=made.title,
        bytes=len(made.data),
        sha256=hashlib.sha256(made.data).hexdigest(),
        source=target,
    )


__all__ = ["COPIES", "Made", "Source", "fill_shelf", "make_copies"]
