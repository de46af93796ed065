"""Words of a page → words on paper: links say where they lead, lines may break."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from karpear.khmer import with_breaks

SIZE = "@@SIZE@@"
_TERM = re.compile(r'<a class="k-term-link"[^>]*>(.*?)</a>', re.DOTALL)
_OUTSIDE = re.compile(r'<a class="k-line" href="(https:[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_LINK = re.compile(r'<a( class="k-line")? href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_STYLE = re.compile(r"(<style>.*?</style>)", re.DOTALL)
_LAST = re.compile("\u200b(?=[\u1780-\u17d3]{2,4}[។៕?!»])|\u200b(?=ទេ[ <])")
_NOT = re.compile("(?<![\u1780-\u17d3])(មិន|កុំ)\u200b")
_TITLE = re.compile(r"(<title>.*?</title>)", re.DOTALL)


def on_paper(html: str, base: str, short: Mapping[str, str]) -> str:
    """A document's text for paper. ``base`` is the full address of the page it was made of,
    ``short`` the short address of each page's full one: links keep working in the file, and on
    paper each says where it leads."""
    html = _OUTSIDE.sub(_with_address, _TERM.sub(r"\1", html))
    return _LINK.sub(lambda found: _absolute(found, base, short), html)


def _with_address(found: re.Match[str]) -> str:
    parts = urlsplit(unescape(found[1]))
    place = (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")
    return f'{found[2]} <span class="address" lang="en">({place})</span>'


def _absolute(found: re.Match[str], base: str, short: Mapping[str, str]) -> str:
    is_line, href, words = found[1], found[2], found[3]
    if href.startswith("tel:"):
        return f'<strong class="line">{words}</strong>'
    address = urljoin(base, href)
    place = short.get(urldefrag(address)[0])
    is_told = place and not is_line and urldefrag(address)[0] != base
    told = f' <span class="short-place">({place})</span>' if is_told else ""
    return f'<a href="{address}">{words}</a>{told}'


def with_line_breaks(html: str) -> str:
    """The whole document with break marks between Khmer words: not in styles, titles, attributes
    (khmer.md: break marks live only in editions), not before a little word that ends a sentence,
    such as ទេ or បាន, which would stand alone on the last line, and not after a negation."""
    parts = _STYLE.split(html)
    return "".join(part if part.startswith("<style>") else _broken(part) for part in parts)


def _broken(html: str) -> str:
    parts = _TITLE.split(html)
    return "".join(part if part.startswith("<title>") else _marked(part) for part in parts)


def _marked(html: str) -> str:
    return _NOT.sub(r"\1", _LAST.sub("", with_breaks(html)))
