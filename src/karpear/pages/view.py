"""Library and page → :class:`PageView`: all words and addresses of one page, ready to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from karpear import khmer
from karpear.embeds.builder import make_builder
from karpear.model import Audience, Block, Item, Kind, Language, Library, Page, Section
from karpear.pages.actions import action_cites, actions_href, make_actions
from karpear.pages.grounds import make_sources, make_why, source_view
from karpear.pages.keep import make_keep
from karpear.pages.listen import add_listening
from karpear.pages.matrix import make_matrix
from karpear.pages.prints import make_prints, make_shelves
from karpear.pages.sentence import as_markup
from karpear.pages.shelf import make_shelf
from karpear.rendering.addresses import Addresses
from karpear.rendering.first_use import UNDER_TEN, FirstUse
from karpear.rendering.helplines import make_contacts, make_help_block, make_helplines
from karpear.rendering.words import Words
from karpear.views import (
    BlockView,
    Finder,
    ItemView,
    Link,
    Matrix,
    PageView,
    PlatformView,
    RiskLink,
    SectionView,
    SourceView,
    TermView,
)

HELP, GLOSSARY, ABOUT, COVERAGE = "help", "glossary", "about", "about/coverage"
PLATFORMS, SEARCH, DATA, CARDS = "platforms", "search", "api", "schools/embed"
PRINT = "print"


def make_view(library: Library, page: Page) -> PageView:
    """Everything a template needs to show ``page``."""
    words = Words(library=library, lang=page.lang)
    plain = Addresses(page=page, vocabulary=words)
    first_use = FirstUse(library, page, lambda term: plain.to_page("glossary", f"term-{term}"))
    addresses = replace(plain, first_use=first_use)
    return PageView(
        page=page,
        crumbs=tuple(_crumbs(words, addresses)),
        other=_other(library, page, addresses),
        sections=tuple(add_listening(words, addresses, _sections(words, addresses))),
        help_block=make_help_block(words, addresses),
        contacts=make_contacts(words, page),
        risks=tuple(_risks(words, addresses)),
        sources=make_sources(words, page, action_cites(words, page)),
        source_date=words.date(page.updated),
        doors=tuple(_doors(words, addresses)) if not page.id else (),
        bands=tuple(_bands(words, addresses)),
        siblings=tuple(_siblings(words, addresses)),
        helplines=make_helplines(words, page) if page.id == HELP else (),
        terms=tuple(_terms(words)) if page.id == GLOSSARY else (),
        platforms=tuple(_platforms(words)) if page.id == PLATFORMS else (),
        library_sources=_library_sources(words) if page.id == ABOUT else (),
        matrix=_matrix(words, addresses),
        finder=_finder(words, addresses) if page.id == SEARCH else None,
        actions=make_actions(words, addresses),
        actions_href=actions_href(words, addresses),
        keep=make_keep(words, addresses),
        builder=make_builder(words, addresses) if page.id == CARDS else None,
        shelf=make_shelf(words, addresses) if page.id == DATA else None,
        prints=make_prints(words, addresses),
        shelves=make_shelves(words, addresses) if page.id == PRINT else (),
    )


def _matrix(words: Words, addresses: Addresses) -> Matrix | None:
    return make_matrix(words, addresses) if addresses.page.id == COVERAGE else None


def _library_sources(words: Words) -> tuple[SourceView, ...]:
    return tuple(source_view(words, source) for source in words.library.sources)


def _crumbs(words: Words, addresses: Addresses) -> Iterator[Link]:
    """Home and each page above this one, then the page itself."""
    page = addresses.page
    if not page.id:
        return
    yield Link(href=addresses.to_page(""), title=words.ui("home"))
    parts = page.id.split("/")
    for depth in range(1, len(parts) + 1):
        here = words.library.page("/".join(parts[:depth]), page.lang)
        if here:
            yield Link(
                href=addresses.to(here.url), title=here.title, id=here.id, is_here=here is page
            )


def _other(library: Library, page: Page, addresses: Addresses) -> Link:
    twin = library.page(page.id, page.lang.other)
    name = "English" if page.lang is Language.KM else "ខ្មែរ"
    return Link(href=addresses.to(twin.url) if twin else "", title=name)


def _sections(words: Words, addresses: Addresses) -> Iterator[SectionView]:
    """Level-2 sections, each with the level-3 parts that follow it."""
    sections = addresses.page.sections
    for number, section in enumerate(sections):
        if section.level == 2:
            parts = []
            for following in sections[number + 1 :]:
                if following.level == 2:
                    break
                parts.append(_section(words, addresses, following, ()))
            yield _section(words, addresses, section, tuple(parts))


def _section(
    words: Words, addresses: Addresses, section: Section, parts: tuple[SectionView, ...]
) -> SectionView:
    return SectionView(
        key=section.key,
        title=section.title,
        level=section.level,
        blocks=tuple(_block(words, addresses, block) for block in section.blocks),
        parts=parts,
        why=make_why(words, section.cites),
    )


def _block(words: Words, addresses: Addresses, block: Block) -> BlockView:
    return BlockView(
        kind=block.kind,
        items=tuple(_item(words, addresses, item) for item in block.items),
        start=block.start,
        rows=tuple(tuple(_item(words, addresses, cell) for cell in row) for row in block.rows),
    )


def _item(words: Words, addresses: Addresses, item: Item) -> ItemView:
    return ItemView(html=as_markup(item.text, addresses), why=make_why(words, item.cites))


def _risks(words: Words, addresses: Addresses) -> Iterator[RiskLink]:
    """Cells of the matrix; not on pages of children under ten, for whom those pages are not."""
    if addresses.page.audience is Audience.CHILDREN and addresses.page.band in UNDER_TEN:
        return
    names = {cell.id: cell for category in words.library.risks for cell in category.cells}
    for risk in addresses.page.risks:
        cell = names.get(risk)
        if cell and words.library.page(f"risks/{cell.category}", words.lang):
            href = addresses.to_page(f"risks/{cell.category}", cell.aspect)
            yield RiskLink(category=cell.category, title=words.of(cell.title), href=href)


def _doors(words: Words, addresses: Addresses) -> Iterator[Link]:
    for name in words.library.audiences:
        if words.library.page(name.id, words.lang) is None:
            continue
        yield Link(
            href=addresses.to_page(name.id),
            title=words.of(name.title),
            note=words.of(name.door),
            id=name.id,
        )


def _bands(words: Words, addresses: Addresses) -> Iterator[Link]:
    """On an audience's own page: each age band that has a module."""
    page = addresses.page
    if page.id not in set(Audience):
        return
    for band in words.library.bands:
        module = words.library.page(f"{page.id}/{band.id}", page.lang)
        if module:
            yield Link(
                href=addresses.to(module.url),
                title=words.of(band.title),
                note=words.of(band.stage),
                id=band.id,
            )


