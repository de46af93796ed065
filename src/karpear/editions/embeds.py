"""``embed/{km,en}/…``: cards for other people's pages, and their oEmbed answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

from markupsafe import Markup

from karpear.embeds.card import make_card, render_card
from karpear.embeds.names import card_path, has_card, oembed_path
from karpear.embeds.snippets import oembed
from karpear.model import Library

_SYMBOL = re.compile(r'<symbol id="(\w[\w-]*)"[^>]*>(.*?)</symbol>', re.DOTALL)


def write_embeds(library: Library, site: Path, site_url: str) -> None:
    """A card and an answer for each page that has one, in both languages."""
    sprite = (site / "pictograms.svg").read_text("utf-8")
    drawings = {name: Markup(inside) for name, inside in _SYMBOL.findall(sprite)}  # our own file
    for page in filter(has_card, library.pages):
        card = render_card(library, make_card(library, page), site_url, drawings)
        _write(site / card_path(page), card)
        name = library.ui["site-name"][page.lang]
        answer = json.dumps(oembed(page, name, site_url), ensure_ascii=False, indent=1)
        _write(site / oembed_path(page), answer + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
