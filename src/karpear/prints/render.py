"""Views → finished documents, by the templates in ``templates/print/``."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from karpear import __version__
from karpear.headers import media_of
from karpear.model import Language, Page
from karpear.prints.drawings import check, qr, sign_rules
from karpear.prints.forms import EDGE, GREY, INK, Form, Ink
from karpear.prints.jobs import Shop
from karpear.prints.paper import on_paper, with_line_breaks
from karpear.rendering.templates import environment

_SIGN = re.compile(r'class="sign sign-([a-z0-9-]+)"')
_END = re.compile(r"(?<=[។.?!]) +")
_PICTURE = re.compile(r'<img src="(?:\.\./)*images/([^"]+)" alt="([^"]*)"[^>]*>')
_SOFT_FILL = re.compile(rb'fill="#(?!211C17)[0-9A-Fa-f]{6}"')


@lru_cache(maxsize=1)
def printing() -> Environment:
    """The pages' own environment with what paper needs beside it."""
    env = environment().overlay()
    env.filters |= {"bare": bare_address, "sentence": as_sentence, "sentences": in_sentences}
    return env


def bare_address(address: str) -> str:
    """An address as it is read out: without https:// and the last slash."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def as_sentence(note: str, lang: str) -> str:
    """A note that stands alone elsewhere, to follow a sentence: ``Not yet re-checked by us.``"""
    return f"{note[0].upper()}{note[1:]}{'.' if lang == Language.EN else '។'}"


def in_sentences(text: str) -> Markup:
    """Words of a poster with each sentence in one piece, so that lines end where sentences do
    wherever there is room."""
    parts = (Markup('<span class="sentence">{}</span>').format(p) for p in _END.split(text))
    return Markup(" ").join(parts)


def render(
    shop: Shop,
    page: Page,
    template: str,
    form: Form,
    ink: Ink,
    *,
    title: str,
    classes: str = "",
    inside: bool = False,
    **values: object,
) -> str:
    """The finished document of a page: in its language, with its QR code, dates and draft mark.

    ``values`` is what the template reads beside what all prints have; they come before it. Links
    lead to the website, with ``inside`` those that begin with ``#`` lead within the document.
    """
    context = {**_of_all(shop, page, title), "form": form, "ink": ink, **values}
    context["classes"] = f"{form.variant} {classes}"
    body = printing().get_template(f"print/{template}.html.jinja").render({**context, "css": ""})
    css = _style(shop, form, ink, page.lang, frozenset(_SIGN.findall(body)))
    whole = _with_pictures(shop, body, ink).replace("<style></style>", f"<style>{css}</style>")
    base = "" if inside else shop.full_url(page)
    return with_line_breaks(on_paper(whole, base, shop.short_places))


def _of_all(shop: Shop, page: Page, title: str) -> dict[str, object]:
    """What every print says of the page it is made of; no template has a default for these."""
    words, address = shop.words(page.lang), shop.short_url(page)
    return {
        "lang": str(page.lang),
        "ui": words.ui,
        "words": words,
        "title": title,
        "page": page,
        "view": shop.view(page),
        "running": f"{words.ui('site-name')} · {title}",
        "address": address,
        "qr": qr(address, words.ui("print-qr", address=address)),
        "drafted": page.is_draft,
        "dated": shop.view(page).source_date,
        "date": page.updated.isoformat(),
        "version": __version__,
        "numbered": True,
    }


def _style(shop: Shop, form: Form, ink: Ink, lang: Language, signs: frozenset[str]) -> Markup:
    """The style sheet with the drawings that a document uses."""
    css = style(shop, "print", form, ink, lang)
    return Markup("\n".join((css, *sign_rules(shop.drawings, signs, ink))))


def style(shop: Shop, name: str, form: Form, ink: Ink, lang: Language) -> str:
    """A style sheet of paper with the colours of this print."""
    return (
        printing()
        .get_template(f"print/{name}.css.jinja")
        .render(
            form=form,
            ink=ink,
            digits="khmer" if lang is Language.KM else "decimal",
            check=Markup(check(ink)),
            black="#000000" if ink.low else INK,
            soft="#000000" if ink.low else GREY,
            grey="#595959" if ink.low else EDGE,
        )
    )


def _with_pictures(shop: Shop, html: str, ink: Ink) -> str:
    """Pictures of the content carried within the document; one that is not there is left out. For
    photocopiers drawings lose their soft colours and keep their lines."""

    def carried(found: re.Match[str]) -> str:
        data = shop.pictures.get(f"/images/{found[1]}")
        if data is None:
            return ""
        if ink.low:
            data = _SOFT_FILL.sub(b'fill="#ffffff"', data)
        address = f"data:{media_of(found[1])};base64,{b64encode(data).decode()}"
        return f'<img class="picture" alt="{found[2]}" src="{address}">'

    return _PICTURE.sub(carried, html)
