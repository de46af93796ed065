"""What every page must hold whatever it says: head, language, help block, exit, sitemap.

The rules read ``Document`` values only and yield (code, what was written, values); the crawl
adds the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from karpear.addresses import Site
from karpear.crawl_read import Document, Kind

SITEMAP = "sitemap.xml"
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_HEAD_KINDS = (Kind.PAGE, Kind.NOT_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A broken rule; ``written`` is the text to look for when naming the line."""

    code: str
    written: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def check_page(page: Document, documents: Mapping[str, Document], site: Site) -> Iterator[Fault]:
    """All rules for one file that hold without following its links."""
    for code, written in page.forbidden:
        yield Fault(code=code, written=written, values={"value": written})
    if page.kind is Kind.STYLE:
        return
    for name in page.repeated:
        yield Fault(code="B118", written=name, values={"value": name})
    if page.kind is not Kind.DRAWING:
        yield from _check_lang(page)
    if page.kind in _HEAD_KINDS:
        yield from _check_frame(page)
    if page.kind is Kind.PAGE:
        yield from _check_id(page)
        yield from _check_canonical(page, site)
        yield from _check_alternates(page, documents, site)


def _languages(page: Document) -> tuple[str, ...]:
    """The languages a file may declare, by its address."""
    if page.kind in _HEAD_KINDS:
        return ("en",) if page.is_english else ("km",)
    folder = page.path.split("/")
    if folder[0] == "embed" and folder[1] in ("km", "en"):
        return (folder[1],)
    return ("km", "en")


def _check_lang(page: Document) -> Iterator[Fault]:
    expected = _languages(page)
    if page.lang not in expected:
        values = {"value": page.lang, "expected": " / ".join(expected)}
        yield Fault(code="B111", written="<html", values=values)


def _check_frame(page: Document) -> Iterator[Fault]:
    """One heading, the help block, the exit and an id on every page, the 404 page too."""
    if page.h1 != 1:
        yield Fault(code="B110", written="<h1", values={"count": str(page.h1)})
    if page.page_id is None:
        yield Fault(code="B115", values={"value": "", "expected": _id_of(page)})
    for wanted, code in (("help-block", "B116"), ("exit", "B117")):
        if wanted not in page.ids:
            yield Fault(code=code)


def _id_of(page: Document) -> str:
    """The id a page must carry: its address without language and slashes."""
    return page.path.removeprefix("en/").removesuffix("index.html").strip("/")


def _check_id(page: Document) -> Iterator[Fault]:
    expected = _id_of(page)
    if expected and page.page_id is not None and page.page_id != expected:
        values = {"value": page.page_id, "expected": expected}
        yield Fault(code="B115", written="karpear:id", values=values)


def _check_canonical(page: Document, site: Site) -> Iterator[Fault]:
    expected = site.url(page.path)
    if page.canonical != (expected,):
        values = {"value": " ".join(page.canonical), "expected": expected}
        yield Fault(code="B112", written="canonical", values=values)


def _twins(page: Document) -> tuple[str, str]:
    """The Khmer and the English file of a page."""
    bare = page.path.removeprefix("en/")
    return bare, f"en/{bare}"


def _check_alternates(
    page: Document, documents: Mapping[str, Document], site: Site
) -> Iterator[Fault]:
    """Both languages and a default, each named once, and the twin saying the same."""
    khmer, english = (site.url(path) for path in _twins(page))
    allowed = {"km": (khmer,), "en": (english,), "x-default": (khmer, english)}
    for lang, expected in allowed.items():
        got = [address for name, address in page.alternates if name == lang]
        if len(got) != 1 or got[0] not in expected:
            values = {"lang": lang, "value": " ".join(got), "expected": " / ".join(expected)}
            yield Fault(code="B113", written=f'hreflang="{lang}"', values=values)
    for lang in sorted({name for name, _ in page.alternates} - set(allowed)):
        values = {"lang": lang, "value": lang, "expected": "km / en / x-default"}
        yield Fault(code="B113", written=f'hreflang="{lang}"', values=values)
    twin_path = next(path for path in _twins(page) if path != page.path)
    twin = documents.get(twin_path)
    if twin is None or dict(twin.alternates) != dict(page.alternates):
        yield Fault(code="B114", written="hreflang", values={"value": twin_path})


def check_sitemap(text: bytes, pages: set[str]) -> Iterator[Fault]:
    """Every page of both languages once, and nothing else; ``pages`` are full addresses."""
    try:
        listed = [node.text or "" for node in ElementTree.fromstring(text).iter(_LOC)]
    except (ElementTree.ParseError, ValueError, LookupError) as problem:
        yield Fault(code="B120", values={"value": str(problem)})
        return
    for address in sorted(pages.difference(map(str.strip, listed))):
        yield Fault(code="B121", values={"value": address})
    seen: set[str] = set()
    for address in map(str.strip, listed):
        if address not in pages or address in seen:
            yield Fault(code="B122", written=address, values={"value": address})
        seen.add(address)
