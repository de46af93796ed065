"""What is cut out, folded and written on: pocket cards, conversation cards, the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from karpear.model import Audience, Kind, Language, Library, Page
from karpear.model.interface import filled
from karpear.prints import forms
from karpear.prints.forms import ink_of
from karpear.prints.jobs import Job, Shop, job_of, stem_of
from karpear.prints.pages import heading_of
from karpear.prints.render import render

CARDS_A_SHEET, STARTERS_A_SHEET = 10, 8


def wallet_jobs(library: Library) -> Iterator[Job]:
    """Ten cards of 85 x 54 mm with the three numbers."""
    for lang in Language:
        page = library.page("help", lang)
        if page:
            yield _wallet(page, library.ui["print-wallet"][lang])


def _wallet(page: Page, title: str) -> Job:
    form = forms.CARDS

    def make(shop: Shop) -> str:
        ink = ink_of("help", form)
        return render(shop, page, "wallet", form, ink, title=title, count=CARDS_A_SHEET)

    return job_of(page, make, stem="cards", shelf="cards", form=form, title=title, of_site=True)


def starter_jobs(library: Library) -> Iterator[Job]:
    """The conversation starters of each module as cards, eight to a sheet."""
    for page in library.pages:
        if page.kind is Kind.MODULE and page.section("talk"):
            yield _starters(library, page)


def _titled(library: Library, key: str, page: Page, title: str) -> str:
    return filled(key, library.ui[key][page.lang], {"title": title})


def _starters(library: Library, page: Page) -> Job:
    title = _titled(library, "print-starters", page, page.title)
    stem, form = f"{stem_of(library, page)}-cards", forms.CUT_OUT

    def make(shop: Shop) -> str:
        ink, cards = ink_of(str(page.audience), form), starter_cards(shop, page)
        eyebrow = heading_of(shop, page)[0]
        return render(shop, page, "starters", form, ink, title=title, cards=cards, eyebrow=eyebrow)

    return job_of(page, make, stem=stem, shelf="cards", form=form, title=title)


def starter_cards(shop: Shop, page: Page) -> list[tuple[str, object]]:
    """(kind, text) of each card: how it is played, the questions, help, and empty ones to the end
    of the sheet."""
    talk = next(s for s in shop.view(page).sections if s.key == "talk")
    said = [item.html for b in talk.blocks if b.kind in ("bullets", "steps") for item in b.items]
    how = [item.html for b in talk.blocks if b.kind == "paragraph" for item in b.items]
    cards: list[tuple[str, object]] = [("how", how), *(("ask", text) for text in said)]
    cards.append(("help", ""))
    return cards + [("own", "")] * (-len(cards) % STARTERS_A_SHEET)


def agreement_jobs(library: Library) -> Iterator[Job]:
    """The family agreement of each age band, on one sheet."""
    for lang in Language:
        for band in library.bands:
            page = library.page(f"{Audience.PARENTS}/{band.id}", lang)
            if page and library.agreement:
                yield _agreement(library, page, band.title[lang])


def _promises(library: Library, page: Page) -> list[tuple[str, str, str, str]]:
    """Picture, heading, the adults' and the child's promise, for the band of the page."""
    return [
        (
            heading.picture,
            heading.title[page.lang],
            promise.adults[page.lang],
            promise.child[page.lang],
        )
        for heading in library.agreement
        if (promise := heading.promise(page.band or ""))
    ]


def _agreement(library: Library, page: Page, ages: str) -> Job:
    title = _titled(library, "print-agreement", page, ages)
    stem, form = f"agreement-{page.band}", forms.ONE_SHEET

    def make(shop: Shop) -> str:
        ink, rows = ink_of("parents", form), _promises(library, page)
        signs = ("family", f"band-{page.band}")
        return render(shop, page, "agreement", form, ink, title=title, rows=rows, signs=signs)

    return job_of(page, make, stem=stem, shelf="agreement", form=form, title=title)
