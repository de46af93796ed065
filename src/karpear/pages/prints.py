"""Files to print, as a page names its own and as ``/print/`` lists them all."""

from __future__ import annotations

from collections.abc import Iterator

from karpear.choices import PrintFile, PrintItem, PrintShelf
from karpear.model import Artifact, Audience
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words

SHELVES = (
    *("help", "posters", "cards"),
    *map(str, Audience),
    *("agreement", "topics", "risks"),
)
_NAMED = frozenset({"cards", "agreement"})  # of a page, but something else than the page


def make_prints(words: Words, addresses: Addresses) -> tuple[PrintFile, ...]:
    """What a page has on paper in its own language, both languages together included."""
    page = addresses.page
    return tuple(
        _file(words, addresses, artifact, is_alone=True)
        for artifact in _printed(words)
        if artifact.id == page.id and page.id
    )


def make_shelves(words: Words, addresses: Addresses) -> tuple[PrintShelf, ...]:
    """Everything there is, by audience and band or by kind; empty shelves stay away."""
    shelves: dict[str, dict[str, list[Artifact]]] = {name: {} for name in SHELVES}
    for artifact in _printed(words):
        shelves[artifact.shelf].setdefault(f"{artifact.id} {_title(words, artifact)}", []).append(
            artifact
        )
    return tuple(
        PrintShelf(id=name, title=_shelf_title(words, name), items=_items(words, addresses, items))
        for name, items in shelves.items()
        if items
    )


def _items(
    words: Words, addresses: Addresses, items: dict[str, list[Artifact]]
) -> tuple[PrintItem, ...]:
    order = {band.id: place for place, band in enumerate(words.library.bands)}
    ordered = sorted(items.values(), key=lambda files: order.get(_band(files[0]), -1))
    return tuple(_item(words, addresses, files) for files in ordered)


def _band(artifact: Artifact) -> str:
    return artifact.id.partition("/")[2]


def _title(words: Words, artifact: Artifact) -> str:
    """The title in this language: a print in both is called after the page it is made of."""
    page = words.library.page(artifact.id, words.lang)
    return artifact.title if artifact.lang == str(words.lang) or not page else page.title


def _printed(words: Words) -> Iterator[Artifact]:
    """Files of this language; those in both come with each."""
    for artifact in words.library.artifacts:
        if artifact.format == "pdf" and str(words.lang) in artifact.languages:
            yield artifact


def _item(words: Words, addresses: Addresses, files: list[Artifact]) -> PrintItem:
    picture = next((file.picture for file in files if file.picture), "")
    return PrintItem(
        title=_title(words, files[0]),
        picture=addresses.to(f"/{picture}") if picture else "",
        files=tuple(_file(words, addresses, file, is_alone=False) for file in files),
    )


def _file(words: Words, addresses: Addresses, artifact: Artifact, *, is_alone: bool) -> PrintFile:
    key = "print-file-one" if artifact.pages == 1 else "print-file"
    variant = words.ui(f"print-variant-{artifact.variant}")
    named = is_alone and artifact.shelf in _NAMED
    return PrintFile(
        href=addresses.to(f"/{artifact.path}"),
        title=f"{_title(words, artifact)}, {variant}" if named else variant,
        note=words.ui(key, pages=artifact.pages, size=round(artifact.bytes / 1000)),
    )


def _shelf_title(words: Words, name: str) -> str:
    titles = {str(row.id): words.of(row.title) for row in words.library.audiences}
    return titles.get(name) or words.ui(f"print-shelf-{name}")
