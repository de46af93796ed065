"""What is cut out, folded and written on: pocket cards, conversation cards, the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from karpear.model import Audience, Kind, Language, Library, Page
from karpear.prints import forms
from karpear.prints.forms import ink_of
from karpear.prints.jobs import Job, Shop, stem_of
from karpear.prints.pages import heading_of, signs_of
from karpear.prints.render import base_of, render

CARDS_A_SHEET, STARTERS_A_SHEET = 10, 8


def wallet_jobs(library: Library) -> Iterator[Job]:
    """Ten cards of 85 x 54 mm with the three numbers."""
    for lang in Language:
        page = library.page("help", lang)
        if page:
            title = library.ui["print-wallet"][lang]
            yield Job(
                stem="cards",
                id="site",
                lang=str(lang),
                title=title,
                shelf="cards",
                form=forms.CARDS,
                day=page.updated,
                make=partial(wallet_document, page=page, title=title),
            )


def wallet_document(shop: Shop, page: Page, title: str) -> str:
    """Ten cards, all alike."""
    return render(
        shop,
        page.lang,
        "wallet",
        forms.CARDS,
        ink_of("help", forms.CARDS),
        title=title,
        base=base_of(shop, page),
        address=shop.short_url(page),
        values={
            "view": shop.view(page),
            "count": CARDS_A_SHEET,
            "dated": shop.view(page).source_date,
            "date": page.updated.isoformat(),
        },
    )


def starter_jobs(library: Library) -> Iterator[Job]:
    """The conversation starters of each module as cards, eight to a sheet."""
    for page in library.pages:
        if page.kind is Kind.MODULE and page.section("talk"):
            yield _starters(library, page)


def _starters(library: Library, page: Page) -> Job:
    title = library.ui["print-starters"][page.lang].format(title=page.title)

    def make(shop: Shop) -> str:
        return render(
            shop,
            page.lang,
            "starters",
            forms.CUT_OUT,
            ink_of(str(page.audience), forms.CUT_OUT),
            title=title,
            base=base_of(shop, page),
            address=shop.short_url(page),
            values={
                "page": page,
                "view": shop.view(page),
                "cards": starter_cards(shop, page),
                "eyebrow": heading_of(shop, page)[0],
                "signs": signs_of(page),
                "drafted": page.is_draft,
                "date": page.updated.isoformat(),
            },
        )

    return Job(
        stem=f"{stem_of(library, page)}-cards",
        id=page.id,
        lang=str(page.lang),
        title=title,
        shelf="cards",
        form=forms.CUT_OUT,
        day=page.updated,
        make=make,
    )


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


def _agreement(library: Library, page: Page, ages: str) -> Job:
    title = library.ui["print-agreement"][page.lang].format(title=ages)
    return Job(
        stem=f"agreement-{page.band}",
        id=page.id,
        lang=str(page.lang),
        title=title,
        shelf="agreement",
        form=forms.ONE_SHEET,
        day=page.updated,
        make=lambda shop: agreement_document(shop, page, title),
    )


def agreement_document(shop: Shop, page: Page, title: str) -> str:
    """Six headings with the promises of the page's age band."""
    return render(
        shop,
        page.lang,
        "agreement",
        forms.ONE_SHEET,
        ink_of("parents", forms.ONE_SHEET),
        title=title,
        base=base_of(shop, page),
        address=shop.short_url(page),
        values={
            "view": shop.view(page),
            "rows": list(_promises(shop.library, page)),
            "running": "",
            "signs": ("family", f"band-{page.band}"),
            "dated": shop.view(page).source_date,
            "date": page.updated.isoformat(),
        },
    )


def _promises(library: Library, page: Page) -> Iterator[tuple[str, ...]]:
    """Pictogram, heading, what adults promise, what the child does."""
    for heading in library.agreement:
        promise = heading.promise(page.band or "")
        if promise:
            texts = (heading.title, promise.adults, promise.child)
            yield (heading.picture, *(text[page.lang] for text in texts))
