"""The lines to paste into a page of one's own, and the oEmbed answer that holds them."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from karpear import inline, khmer
from karpear.embeds.names import HELP, card_path, card_sections
from karpear.model import Language, Page

# The widths that the builder offers; "100%" is as wide as there is room, reckoned as 640.
WIDTHS: Final = {"320": 320, "480": 480, "100%": 640}
# Scripts may run (the height message), in an origin of their own; links open in a new tab; nothing
# else. With allow-same-origin the frame would be the site itself.
SANDBOX: Final = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
_DAY: Final = 86400
# For a host that wants the frame as high as its card. It compares the sender's window, because the
# origin of a sandboxed frame is "null", and takes nothing but a number.
HOST_SCRIPT: Final = """\
<script>
addEventListener("message", function (e) {
  if (!e.data || e.data.karpear !== "height") return;
  document.querySelectorAll("iframe").forEach(function (frame) {
    if (frame.contentWindow === e.source) frame.height = Math.min(e.data.height | 0, 5000);
  });
});
</script>
"""


def snippet(page: Page, site_url: str, height: int, width: str = "100%") -> str:
    """One ``iframe``; it works without any script on either side."""
    return (
        f'<iframe src="{escape(site_url + card_path(page))}" title="{escape(page.title)}"'
        f' lang="{page.lang}" width="{width}" height="{height}" sandbox="{SANDBOX}"'
        ' loading="lazy" referrerpolicy="no-referrer" style="border:0"></iframe>'
    )


def oembed(page: Page, site_name: str, site_url: str) -> dict[str, Any]:
    """The answer of type rich (oembed.com, 2.3.4.4). The title of a page that a child may read is
    the site's name alone: chat programs show it."""
    height = card_height(page, WIDTHS["480"])
    return {
        "version": "1.0",
        "type": "rich",
        "title": site_name if page.is_sheltered else page.title,
        "provider_name": "Karpear",
        "provider_url": site_url,
        "cache_age": str(_DAY),
        "html": snippet(page, site_url, height, "480"),
        "width": WIDTHS["480"],
        "height": height,
    }


def card_height(page: Page, width: int) -> int:
    """How many pixels high a card is at ``width``, reckoned from its text and rather too much:
    a test measures every card in a browser."""
    width = min(width, 640)
    per_line = (width - 36) / (14 if page.lang is Language.KM else 9.6)
    texts = [_said(item.text) for section in card_sections(page) for item in section.items()]
    rows = sum(_rows(text, per_line) for text in texts) + _rows(page.title, per_line * 0.75)
    base, narrow = _FRAME["help" if page.id == HELP else str(page.kind)]
    return round((base + narrow * (640 - width) + rows * 30 + len(texts) * 14) / 10) * 10


# What stands around the text of a card: its height at 640, and what each pixel less adds.
_FRAME: Final = {
    "help": (780, 0.95),
    "flow": (720, 1.0),
    "module": (500, 0.5),
    "topic": (500, 0.5),
    "risk": (500, 0.5),
}


def _said(text: str) -> str:
    """The words of an item, with room for the names of lines."""
    return inline.plain(text) + " " * 25 * len(list(inline.helplines(text)))


def _rows(text: str, per_line: float) -> int:
    return int(khmer.count(text) / per_line) + 1
