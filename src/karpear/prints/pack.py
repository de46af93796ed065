"""One PDF of chosen pages: a cover with contents and help, then the pages, numbered through.

Made as one document, not put together from finished files: so the tags, the bookmarks and the page
numbers are of one piece. 1280, the way to report and 117 stand on the cover and at the foot of
every page; there is no option that takes them away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from markupsafe import Markup

from karpear.model import PRINTED, Audience, Kind, Language, Library, Page
from karpear.prints import forms, weasy
from karpear.prints.forms import INKS, LOW_INK, Form, Ink
from karpear.prints.jobs import Shop
from karpear.prints.pages import bilingual_document, page_document
from karpear.prints.partner import Partner
from karpear.prints.render import render, style
from karpear.prints.repair import repair
from karpear.prints.workshop import epoch_of

PACK_FORMS: Final = {
    "a4": replace(forms.A4, sizes=(10.5,), pages=0),
    "low-ink": replace(forms.LOW, sizes=(10.5,), pages=0),
    "large": forms.LARGE,
    "bilingual": forms.BILINGUAL,
}
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_SIGN_RULE = re.compile(r"^\.sign-[a-z0-9-]+ \{.*\}$", re.MULTILINE)
_PLACE = '<i class="packed-here"></i>'


def choose_pages(
    library: Library,
    audiences: Sequence[str] = (),
    bands: Sequence[str] = (),
    topics: Sequence[str] = (),
    pages: Sequence[str] = (),
) -> tuple[str, ...]:
    """Ids of the chosen pages in the library's order of kinds: named ones, then modules of the
    audiences and bands (all of the one that is not given), then topics, risks and flows by their
    last names. Raises KeyError with a name that is not there."""
    printed = {p.id: p for p in library.in_language(Language.KM) if p.kind in PRINTED}
    chosen = dict.fromkeys(_known(name, printed) for name in pages)
    if audiences or bands:
        order = [band.id for band in library.bands]
        bands = [_known(name, order) for name in bands]
        for page in sorted(printed.values(), key=lambda p: order.index(p.band) if p.band else 0):
            fits = page.kind is Kind.MODULE and (not audiences or page.audience in audiences)
            if fits and (not bands or page.band in bands):
                chosen[page.id] = None
    last = {page_id.rpartition("/")[2]: page_id for page_id, p in printed.items() if not p.audience}
    for name in topics:
        chosen[_known(last.get(name, name), printed)] = None
    return tuple(chosen)


def _known(name: str, printed: Iterable[str]) -> str:
    if name not in printed:
        raise KeyError(name)
    return name


def make_pack(
    shop: Shop,
    page_ids: Sequence[str],
    languages: Sequence[Language],
    variant: str,
    *,
    title: str = "",
    partner: Partner | None = None,
) -> bytes:
    """The finished PDF; equal bytes for equal content. Raises :class:`weasy.PrintFailed`."""
    form = PACK_FORMS[variant]
    pages = pages_of(shop.library, page_ids, languages, form)
    if not pages:
        raise weasy.PrintFailed(f"none of {', '.join(page_ids)} is there in {languages[0]}")
    html = pack_document(shop, pages, languages[0], form, title, partner or Partner())
    day = max(page.updated for page in pages)
    return repair(weasy.make_pdf(html, form.sizes, 0, epoch_of(day)).data)


def pages_of(
    library: Library, page_ids: Sequence[str], languages: Sequence[Language], form: Form
) -> tuple[Page, ...]:
    """The parts of a pack in their order. Side by side a module is one part, the Khmer page with
    its twin, whatever languages are asked for."""
    found = (
        library.page(page_id, lang)
        for page_id in page_ids
        for lang in ((Language.KM,) if _is_paired(library, page_id, form) else languages)
    )
    return tuple(page for page in found if page)


def _is_paired(library: Library, page_id: str, form: Form) -> bool:
    twins = [library.page(page_id, lang) for lang in Language]
    return form.variant == "bilingual" and all(p and p.kind is Kind.MODULE for p in twins)


def pack_document(
    shop: Shop, pages: Sequence[Page], lang: Language, form: Form, title: str, partner: Partner
) -> str:
    """Cover and contents in ``lang``, then each page's own document without its shell."""
    ink = _ink(pages, form)
    made = [_document(shop, page, form, ink) for page in pages]
    cover = _cover(shop, pages, lang, form, ink, title, partner)
    rules = sorted({rule for html in made for rule in _SIGN_RULE.findall(html)})
    css = "\n".join((*rules, style(shop, "pack", form, ink, lang)))
    bodies = "".join(_packed(*part) for part in zip(count(1), pages, made, strict=False))
    return cover.replace("</style>", f"{css}</style>", 1).replace(_PLACE, bodies)


def _ink(pages: Sequence[Page], form: Form) -> Ink:
    """One ink for the whole pack: of its audience, or of the parents' when there are several."""
    audiences = {str(page.audience) for page in pages if page.audience}
    name = audiences.pop() if len(audiences) == 1 else str(Audience.PARENTS)
    return LOW_INK if form.low else INKS[name]


def _document(shop: Shop, page: Page, form: Form, ink: Ink) -> str:
    twin = shop.library.page(page.id, page.lang.other)
    if twin and _is_paired(shop.library, page.id, form):
        return bilingual_document(shop, page, twin, ink)
    return page_document(shop, page, form, ink)


def _packed(number: int, page: Page, html: str) -> str:
    """The inside of a finished document as a part of another."""
    body = _BODY.search(html)
    inside = body[1] if body else ""
    return f'<section class="packed" id="part-{number}" lang="{page.lang}">{inside}</section>'


def _cover(
    shop: Shop,
    pages: Sequence[Page],
    lang: Language,
    form: Form,
    ink: Ink,
    title: str,
    partner: Partner,
) -> str:
    """The first page of a pack, in the language of its home page: it has that page's foot."""
    home = shop.library.page("", lang) or pages[0]
    newest = max(page.updated for page in pages)
    return render(
        shop,
        home,
        "pack",
        form,
        ink,
        title=title or shop.words(lang).ui("print-pack"),
        classes="pack",
        inside=True,
        contents=[(number, page.title, str(page.lang)) for number, page in enumerate(pages, 1)],
        partner=partner,
        logo=Markup(partner.logo),
        place=Markup(_PLACE),
        drafted=any(page.is_draft for page in pages),
        dated=shop.words(lang).date(newest),
        date=newest.isoformat(),
    )
