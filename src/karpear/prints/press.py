"""One order in, finished files out: what a worker of the pool does, and its own memory of it.

A file is named by everything that goes into it (document, forms, fonts, this code and the engine),
so what has not changed is never made again, and a changed word remakes its own prints alone.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from karpear import fonts
from karpear.prints import weasy
from karpear.prints.impose import as_booklet
from karpear.prints.pictures import first_page
from karpear.prints.repair import repair

ENGINE: Final = ("weasyprint", "pydyf", "pikepdf", "pypdfium2")
_CODE: Final = ("press.py", "weasy.py", "repair.py", "impose.py", "pictures.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A document to be made: sizes of letters to try, pages it may fill, its day; whether a booklet
    and a picture of the first page are made with it. ``name`` is what it will be called and
    ``source`` the content it is made of, for who has to mend it; ``folder`` is where finished files
    lie."""

    name: str
    source: str
    html: str
    sizes: tuple[float, ...]
    limit: int
    epoch: int
    folder: Path
    booklet: bool = False
    usual: float = 0

    @property
    def key(self) -> str:
        """The name of everything that goes into the files."""
        parts = (self.html, self.sizes, self.limit, self.epoch, self.booklet, _tools())
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]

    def path(self, ending: str) -> Path:
        return self.folder / f"{self.key}{ending}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What was made: the tagged file, its picture, the booklet if there is one; pages of both."""

    file: Path
    picture: Path
    pages: int
    booklet: Path | None = None
    booklet_pages: int = 0


@lru_cache(maxsize=1)
def _tools() -> str:
    """Versions of the engine, and digests of the fonts and of our own code."""
    here = Path(__file__).parent
    code = b"".join((here / name).read_bytes() for name in _CODE)
    font = Path(fonts.__file__).read_bytes() + fonts.variable_font_bytes()
    digest = hashlib.sha256(code + font).hexdigest()
    return " ".join((*(f"{name} {version(name)}" for name in ENGINE), digest))


def find(order: Order) -> Pressed | None:
    """What was made of this order before, or None."""
    try:
        facts = json.loads(order.path(".json").read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    found = _pressed(order, facts)
    wanted = [found.file, found.picture, *([found.booklet] if found.booklet else [])]
    return found if all(path.is_file() for path in wanted) else None


def press(order: Order) -> Pressed:
    """Make the files of an order; the facts are written last, so that half a job is none. Raises
    :class:`weasy.PrintFailed` with the print's name."""
    try:
        drawn = weasy.make_pdf(order.html, order.sizes, order.limit, order.epoch, order.usual)
    except weasy.PrintFailed as failed:
        raise weasy.PrintFailed(failed.problem, order.name, order.source) from None
    data = repair(drawn.data)
    _write(order.path(".pdf"), data)
    _write(order.path(".webp"), first_page(data))
    facts = {"pages": drawn.pages, "booklet": 0}
    if order.booklet:
        booklet, facts["booklet"] = as_booklet(data)
        _write(order.path(".booklet.pdf"), booklet)
    _write(order.path(".json"), json.dumps(facts).encode())
    return _pressed(order, facts)


def _pressed(order: Order, facts: dict[str, int]) -> Pressed:
    return Pressed(
        file=order.path(".pdf"),
        picture=order.path(".webp"),
        pages=facts["pages"],
        booklet=order.path(".booklet.pdf") if facts["booklet"] else None,
        booklet_pages=facts["booklet"],
    )


def _write(path: Path, data: bytes) -> None:
    """In one step: another process never sees half a file."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    draft.write_bytes(data)
    os.replace(draft, path)
