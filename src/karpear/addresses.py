"""Addresses on the built site: what file an ``href`` or ``url()`` means.

Pure text work on paths, as a browser does it; nothing here looks at the disk. Kept apart from
the crawl because the sitemap, the pages and the style sheets all ask the same question.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote, urlsplit

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_CONTROLS = "".join(map(chr, range(0x21)))
_UNSAFE = frozenset({"javascript", "vbscript", "data", "blob", "file", "filesystem"})


class Reach(StrEnum):
    """Where an address leads."""

    INSIDE = "inside"
    ASTRAY = "astray"  # written as ours, but above the root of the site
    ELSEWHERE = "elsewhere"  # another origin over http(s)
    APP = "app"  # tel:, mailto: and the like
    UNSAFE = "unsafe"  # runs or carries content by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The meaning of an address; ``path`` is a file from the site's root."""

    reach: Reach
    path: str = ""
    fragment: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the site will live: ``origin`` is scheme and host, ``prefix`` its folder."""

    origin: str
    prefix: str

    @classmethod
    def at(cls, url: str) -> Site:
        """The site of ``site_url``; a missing last slash is added."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}".lower()
        return cls(origin=origin, prefix=parts.path.rstrip("/") + "/")

    def url(self, path: str) -> str:
        """The full address of the file ``path``, folders without their index.html."""
        folder, name = posixpath.split(path)
        shown = posixpath.join(folder, "" if name == "index.html" else name)
        return self.origin + self.prefix + quote(shown)


def clean(value: str) -> str:
    """The address as a browser reads it: no tabs or line ends, trimmed of controls."""
    return re.sub(r"[\t\n\r]", "", value).strip(_CONTROLS)


def target_of(value: str, base: str, site: Site) -> Target:
    """What ``value``, written in the file ``base``, leads to."""
    value = clean(value)
    if value.startswith("#"):
        return Target(reach=Reach.INSIDE, path=base, fragment=value[1:])
    found = _SCHEME.match(value)
    scheme = found.group(1).lower() if found else ""
    if scheme in _UNSAFE:
        return Target(reach=Reach.UNSAFE, scheme=scheme)
    if scheme not in ("", "http", "https"):
        return Target(reach=Reach.APP, scheme=scheme)
    rest, _, fragment = value.partition("#")
    rest = rest.partition("?")[0].replace("\\", "/")
    if scheme or rest.startswith("//"):
        return _absolute(rest, fragment, site)
    if rest.startswith("/"):
        return _rooted(rest, fragment, site)
    return _inside(rest, fragment, base)


def _absolute(rest: str, fragment: str, site: Site) -> Target:
    """A full address: ours when it begins with the site's own."""
    if rest.startswith("//"):
        rest = site.origin.partition("//")[0] + rest
    try:
        parts = urlsplit(rest)
    except ValueError:
        return Target(reach=Reach.ASTRAY)
    ours = f"{parts.scheme}://{parts.netloc}".lower() == site.origin
    path = parts.path or "/"
    if ours and path.startswith(site.prefix):
        return _inside(path.removeprefix(site.prefix), fragment, "index.html")
    return Target(reach=Reach.ELSEWHERE, scheme=parts.scheme)


def _rooted(rest: str, fragment: str, site: Site) -> Target:
    """An address from the root of the host; one beside the site's folder is astray."""
    if not rest.startswith(site.prefix):
        return Target(reach=Reach.ASTRAY)
    return _inside(rest.removeprefix(site.prefix), fragment, "index.html")


def _inside(rest: str, fragment: str, base: str) -> Target:
    """A path from ``base``'s folder; folders mean their index.html, nothing means ``base``."""
    if not rest and base != "index.html":
        return Target(reach=Reach.INSIDE, path=base, fragment=fragment)
    joined = posixpath.join(posixpath.dirname(base), unquote(rest))
    path = posixpath.normpath(joined) if joined else ""
    if path == ".." or path.startswith(("../", "/")):
        return Target(reach=Reach.ASTRAY)
    if posixpath.basename(joined) in ("", ".", ".."):
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return Target(reach=Reach.INSIDE, path=path, fragment=fragment)