def _siblings(words: Words, addresses: Addresses) -> Iterator[Link]:
    """The same band for the other audiences."""
    page = addresses.page
    if page.kind is not Kind.MODULE:
        return
    for name in words.library.audiences:
        module = words.library.page(f"{name.id}/{page.band}", page.lang)
        if module and module is not page:
            yield Link(href=addresses.to(module.url), title=module.title, id=name.id)


def _terms(words: Words) -> Iterator[TermView]:
    """Public terms in the order of the language's alphabet."""
    lang = words.lang
    public = [term for term in words.library.terms if term.public]
    for term in sorted(public, key=lambda term: khmer.sort_key(term.title[lang], lang)):
        yield TermView(
            id=term.id,
            title=term.title[lang],
            other=term.title[lang.other],
            definition=term.definition[lang],
            is_attested=term.attested is not None,
        )


def _finder(words: Words, addresses: Addresses) -> Finder:
    """The search page: where its index lies, and lists that need no script."""
    lang = words.lang
    pages = [page for page in words.library.in_language(lang) if page.id not in ("", SEARCH)]
    return Finder(
        root=addresses.to("/"),
        script=addresses.to("/scripts/search.js"),
        stages=tuple(addresses.to(f"/search/{lang}.{stage}.js") for stage in ("first", "full")),
        pages=tuple(Link(href=addresses.to(page.url), title=page.title) for page in pages),
        terms=tuple(
            Link(href=addresses.to_page("glossary", f"term-{term.id}"), title=term.title)
            for term in _terms(words)
            if words.library.page(GLOSSARY, lang)
        ),
    )


def _platforms(words: Words) -> Iterator[PlatformView]:
    """The app cards, in the order of ``platforms.yml``."""
    for app in words.library.platforms:
        checked = words.date(app.checked_on) if app.checked_on else ""
        yield PlatformView(
            id=app.id,
            title=app.title,
            facts=tuple((words.of(label), words.of(text)) for label, text in app.facts),
            checked=words.ui("app-checked", date=checked) if checked else words.ui("app-unchecked"),
        )
