"""One sentence of content as finished HTML."""

from __future__ import annotations

import nh3
from markupsafe import Markup

from karpear import inline
from karpear.rendering.addresses import Addresses

_ALLOWED_TAGS = {"a", "strong", "q", "span", "img"}
_ALLOWED_ATTRIBUTES = {
    "a": {"href", "class", "rel"},
    "span": {"lang", "class", "dir"},
    "q": {"class"},
    "img": {"src", "alt", "loading"},
}


def as_markup(text: str, addresses: Addresses) -> Markup:
    """Inline text as HTML. Made from escaped text only, and cleaned once more all the same."""
    html = inline.render(text, addresses)
    if "<" not in html:
        return Markup(html)
    cleaned = nh3.clean(
        html,
        tags=_ALLOWED_TAGS,
        attributes=_ALLOWED_ATTRIBUTES,
        url_schemes={"https", "tel"},
        link_rel=None,
    )
    return Markup(cleaned)
