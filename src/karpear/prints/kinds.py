"""What is printed: one function a kind of print, one line each in ``KINDS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from karpear.model import Kind, Language, Library, Page
from karpear.prints import forms
from karpear.prints.forms import Form, ink_of
from karpear.prints.jobs import Job, Shop, stem_of
from karpear.prints.render import base_of, render

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
    shelf = str(page.audience) if page.kind is Kind.MODULE else _SHEETS[page.kind]
    return Job(
        stem=stem_of(library, page),
        id=page.id,
        lang=str(page.lang),
        title=page.title,
        shelf=shelf,
        form=form,
        day=page.updated,
        make=lambda shop: page_document(shop, page, form),
        booklet=form.variant == "a5",
    )


def page_document(shop: Shop, page: Page, form: Form) -> str:
    """The document of a page; a module's title is parted into ages and matter."""
    eyebrow, heading = heading_of(shop, page)
    hue = str(page.audience) if page.audience else "help" if page.kind is Kind.FLOW else "risks"
    is_small_child = page.audience == "children" and page.band in ("0-5", "6-9")
    return render(
        shop,
        page.lang,
        "page",
        form,
        ink_of(hue, form),
        title=page.title,
        base=base_of(shop, page),
        address=shop.short_url(page),
        classes=f"kind-{page.kind}" + (" for-children" if page.audience == "children" else ""),
        values={
            "page": page,
            "view": shop.view(page),
            "running": f"{shop.words(page.lang).ui('site-name')} · {page.title}",
            "eyebrow": eyebrow,
            "heading": heading,
            "signs": signs_of(page),
            "looks": _LOOKS[page.kind],
            "pictures": _PICTURES,
            "drafted": page.is_draft,
            "dated": shop.view(page).source_date,
            "date": page.updated.isoformat(),
            "numbered": not is_small_child,
        },
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


KINDS: dict[str, Callable[[Library], Iterator[Job]]] = {
    "modules": module_jobs,
    "sheets": sheet_jobs,
}


def all_jobs(library: Library) -> tuple[Job, ...]:
    """Everything that is printed, in the order of the registry."""
    return tuple(job for kind in KINDS.values() for job in kind(library))
