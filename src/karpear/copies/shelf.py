"""The list on ``/copies/``: which files there are, by kind, with their size.

The page is built before the copies are, so its list is put in afterwards; a copy of the page that
travels keeps the words that stand in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from karpear.copies.source import Source
from karpear.model import Artifact, Language
from karpear.rendering.templates import environment

PAGE = "copies"
_MARK = re.compile(r'<div class="k-copies">.*?</div>', re.DOTALL)
_ORDER = ("html", "zip", "epub", "zim", "kolibri", "scorm", "cc")


def fill_shelf(source: Source, artifacts: Sequence[Artifact]) -> None:
    """Put the list into the page of each language; nothing where the content has no such page, and
    where no copy was made the words that stand in the list's place stay."""
    if not artifacts:
        return
    for lang in Language:
        page = source.library.page(PAGE, lang)
        path = source.site / page.url[1:] / "index.html" if page else None
        if path and path.is_file():
            up = "../" * path.relative_to(source.site).as_posix().count("/")
            listed = _listed(source, lang, up, artifacts)
            before, mark, after = _parts(path.read_text("utf-8"))
            path.write_text(before + (listed if mark else "") + after, "utf-8")


def _parts(html: str) -> tuple[str, str, str]:
    """What stands before the place of the list, the place, and what stands after it."""
    found = _MARK.search(html)
    return (html[: found.start()], found[0], html[found.end() :]) if found else (html, "", "")


def _listed(source: Source, lang: Language, up: str, artifacts: Sequence[Artifact]) -> str:
    return (
        environment()
        .get_template("copies/shelf.html.jinja")
        .render(
            ui=source.words(lang).ui,
            words=source.words(lang),
            groups=tuple(_groups(lang, artifacts)),
            up=up,
        )
    )


def _groups(
    lang: Language, artifacts: Sequence[Artifact]
) -> Iterator[tuple[str, tuple[Artifact, ...]]]:
    """Files of this language, and of both, by kind."""
    for kind in _ORDER:
        found = tuple(one for one in artifacts if one.format == kind and lang in one.languages)
        if found:
            yield kind, found
