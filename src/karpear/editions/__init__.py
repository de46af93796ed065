"""Editions beside the website, each one function and one line in ``EDITIONS``.

An edition reads the library and writes below the built site. Those of ``CLOSING`` name what the
others wrote; besides, none reads another's output.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from karpear.editions.downloads import write_downloads
from karpear.editions.embeds import write_embeds
from karpear.editions.opendata import write_opendata
from karpear.editions.prints import write_prints
from karpear.editions.qr import write_qr
from karpear.editions.search import write_search
from karpear.editions.servers import write_servers
from karpear.editions.share import write_share
from karpear.editions.short import write_short
from karpear.editions.sitemap import write_sitemap
from karpear.model import Library

Edition = Callable[[Library, Path, str], None]

EDITIONS: dict[str, Edition] = {
    "sitemap": write_sitemap,
    "opendata": write_opendata,
    "embeds": write_embeds,
    "qr": write_qr,
    "share": write_share,
    "short": write_short,
    "prints": write_prints,
    "downloads": write_downloads,
    "search": write_search,
    "servers": write_servers,  # last: it names what the others wrote
}

# These name what the others wrote, the copies too, so they come after those.
CLOSING = ("downloads", "servers")

# Pages, paper and servers count on what these write, so no build goes without them; all together
# take seconds. A site without the rest has lost no page (manifest.read_size).
LINKED = frozenset(EDITIONS) - {"prints", "share"}
