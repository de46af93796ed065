"""What "Keep a copy on this phone" would store: only on modules for adults, only after a tap."""

from __future__ import annotations

from karpear.model import Audience, Kind, Page
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words
from karpear.views import Keep

_FILES = ("/css/site.css", "/scripts/site.js", "/keep/keep.js", "/pictograms.svg", "/favicon.svg")
_FONTS = tuple(f"/fonts/noto-sans-khmer-{weight}.woff2" for weight in (400, 700))


def may_keep(page: Page) -> bool:
    """Does the page have the control, and so its script?"""
    return page.kind is Kind.MODULE and page.audience is not Audience.CHILDREN


def make_keep(words: Words, addresses: Addresses) -> Keep | None:
    """The pages of this age for this reader, all of help, and what they are drawn with. Nothing on
    pages for children and on help: a copy is a trace on a shared phone."""
    page = addresses.page
    if not may_keep(page):
        return None
    flows = [p.id for p in words.library.in_language(page.lang) if p.kind is Kind.FLOW]
    kept = [page.id, str(page.audience), "help", *flows]
    there = [page_id for page_id in kept if words.library.page(page_id, page.lang)]
    return Keep(
        pages=(
            *(addresses.to_page(page_id) for page_id in there),
            *(addresses.to(name) for name in (*_FILES, *_FONTS)),
        ),
        root=addresses.to("/"),
        worker=addresses.to("/keep/worker.js"),
    )
