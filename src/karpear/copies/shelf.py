"""The list on ``/copies/``: which files there are, by kind, with their size.

The page is built before the copies are, so its list is put in afterwards; a copy of the page that
travels keeps the words that stand in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from karpear.copies.source import Source
from karpear.embeds.builder import GROUPS
from karpear.embeds.names import group_of
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
            shelves=tuple(_shelves(source, lang, artifacts)),
            up=up,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file of the list: its title in the language of the page, and whether it has both."""

    artifact: Artifact
    title: str
    is_both: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Files for the same readers, below a heading that names them; of the whole site without."""

    title: str
    files: tuple[_File, ...]


def _shelves(
    source: Source, lang: Language, artifacts: Sequence[Artifact]
) -> Iterator[tuple[str, tuple[_Group, ...]]]:
    """Files of this language, and of both, by kind, and of each kind by whom they are for."""
    for kind in _ORDER:
        found = [one for one in artifacts if one.format == kind and lang in one.languages]
        if found:
            yield kind, tuple(_groups(source, lang, found))


def _groups(source: Source, lang: Language, found: Sequence[Artifact]) -> Iterator[_Group]:
    by_name: dict[str, list[_File]] = {}
    for one in found:
        file = _File(artifact=one, title=_title(one, lang), is_both=len(one.languages) > 1)
        by_name.setdefault(_group_name(source, one, lang), []).append(file)
    for name in ("", *GROUPS):
        if name in by_name:
            title = source.words(lang).ui(f"card-group-{name}") if name else ""
            yield _Group(title=title, files=tuple(by_name[name]))


def _group_name(source: Source, one: Artifact, lang: Language) -> str:
    """An audience's book stands with its modules."""
    page = source.library.page(one.id, lang)
    name = group_of(page) if page else one.id
    return name if name in GROUPS else ""


def _title(one: Artifact, lang: Language) -> str:
    """A file in both languages is named in both: here stands the name in this one."""
    titles = one.title.split(" · ")
    return titles[one.languages.index(lang)] if len(titles) == len(one.languages) else one.title
