"""What every server of the site says beside the pages: the one place for policy and headers.

The page's own meta element, the generated server files and the tests all read this table; nothing
of it is written down a second time. Why each line is there: ``handbook/publishing.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

# Nothing is allowed but our own files. ``connect-src`` is not for our pages, none of which fetches:
# Chromium holds those who examine a page to it as well, and Lighthouse reads ``robots.txt`` so. No
# media-src (only a site with recordings has it, see ``with_media``), no form may be sent (a search
# stays on the page, so no word of it is logged).
# A script that must hand text to a dangerous place needs a named policy in ``trusted-types``: the
# search has one, which knows the two addresses of its index and no other, and "Keep a copy" one,
# which knows its worker's address alone.
CONTENT_POLICY: Final = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "font-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "karpear",
    }
)

# Devices and rights that no page of ours asks for. Only names that Chromium knows: an unknown one
# is a warning on every page, and a warning hides the next.
_DENIED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection"),
    *("local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)

# A page's style sheet is asked for with the page's first bytes: on a slow network a tenth of
# a second earlier than the browser would find it (RFC 8288; benchmarks/page.py).
STYLE_SHEET: Final = "css/site.css"


def early_style(base: str) -> str:
    """The value of ``Link`` for pages of a site whose root is ``base`` (with both slashes)."""
    return f"<{base}{STYLE_SHEET}>; rel=preload; as=style"


# Two years, with sub-domains, ready for the browsers' own list (hstspreload.org).
TRANSPORT_SECURITY: Final = "max-age=63072000; includeSubDomains; preload"

_EVERYWHERE = MappingProxyType(
    {
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _DENIED),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A part of the site (``prefix`` of the path, "" for the rest) and what differs there."""

    prefix: str
    headers: Mapping[str, str]


def content_policy(frame_ancestors: str = "", *, frames: bool = False) -> str:
    """The policy as text. Browsers ignore ``frame-ancestors`` in a page, so it is for headers.
    ``frames`` allows frames of our own: the page where a card is chosen shows it in one. Servers
    say so of all pages, every other page takes it back in its own element: both must agree."""
    parts = dict(CONTENT_POLICY)
    if frames:
        parts["frame-src"] = "'self'"
    if frame_ancestors:
        parts["frame-ancestors"] = frame_ancestors
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def with_media(text: str) -> str:
    """A policy, or a file of headers, of a site that holds recordings: ours may be played."""
    return text.replace("default-src 'none';", "default-src 'none'; media-src 'self';")


# Embeds are there to be framed by anybody; search engines should find the page, not its card.
# Downloads are saved, not opened in place: a single HTML file brings its style within, which the
# policy above would take away, and carries a policy of its own.

# What only our own pages may fetch, and nobody may frame.
_OURS = {
    "Content-Security-Policy": content_policy("'none'"),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}

PLACES: Final = (
    Place(
        prefix="",
        headers={**_OURS, "Content-Security-Policy": content_policy("'none'", frames=True)},
    ),
    Place(
        prefix="embed",
        headers={
            "Content-Security-Policy": content_policy("*"),
            "Cross-Origin-Resource-Policy": "cross-origin",
            "X-Robots-Tag": "noindex",
        },
    ),
    # The worker of "Keep a copy" lies in a folder, so the whole site must be put into its reach.
    Place(prefix="keep", headers={**_OURS, "Service-Worker-Allowed": "/"}),
    # Data is there for programs on any website: they may read it with a script.
    Place(prefix="api", headers={**_OURS, "Access-Control-Allow-Origin": "*"}),
    Place(prefix="downloads", headers={**_OURS, "Content-Disposition": "attachment"}),
)

# What shows a number or a fact is asked for anew each time (a short "not modified" as a rule): no
# reader may keep calling a number that was corrected. ``no-transform``: no carrier or CDN may
# rewrite a page or add its own scripts.
FRESH: Final = "no-cache, no-transform"
_HOUR = "public, max-age=3600, no-transform"
_MONTH = "public, max-age=2592000, no-transform"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileType:
    """Endings of one media type and how long a copy is good."""

    media: str
    endings: tuple[str, ...]
    cache: str = FRESH

    @property
    def is_text(self) -> bool:
        """Text is sent as UTF-8 and compressed."""
        return self.media.startswith("text/") or self.media.endswith(("json", "xml"))


TYPES: Final = (
    FileType(media="text/html", endings=("html",)),
    FileType(media="text/css", endings=("css",), cache=_HOUR),
    FileType(media="text/javascript", endings=("js",), cache=_HOUR),
    FileType(media="image/svg+xml", endings=("svg",), cache=_HOUR),
    FileType(media="font/woff2", endings=("woff2",), cache=_MONTH),
    FileType(media="image/png", endings=("png",), cache=_HOUR),
    FileType(media="image/jpeg", endings=("jpg", "jpeg"), cache=_HOUR),
    FileType(media="image/webp", endings=("webp",), cache=_HOUR),
    FileType(media="text/plain", endings=("txt", "sha256")),
    FileType(media="application/json", endings=("json",)),
    FileType(media="text/csv", endings=("csv",)),
    FileType(media="application/xml", endings=("xml",)),
    FileType(media="application/atom+xml", endings=("atom",)),
    FileType(media="text/vcard", endings=("vcf",)),
    FileType(media="application/pdf", endings=("pdf",)),
    FileType(media="application/epub+zip", endings=("epub",)),
    FileType(media="application/zip", endings=("zip", "imscc")),
    FileType(media="application/vnd.openzim", endings=("zim",)),
    FileType(media="audio/mpeg", endings=("mp3",)),
    FileType(media="audio/ogg", endings=("opus", "ogg")),
)

# Whatever stands in these holds helpline numbers or belongs to what does, whatever its ending.
FRESH_FOLDERS: Final = ("search", "downloads", "embed", "keep")

# Files for servers, not for readers: copies to be read without a server leave them out.
SERVER_FILES: Final = ("_headers", ".htaccess", "_nginx/maps.conf", "_nginx/headers.conf")


def place_of(path: str) -> Place:
    """The place that a path of the site (no leading slash) belongs to."""
    top = path.partition("/")[0]
    return next((p for p in PLACES if p.prefix and p.prefix == top), PLACES[0])


def media_of(path: str) -> str:
    """The media type of a file, for servers and for what carries files within itself."""
    ending = path.rpartition(".")[2]
    found = (kind.media for kind in TYPES if ending in kind.endings)
    return next(found, "application/octet-stream")


def cache_of(path: str) -> str:
    """How long a copy of a file is good."""
    ending = path.rpartition(".")[2]
    if path.partition("/")[0] in FRESH_FOLDERS:
        return FRESH
    return next((kind.cache for kind in TYPES if ending in kind.endings), FRESH)


def headers_of(path: str, *, secure: bool, base: str = "/") -> dict[str, str]:
    """Every header of ours for a file of a site at ``base``; transport security is promised over
    https only."""
    found = {**_EVERYWHERE, **place_of(path).headers, "Cache-Control": cache_of(path)}
    if path.endswith(".html") and place_of(path) is PLACES[0]:
        found["Link"] = early_style(base)
    if secure:
        found["Strict-Transport-Security"] = TRANSPORT_SECURITY
    return found


def common_headers() -> dict[str, str]:
    """Those that are the same for every file."""
    return dict(_EVERYWHERE)


def names_by_place() -> tuple[str, ...]:
    """Names of the headers that differ from place to place."""
    return tuple(dict.fromkeys(name for place in PLACES for name in place.headers))
