"""Views → finished documents, by the templates in ``templates/print/``."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from karpear import __version__
from karpear.headers import media_of
from karpear.model import Language, Page
from karpear.pages.render import environment
from karpear.prints.drawings import check, qr, sign_rules
from karpear.prints.forms import EDGE, GREY, INK, Form, Ink
from karpear.prints.jobs import Shop
from karpear.prints.paper import on_paper, with_line_breaks

_SIGN = re.compile(r'class="sign sign-([a-z0-9-]+)"')
_PICTURE = re.compile(r'<img src="(?:\.\./)*images/([^"]+)" alt="([^"]*)"[^>]*>')
_SOFT_FILL = re.compile(rb'fill="#(?!211C17)[0-9A-Fa-f]{6}"')


@lru_cache(maxsize=1)
def printing() -> Environment:
    """The pages' own environment with what paper needs beside it."""
    env = environment().overlay()
    env.filters["bare"] = bare_address
    return env


def bare_address(address: str) -> str:
    """An address as it is read out: without https:// and the last slash."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


def render(
    shop: Shop,
    lang: Language,
    template: str,
    form: Form,
    ink: Ink,
    *,
    title: str,
    base: str = "",
    address: str = "",
    classes: str = "",
    values: Mapping[str, object],
) -> str:
    """One finished document. ``base`` is the address of the page it was made of, ``address`` what
    its QR code holds; ``values`` is what the template reads beside the common things."""
    words = shop.words(lang)
    newest = shop.library.newest()
    context: dict[str, object] = {
        "lang": str(lang),
        "ui": words.ui,
        "words": words,
        "form": form,
        "ink": ink,
        "title": title,
        "classes": f"{form.variant} {classes}",
        "date": newest.isoformat(),
        "dated": words.date(newest),
        "version": __version__,
        "address": address,
        "qr": qr(address, words.ui("print-qr", address=address)) if address else "",
        "css": "",
        "numbered": True,
        "drafted": True,
        **values,
    }
    body = printing().get_template(f"print/{template}.html.jinja").render(context)
    css = _style(shop, form, ink, lang, frozenset(_SIGN.findall(body)))
    page = _with_pictures(shop, body, ink).replace("<style></style>", f"<style>{css}</style>")
    return with_line_breaks(on_paper(page, base or shop.site_url, shop.short_places))


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


def base_of(shop: Shop, page: Page) -> str:
    """The full address of a page."""
    return shop.site_url.rstrip("/") + page.url
