"""Posters for a wall, and the sheet with every help number: made of the register and the risks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from karpear.model import Language, Library, Page
from karpear.prints import forms
from karpear.prints.forms import Form, ink_of
from karpear.prints.jobs import Job, Shop, job_of
from karpear.prints.render import render

_STEPS = ("fault", "stop", "go", "tell")
_STEP_SIGNS = {"fault": "heart-hands", "stop": "stop", "go": "family", "tell": "tell"}
_SMALL = "children/6-9"  # its headings are the four words of the poster


def poster_jobs(library: Library) -> Iterator[Job]:
    """Each poster on A4 and A3, and on A4 for photocopiers."""
    for lang in Language:
        help_page = library.page("help", lang)
        for name, (ink, values) in POSTERS.items():
            title = _title(library, lang, name)
            for form in (forms.POSTER_A4, forms.POSTER_A3, forms.POSTER_LOW):
                if help_page and title:
                    yield _poster(help_page, name, title, form, ink, values)


def _title(library: Library, lang: Language, name: str) -> str:
    if name != "not-your-fault":
        return library.ui[f"print-poster-{name.partition('-')[0]}"][lang]
    page = library.page(_SMALL, lang)
    section = page.section("if-fault") if page else None
    return section.title if section else ""


_Values = Callable[[Shop, Language], dict[str, Any]]


def _poster(page: Page, name: str, title: str, form: Form, ink: str, values: _Values) -> Job:
    def make(shop: Shop) -> str:
        template, own = f"poster-{name}", values(shop, page.lang)
        return render(
            shop, page, template, form, ink_of(ink, form), title=title, classes="poster", **own
        )

    return job_of(
        page, make, stem=f"poster-{name}", shelf="posters", form=form, title=title, of_site=True
    )


def _help_values(shop: Shop, lang: Language) -> dict[str, Any]:
    return {}


def _four_values(shop: Shop, lang: Language) -> dict[str, Any]:
    """The four Cs as the matrix has them; what cuts across is no kind of its own."""
    rows = [row for row in shop.library.risks if row.id != "cross-cutting"]
    return {"risks": [(row.id, row.title[lang], row.plain[lang]) for row in rows]}


def _fault_values(shop: Shop, lang: Language) -> dict[str, Any]:
    """The four words that the smallest readers' module teaches, each with one line."""
    page = shop.library.page(_SMALL, lang)
    found = {name: page.section(f"if-{name}") for name in _STEPS} if page else {}
    words = shop.words(lang)
    return {
        "steps": [
            (
                _STEP_SIGNS[name],
                section.title if section else "",
                words.ui(f"print-poster-{name}-line"),
            )
            for name, section in found.items()
        ]
    }


POSTERS: dict[str, tuple[str, _Values]] = {
    "help": ("help", _help_values),
    "four-c": ("risks", _four_values),
    "not-your-fault": ("children", _fault_values),
}


def helpline_jobs(library: Library) -> Iterator[Job]:
    """The sheet with every line that the help page has."""
    for lang in Language:
        page = library.page("help", lang)
        if page:
            for form in (forms.LINES, forms.LINES_LOW):
                yield _helplines(library, page, form)


def _helplines(library: Library, page: Page, form: Form) -> Job:
    title = library.ui["print-lines"][page.lang]

    def make(shop: Shop) -> str:
        return render(shop, page, "helplines", form, ink_of("help", form), title=title)

    return job_of(page, make, stem="numbers", shelf="help", form=form, title=title)
