"""Pages of the site on paper: modules, also in both languages side by side, and flows, topics and
risks as one sheet each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from markupsafe import Markup

from karpear.model import Kind, Language, Library, Page
from karpear.prints import forms
from karpear.prints.forms import Form, Ink, ink_of
from karpear.prints.jobs import Job, Shop, job_of, stem_of
from karpear.prints.render import render
from karpear.views import SectionView

_LOOKS = {
    Kind.MODULE: {"know": "cards", "talk": "speech", "do": "ticks"},
    Kind.TOPIC: {"do": "cards", "young-10-12": "cards", "young-13": "cards"},
    Kind.FLOW: {"now": "steps", "today": "steps", "week": "steps", "do-not": "not"},
    Kind.RISK: {},
}
_PICTURES = {
    **{"minute": "clock", "goals": "leaf", "know": "lotus", "talk": "talk", "do": "tick"},
    **{"if": "umbrella", "help": "heart-hands", "open": "lotus", "now": "now", "today": "sun"},
    **{"week": "calendar", "do-not": "stop", "young": "children", "friends": "two-people"},
    **{"what": "book", "signs": "content", "not-true": "scales"},
    **{"young-10-12": "band-10-12", "young-13": "band-13-15"},
    **{"aggressive": "four", "sexual": "four", "values": "four"},
    **{"privacy": "four", "health": "four", "fairness": "four"},
}
_SHEETS = {Kind.FLOW: "help", Kind.TOPIC: "topics", Kind.RISK: "risks"}


def module_jobs(library: Library) -> Iterator[Job]:
    """Every module: A4, for photocopiers, as a booklet of A5, in large letters."""
    for page in library.pages:
        if page.kind is Kind.MODULE:
            for form in (forms.A4, forms.LOW, forms.A5, forms.LARGE):
                yield page_job(library, page, form)


def sheet_jobs(library: Library) -> Iterator[Job]:
    """Every flow, topic and risk page as one sheet, also for photocopiers."""
    for page in library.pages:
        if page.kind in _SHEETS and _is_written(page):
            for form in (forms.SHEET, forms.SHEET_LOW):
                yield page_job(library, page, form)


def _is_written(page: Page) -> bool:
    return bool(page.sections)


def page_job(library: Library, page: Page, form: Form) -> Job:
    """One page of the site on one form."""
    return job_of(
        page,
        lambda shop: page_document(shop, page, form),
        stem=stem_of(library, page),
        shelf=str(page.audience) if page.kind is Kind.MODULE else _SHEETS[page.kind],
        form=form,
        booklet=form.variant == "a5",
    )


def page_document(shop: Shop, page: Page, form: Form, ink: Ink | None = None) -> str:
    """The document of a page, in the ink of its audience or in another; a module's title is parted
    into ages and matter."""
    eyebrow, heading = heading_of(shop, page)
    hue = str(page.audience) if page.audience else "help" if page.kind is Kind.FLOW else "risks"
    is_for_children = page.audience == "children"
    return render(
        shop,
        page,
        "page",
        form,
        ink or ink_of(hue, form),
        title=page.title,
        classes=f"kind-{page.kind}" + (" for-children" if is_for_children else ""),
        eyebrow=eyebrow,
        heading=heading,
        signs=signs_of(page),
        looks=_LOOKS[page.kind],
        pictures=_PICTURES,
        numbered=not (is_for_children and page.band in ("0-5", "6-9")),
    )


def heading_of(shop: Shop, page: Page) -> tuple[str, str]:
    """What stands above the title, and the title: audience and ages, or the kind of page."""
    words = shop.words(page.lang)
    if page.kind is Kind.MODULE:
        names = {name.id: words.of(name.title) for name in shop.library.audiences}
        bands = {band.id: words.of(band.title) for band in shop.library.bands}
        colon = "៖ " if page.lang is Language.KM else ": "
        rest = page.title.partition(colon)[2] or page.title
        above = (
            names.get(page.audience, "") if page.audience else "",
            bands.get(page.band or "", ""),
        )
        return " · ".join(filter(None, above)), rest[0].upper() + rest[1:]
    return words.ui(f"print-kind-{page.kind}"), page.title


def signs_of(page: Page) -> tuple[str, ...]:
    """Pictograms of the cover."""
    if page.kind is Kind.MODULE:
        return (str(page.audience), f"band-{page.band}")
    if page.kind is Kind.RISK:
        return (page.id.rpartition("/")[2],)
    if page.kind is Kind.FLOW:
        return ("tell", "heart-hands")
    return tuple(dict.fromkeys(risk.partition("/")[0] for risk in page.risks))[:2]


def bilingual_jobs(library: Library) -> Iterator[Job]:
    """Every module with both languages beside each other, paragraph by paragraph."""
    for page in library.in_language(Language.KM):
        twin = library.page(page.id, Language.EN)
        if page.kind is Kind.MODULE and twin:
            yield bilingual_job(library, page, twin)


def bilingual_job(library: Library, page: Page, twin: Page) -> Job:
    """One module in both languages."""
    return replace(
        page_job(library, page, forms.BILINGUAL),
        lang="km-en",
        title=f"{page.title} / {twin.title}",
        day=max(page.updated, twin.updated),
        make=lambda shop: bilingual_document(shop, page, twin),
    )


def bilingual_document(shop: Shop, page: Page, twin: Page, ink: Ink | None = None) -> str:
    """Khmer on the left, English on the right; the foot is the Khmer page's."""
    form, other = forms.BILINGUAL, shop.view(twin)
    eyebrow, heading = heading_of(shop, page)
    eyebrow_en, heading_en = heading_of(shop, twin)
    return render(
        shop,
        page,
        "bilingual",
        form,
        ink or ink_of(str(page.audience), form),
        title=f"{page.title} / {twin.title}",
        twin=twin,
        other=other,
        pairs=tuple(_pairs(shop.view(page).sections, other.sections)),
        ui_en=shop.words(Language.EN).ui,
        running=f"{shop.words(page.lang).ui('site-name')} · {page.title}",
        eyebrow=eyebrow,
        heading=heading,
        eyebrow_en=eyebrow_en,
        heading_en=heading_en,
        signs=signs_of(page),
        pictures=_PICTURES,
        drafted=page.is_draft or twin.is_draft,
        date=max(page.updated, twin.updated).isoformat(),
    )


def _pairs(
    one: tuple[SectionView, ...], other: tuple[SectionView, ...]
) -> Iterator[tuple[str, str, str, str]]:
    """What stands beside what: (role, key of the section, Khmer, English) for each paragraph. Both
    languages have the same sections and items: the checks see to it."""
    for km, en in zip(one, other, strict=True):
        yield ("h2" if km.level == 2 else "h3", km.key, km.title, en.title)
        for left, right in zip_longest(_items(km), _items(en), fillvalue=""):
            yield ("item", km.key, left, right)
        yield from _pairs(km.parts, en.parts)


def _items(section: SectionView) -> Iterator[str]:
    """The texts of a section, one after another; a row of a table is one."""
    for block in section.blocks:
        yield from (item.html for item in block.items)
        for row in block.rows:
            yield Markup(" · ").join(cell.html for cell in row if cell.html)
