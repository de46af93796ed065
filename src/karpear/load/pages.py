"""One Markdown file → one :class:`Page`, with findings for everything that is not as written
down in ``handbook/content.md``."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from karpear.findings import Finding, error
from karpear.load.fields import Fields
from karpear.load.files import MAX_PAGE_BYTES, ContentFile, read_text
from karpear.load.markdown import read_sections, split_front_matter
from karpear.model import Audience, Kind, Language, Page, Review, Section

_KINDS = tuple(str(kind) for kind in Kind)
_AUDIENCES = tuple(str(audience) for audience in Audience)
_LANGUAGES = tuple(str(lang) for lang in Language)


def page_id(relative: str) -> str:
    """``km/help/index.md`` → ``help``; ``km/index.md`` → ``""`` (home)."""
    stem = relative.partition("/")[2].removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index")


def read_page(file: ContentFile) -> tuple[Page | None, list[Finding]]:
    """Read one page; None when its front matter cannot be read at all."""
    text, findings = read_text(file, MAX_PAGE_BYTES)
    if not text:
        return None, findings
    fields, body, body_line, problems = split_front_matter(text, file.path)
    if fields is None:
        return None, problems
    sections, wrong = read_sections(body, file.path, body_line)
    page = _page(file, fields, sections)
    return page, problems + wrong


def _page(file: ContentFile, fields: Fields, sections: tuple[Section, ...]) -> Page:
    lang = Language(file.relative.partition("/")[0])
    kind = Kind(fields.choice("kind", _KINDS))
    is_module = kind is Kind.MODULE
    audience = fields.choice("audience", _AUDIENCES) if is_module else ""
    page = Page(
        id=page_id(file.relative),
        lang=lang,
        path=file.path,
        kind=kind,
        title=fields.words("title"),
        summary=fields.words("summary"),
        source_lang=Language(fields.choice("source_lang", _LANGUAGES)),
        updated=fields.day("updated") or _missing_day(fields),
        sections=sections,
        audience=Audience(audience) if audience else None,
        band=fields.text("band") if is_module else None,
        risks=fields.texts("risks", required=is_module),
        contacts=fields.texts("contacts", required=kind is not Kind.PAGE),
        terms=fields.texts("terms"),
        young=fields.flag("young", default=audience == "children"),
        review=tuple(_reviews(fields)),
        stamps=MappingProxyType(_stamps(fields)),
        lines=MappingProxyType(dict(fields.record.lines)),
    )
    fields.done()
    return page


def _missing_day(fields: Fields) -> date:
    if not fields.has("updated"):
        fields.report("updated", "S109", key="updated")
    return date(2026, 1, 1)


def _reviews(fields: Fields) -> list[Review]:
    reviews = []
    for record in fields.records("review"):
        on = record.day("on")
        if on is None:
            record.report("on", "S109", key="on")
        review = Review(by=record.text("by"), role=record.text("role"), on=on or date(2026, 1, 1))
        record.done()
        reviews.append(review)
    return reviews


def _stamps(fields: Fields) -> dict[str, str]:
    inner = fields.sub("stamps")
    if inner is None:
        return {}
    return {key: inner.text(key) for key in inner.record.entries}


def unknown_language(file: ContentFile) -> Finding:
    """A Markdown file outside ``km/`` and ``en/``."""
    return error(file.path, 1, "S123", name=file.relative)
