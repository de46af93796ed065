"""Our own finished HTML, changed for a place without a server: addresses, drawings, head.

The pages come from our templates, which quote every attribute and never nest links, so text work
is enough and keeps every other byte as it was (a parser would write all of it anew).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape

from karpear.addresses import Reach, Site, target_of

_ANCHOR = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_FETCHED = re.compile(
    r'<(link|script|img|source)\b([^>]*?)\s(href|src)="([^"]*)"([^>]*)>(</script>)?'
)
_USE = re.compile(r'<use href="[^"#]*#([^"]+)"\s*/>')
_SYMBOL = re.compile(r'<symbol id="([^"]+)".*?</symbol>', re.DOTALL)
_CLASS = re.compile(r'\sclass="[^"]*"')
_OUTWARD = re.compile(
    r'<link rel="(?:canonical|alternate)"[^>]*>\n?|<meta name="robots"[^>]*>\n?'
    r'|<script type="application/ld\+json">.*?</script>\n?'
    r'|<meta (?:property|name)="(?:og|twitter):[^"]*"[^>]*>\n?',
    re.DOTALL,
)
_PRINTS = re.compile(r'<nav class="k-prints".*?</nav>\n?', re.DOTALL)
_SHELVES = re.compile(r'(?:<details class="k-shelf".*?</details>\s*)+', re.DOTALL)

Link = Callable[[str], str | None]


def without_outward_head(html: str) -> str:
    """Without what names a public address: canonical, alternates, robots, previews."""
    return _OUTWARD.sub("", html)


def without_prints(html: str, instead: str) -> str:
    """Without the lists of files to print, which stay on the website; ``instead`` says so on the
    page that is nothing but such a list."""
    return _SHELVES.sub(lambda _: f"<p>{escape(instead)}</p>\n", _PRINTS.sub("", html))


def with_links(html: str, link: Link) -> str:
    """Every ``<a href>`` as ``link`` says; where it says None the words stay, the link goes."""

    def changed(found: re.Match[str]) -> str:
        before, href, after, inner = found.groups()
        new = link(unescape(href))
        if new is None:
            kept = _CLASS.search(before + after)
            return f"<span{kept[0] if kept else ''}>{inner}</span>"
        return f'<a{before} href="{escape(new)}"{after}>{inner}</a>'

    return _ANCHOR.sub(changed, html)


def with_files(html: str, link: Link) -> str:
    """Every fetched file as ``link`` says; where it says None the element goes."""

    def changed(found: re.Match[str]) -> str:
        tag, before, name, value, after, end = found.groups()
        new = link(unescape(value))
        return "" if new is None else f'<{tag}{before} {name}="{escape(new)}"{after}>{end or ""}'

    return _FETCHED.sub(changed, html)


def explicit(value: str, path: str, kept: frozenset[str], site: Site) -> str | None:
    """An address as a file needs it: ``index.html`` written out, relative; None for what is not
    among ``kept``. Telephone numbers and other sites stay as they are."""
    target = target_of(value, path, site)
    if target.reach is not Reach.INSIDE:
        return value if target.reach is not Reach.ASTRAY else None
    if target.path not in kept:
        return None
    mark = f"#{target.fragment}" if target.fragment else ""
    if target.path == path:
        return mark or posixpath.basename(path)
    return posixpath.relpath(target.path, posixpath.dirname(path) or ".") + mark


def symbols_of(sprite: str) -> dict[str, str]:
    """The drawings of the sprite by name. Chromium shows none of another file under ``file:``."""
    return _symbols(sprite)


@lru_cache(maxsize=2)
def _symbols(sprite: str) -> dict[str, str]:
    return {found[1]: found[0] for found in _SYMBOL.finditer(sprite)}


def with_own_symbols(html: str, symbols: dict[str, str]) -> str:
    """Each ``<use>`` points into the page, which holds the drawings it uses, before ``</body>``."""
    names = dict.fromkeys(_USE.findall(html))
    if not names:
        return html
    drawings = "".join(symbols[name].replace(f'id="{name}"', f'id="p-{name}"') for name in names)
    inside = _USE.sub(r'<use href="#p-\1"/>', html)
    return inside.replace("</body>", f"<div hidden><svg>{drawings}</svg></div>\n</body>")


def with_drawings(html: str, symbols: dict[str, str]) -> str:
    """Each ``<svg><use/></svg>`` becomes the drawing itself: for readers that know no ``use``."""

    def drawn(found: re.Match[str]) -> str:
        symbol = symbols[found[2]]
        inner = symbol.replace("<symbol ", "<svg ", 1).removesuffix("</symbol>") + "</svg>"
        namespace = ' xmlns="http://www.w3.org/2000/svg"'
        return inner.replace(f' id="{found[2]}"', f"{namespace}{found[1]}", 1)

    return re.sub(r'<svg([^>]*)><use href="[^"#]*#([^"]+)"\s*/></svg>', drawn, html)
