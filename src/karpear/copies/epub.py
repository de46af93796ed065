"""EPUB 3: a book for each module, and one for each audience with what to do if something happens.

Written by hand with one date, because ebooklib and pandoc give other bytes each time. Khmer words
are parted in texts only; titles, names and metadata stay without U+200B, or search fails there.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from urllib.parse import unquote

from karpear.copies.archive import zip_bytes
from karpear.copies.lite import lite_body, page_link
from karpear.copies.names import file_name
from karpear.copies.rewrite import symbols_of, with_drawings, with_files, with_links
from karpear.copies.source import Made, Source
from karpear.copies.xhtml import as_xhtml
from karpear.fonts import WEIGHTS, font_bytes
from karpear.headers import media_of
from karpear.model import Audience, AudienceName, Kind, Language, Page
from karpear.rendering.templates import environment

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n'
    '<rootfiles><rootfile full-path="EPUB/package.opf"'
    ' media-type="application/oebps-package+xml"/></rootfiles>\n</container>\n'
)
_MIMETYPE = {"mimetype": b"application/epub+zip"}
_CONTENTS = re.compile(r'<nav class="k-contents".*?</nav>\n?', re.DOTALL)
_HELP = re.compile(r'<aside id="help-block".*?</aside>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Pages of one language in reading order, under one title; ``name`` is its file's, ``variant``
    says whether it is of a module or of an audience (which may have a single module, too)."""

    lang: Language
    variant: str
    id: str
    title: str
    name: str
    pages: tuple[Page, ...]


def make_epubs(source: Source) -> Iterator[Made]:
    """A file for each book."""
    for book in books(source):
        yield Made(
            path=f"downloads/epub/{book.name}",
            format="epub",
            variant=book.variant,
            lang=str(book.lang),
            id=book.id,
            title=book.title,
            data=epub_bytes(source, book),
        )


def books(source: Source) -> Iterator[Book]:
    """One for each module, then one for each audience: its modules, then the flows."""
    for lang in Language:
        modules = [page for page in source.pages(lang) if page.kind is Kind.MODULE]
        flows = [page for page in source.pages(lang) if page.kind is Kind.FLOW]
        for page in modules:
            yield Book(
                lang=lang,
                variant="module",
                id=page.id,
                title=page.title,
                name=file_name(page, "epub"),
                pages=(page,),
            )
        for audience in source.library.audiences:
            own = tuple(page for page in modules if page.audience is audience.id)
            if own:
                yield _audience_book(source, audience, lang, (*own, *flows))


def _audience_book(
    source: Source, audience: AudienceName, lang: Language, pages: tuple[Page, ...]
) -> Book:
    return Book(
        lang=lang,
        variant="book",
        id=str(audience.id),
        title=source.words(lang).ui("copy-book", title=audience.title[lang]),
        name=_book_name(audience.id, lang),
        pages=pages,
    )


def _book_name(audience: Audience, lang: Language) -> str:
    if audience is Audience.CHILDREN:
        return f"notes-{hashlib.sha256(f'{audience}/{lang}'.encode()).hexdigest()[:6]}.epub"
    return f"karpear-{audience}-{lang}.epub"


def epub_bytes(source: Source, book: Book) -> bytes:
    """The whole file."""
    chapters = dict(_chapters(source, book))
    pictures = dict(_pictures(source, chapters))
    inside: dict[str, bytes] = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _package(source, book, chapters, pictures).encode(),
        "EPUB/nav.xhtml": _nav(source, book).encode(),
        "EPUB/style.css": files("karpear.copies").joinpath("epub.css").read_bytes(),
    }
    inside |= {f"EPUB/fonts/khmer-{weight}.woff2": font_bytes(weight) for weight in WEIGHTS}
    inside |= {f"EPUB/{name}": text.encode() for name, text in chapters.items()}
    inside |= {f"EPUB/{name}": data for name, data in pictures.items()}
    return zip_bytes(inside, source.epoch, first=_MIMETYPE)


def _chapters(source: Source, book: Book) -> Iterator[tuple[str, str]]:
    """The title page with the numbers, then each page."""
    bodies = {_file(page): _body(source, book, page) for page in book.pages}
    found = _HELP.search(next(iter(bodies.values())))
    title = _render(
        "epub_title.html.jinja",
        source,
        book,
        help=found[0] if found else "",
    )
    yield "title.xhtml", _xhtml(book, book.title, as_xhtml(title), "titlepage")
    for name, body in bodies.items():
        page = next(page for page in book.pages if _file(page) == name)
        yield name, _xhtml(book, page.title, as_xhtml(body))


def _file(page: Page) -> str:
    return page.id.replace("/", "-") + ".xhtml"


def _body(source: Source, book: Book, page: Page) -> str:
    here = {other.id: _file(other) for other in book.pages}

    def place(page_id: str, lang: str) -> str | None:
        return here.get(page_id) if lang == book.lang else None

    def picture(value: str) -> str | None:
        path = posixpath.normpath(posixpath.join(page.url[1:], unquote(value)))
        is_ours = path.startswith("images/") and (source.site / path).is_file()
        return path if is_ours else None

    html = _CONTENTS.sub("", lite_body(source, page))
    html = with_files(with_links(html, page_link(source, page, place)), picture)
    sprite = (source.site / "pictograms.svg").read_text("utf-8")
    return with_drawings(html, symbols_of(sprite))


def _pictures(source: Source, chapters: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    names = (name for text in chapters.values() for name in re.findall(r'<img src="([^"]+)"', text))
    for name in sorted(set(names)):
        yield name, (source.site / name).read_bytes()


def _xhtml(book: Book, title: str, body: str, kind: str = "") -> str:
    template = environment().get_template("copies/epub_page.xhtml.jinja")
    return template.render(lang=str(book.lang), title=title, body=body, kind=kind)


def _nav(source: Source, book: Book) -> str:
    entries = [("title.xhtml", book.title), *((_file(page), page.title) for page in book.pages)]
    html = _render("epub_nav.html.jinja", source, book, entries=entries)
    return _xhtml(book, book.title, as_xhtml(html))


def _package(
    source: Source, book: Book, chapters: Mapping[str, str], pictures: Mapping[str, bytes]
) -> str:
    moment = datetime.fromtimestamp(source.epoch, UTC)
    return _render(
        "epub_package.opf.jinja",
        source,
        book,
        uuid=uuid.uuid5(uuid.NAMESPACE_URL, f"{source.site_url}#epub/{book.name}"),
        date=moment.date().isoformat(),
        modified=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        weights=WEIGHTS,
        chapters=[(name, "<svg" in text) for name, text in chapters.items()],
        pictures=[(name, media_of(name)) for name in pictures],
    )


def _address(source: Source, book: Book) -> str:
    """Where the newest text is found: the audience's own page, or its first module."""
    page = source.library.page(book.id, book.lang) or book.pages[0]
    return source.address(page)


def _render(name: str, source: Source, book: Book, **more: object) -> str:
    return (
        environment()
        .get_template(f"copies/{name}")
        .render(
            lang=str(book.lang),
            title=book.title,
            ui=source.words(book.lang).ui,
            state=source.state(book.lang),
            address=_address(source, book),
            **more,
        )
    )
