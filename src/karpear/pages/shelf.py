"""The page on open data: what there is, and a piece of it as an example."""

from __future__ import annotations

import json
from collections.abc import Iterator

from karpear.model import Language
from karpear.opendata import DATASETS, VERSION
from karpear.opendata.helplines import make_helplines
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words
from karpear.views import Link, Shelf

_SHOWN = ("id", "kind", "status", "title", "numbers", "verified")
_TABLES = ("glossary", "helplines")


def make_shelf(words: Words, addresses: Addresses) -> Shelf:
    """Links to every file, and the first helpline as it stands in its file."""
    return Shelf(
        files=tuple(_files(words, addresses)),
        contacts=(
            Link(
                href=addresses.to(f"/downloads/helplines-{words.lang}.vcf"),
                title=words.ui("data-contacts"),
                note="vCard",
            ),
        ),
        example=_example(words),
    )


def _files(words: Words, addresses: Addresses) -> Iterator[Link]:
    """``note`` is what kind of file it is."""
    for name in DATASETS:
        root = f"/api/{VERSION}"
        title = words.ui(f"data-{name}")
        yield Link(href=addresses.to(f"{root}/{name}.json"), title=title, note="JSON")
        yield Link(href=addresses.to(f"{root}/schema/{name}.json"), title=title, note="JSON Schema")
        if name in _TABLES:
            yield Link(href=addresses.to(f"{root}/{name}.csv"), title=title, note="CSV")
    prefix = "" if words.lang is Language.KM else "/en"
    yield Link(href=addresses.to(f"{prefix}/feed.atom"), title=words.ui("feed-title"), note="Atom")
    title = words.ui("data-manifest")
    yield Link(href=addresses.to("/downloads/manifest.json"), title=title, note="JSON")


def _example(words: Words) -> str:
    first = make_helplines(words.library, "/")["helplines"][0]
    shown = {name: first[name] for name in _SHOWN}
    return json.dumps(shown, ensure_ascii=False, indent=2)
