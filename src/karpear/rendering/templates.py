"""PageView → the HTML of a page's body, by the templates in ``templates/``."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from karpear.model import Library
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words, is_latin
from karpear.views import PageView


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates escape everything and fail on a name that is not there."""
    env = Environment(
        loader=PackageLoader("karpear"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["digits"] = _digits
    env.tests["latin"] = is_latin
    return env


@pass_context
def _digits(context: Context, value: object) -> str:
    """``{{ n|digits }}``: figures as the page's language writes them."""
    words: Words = context["words"]
    return words.digits(value)


def render_page(library: Library, view: PageView) -> str:
    """The body of a page as one HTML block without blank lines (Markdown leaves it alone)."""
    words = Words(library=library, lang=view.page.lang)
    addresses = Addresses(page=view.page, vocabulary=words)
    html = (
        environment()
        .get_template("page.html.jinja")
        .render(
            view=view,
            page=view.page,
            lang=str(view.page.lang),
            ui=words.ui,
            words=words,
            pictogram=lambda name: pictogram(addresses, name),
        )
    )
    return "\n".join(line for line in html.splitlines() if line.strip())


def pictogram(addresses: Addresses, name: str) -> Markup:
    """One drawing of the sprite; it never stands without words, so readers' software skips it."""
    href = addresses.to(f"/pictograms.svg#{name}")
    return Markup(
        '<svg class="pictogram" aria-hidden="true" focusable="false"><use href="{}"/></svg>'
    ).format(href)
