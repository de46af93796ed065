"""Files for the servers that may carry the site: Netlify and Cloudflare, Apache, nginx.

All say the same, from the one table in ``karpear.headers``; each in its own words. This edition
comes last, because ``_headers`` names every top-level folder of the finished site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from karpear.headers import (
    FRESH,
    FRESH_FOLDERS,
    PLACES,
    SERVER_FILES,
    TRANSPORT_SECURITY,
    TYPES,
    cache_of,
    common_headers,
    early_style,
    names_by_place,
    place_of,
    with_media,
)
from karpear.model import Library
from karpear.stamps import current_recordings

_NOTE: Final = (
    "# Written by `karpear build` from src/karpear/headers.py: change it there, never here.\n"
)
_HIDDEN: Final = tuple(dict.fromkeys(name.partition("/")[0] for name in SERVER_FILES))
_TEXTS: Final = tuple(kind for kind in TYPES if kind.is_text and kind.media != "text/html")


def write_servers(library: Library, site: Path, site_url: str) -> None:
    """Write ``_headers``, ``.htaccess`` and the two includes for nginx into the site."""
    address = urlsplit(site_url)
    base = address.path or "/"
    texts = (
        _netlify(site, base),
        _apache(base, address.netloc),
        _nginx_maps(base),
        _nginx_headers(base),
    )
    (site / "_nginx").mkdir(exist_ok=True)
    holds_sound = any(current_recordings(library))
    for name, lines in zip(SERVER_FILES, texts, strict=True):
        text = _NOTE + "".join(f"{line}\n" for line in lines)
        (site / name).write_text(with_media(text) if holds_sound else text, "utf-8")


def _netlify(site: Path, base: str) -> Iterator[str]:
    """Both services join the values of all rules that match, so what differs from place to place
    is said in rules that never meet: one for each top-level name. No ``Link``: their rules know
    paths, not types, and a picture must not ask for a style sheet."""
    yield f"{base}*"
    for name, value in (*common_headers().items(), _transport()):
        yield f"  {name}: {value}"
    tops = sorted(path for path in site.iterdir() if path.name not in _HIDDEN)
    yield from _netlify_rule(base, "index.html", FRESH)
    for path in tops:
        pattern = f"{base}{path.name}/*" if path.is_dir() else f"{base}{path.name}"
        yield from _netlify_rule(pattern, path.name, _one_cache(site, path))


def _netlify_rule(pattern: str, path: str, cache: str) -> Iterator[str]:
    yield pattern
    for name, value in (*place_of(path).headers.items(), ("Cache-Control", cache)):
        yield f"  {name}: {value}"


def _one_cache(site: Path, top: Path) -> str:
    """The time that all files of a folder share; asked for anew when they differ."""
    files = [path for path in (top, *top.rglob("*")) if path.is_file()]
    found = {cache_of(path.relative_to(site).as_posix()) for path in files}
    return found.pop() if len(found) == 1 else FRESH


def _transport() -> tuple[str, str]:
    return "Strict-Transport-Security", TRANSPORT_SECURITY


def _apache(base: str, host: str) -> Iterator[str]:
    """The promise of https binds the whole host, so a copy elsewhere does not make it."""
    yield from ("DirectoryIndex index.html", "Options -Indexes")
    yield from (f"ErrorDocument {status} {base}404.html" for status in (403, 404))
    yield from ("ServerSignature Off", "FileETag None", "AddDefaultCharset utf-8")
    yield rf"RedirectMatch 404 ^{re.escape(base)}(_headers|_nginx|\.ht\w+)(/|$)"
    for kind in TYPES:
        yield f"AddType {kind.media} {' '.join(f'.{ending}' for ending in kind.endings)}"
    yield f"AddCharset utf-8 {' '.join(f'.{e}' for kind in _TEXTS for e in kind.endings)}"
    yield "<IfModule mod_deflate.c>"
    medias = " ".join(["text/html", *(kind.media for kind in _TEXTS)])
    yield f"  AddOutputFilterByType DEFLATE {medias}"
    yield from ("</IfModule>", "<IfModule mod_headers.c>", "  Header unset Last-Modified")
    yield "  RequestHeader unset If-Modified-Since"
    for name, value in (*common_headers().items(), *PLACES[0].headers.items()):
        yield f'  Header always set {name} "{value}"'
    name, value = _transport()
    condition = f"%{{HTTPS}} == 'on' && %{{HTTP_HOST}} == '{host}'"
    yield f'  Header always set {name} "{value}" "expr={condition}"'
    yield from _apache_caches(base)
    yield from (r'  <FilesMatch "\.html$">', f'    Header always set Link "{early_style(base)}"')
    yield "  </FilesMatch>"
    yield from _apache_places(base)
    yield "</IfModule>"


def _apache_caches(base: str) -> Iterator[str]:
    yield f'  Header always set Cache-Control "{FRESH}"'
    for cache, endings in _kept().items():
        yield f'  <FilesMatch "{endings}">'
        yield f'    Header always set Cache-Control "{cache}"'
        yield "  </FilesMatch>"
    for folder in FRESH_FOLDERS:
        yield f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(base)}{folder}/#">'
        yield f'    Header always set Cache-Control "{FRESH}"'
        yield "  </If>"


def _apache_places(base: str) -> Iterator[str]:
    for place in PLACES[1:]:
        yield f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(base)}{place.prefix}/#">'
        for name in names_by_place():
            value = place.headers.get(name)
            change = f'set {name} "{value}"' if value else f"unset {name}"
            yield f"    Header always {change}"
        yield from ("    Header always unset Link", "  </If>")


def _kept() -> dict[str, str]:
    """For each time that a copy may be kept, a pattern of the endings it holds for."""
    endings: dict[str, list[str]] = {}
    for kind in TYPES:
        if kind.cache != FRESH:
            endings.setdefault(kind.cache, []).extend(kind.endings)
    return {cache: rf"\.({'|'.join(found)})$" for cache, found in endings.items()}


def _nginx_maps(base: str) -> Iterator[str]:
    """One variable for each header that differs; nginx does not send an empty one."""
    for name in names_by_place():
        yield f"map $uri {_variable(name)} {{"
        yield f'    default "{PLACES[0].headers.get(name, "")}";'
        for place in PLACES[1:]:
            value = place.headers.get(name, "")
            yield f'    "~^{re.escape(base)}{place.prefix}/" "{value}";'
        yield "}"
    yield "map $uri $karpear_cache_control {"
    yield f'    default "{FRESH}";'
    for folder in FRESH_FOLDERS:
        yield f'    "~^{re.escape(base)}{folder}/" "{FRESH}";'
    for cache, endings in _kept().items():
        yield f'    "~{endings}" "{cache}";'
    yield "}"
    yield "map $sent_http_content_type $karpear_type {"
    yield from ('    "~^text/html" page;', '    default "";', "}")
    yield "map $karpear_type$uri $karpear_link {"
    yield from (f'    "~^page{re.escape(base)}{p.prefix}/" "";' for p in PLACES[1:])
    yield from (f'    "~^page" "{early_style(base)}";', '    default "";', "}")
    name, value = _transport()
    yield f'map $https {_variable(name)} {{\n    default "";\n    on "{value}";\n}}'


def _nginx_headers(base: str) -> Iterator[str]:
    """For a ``server`` block. A published file's time is the content's day, and a corrected digit
    keeps the size: a validator made of both would call the old number good. So there is none."""
    yield "types {"
    yield from (f"    {kind.media} {' '.join(kind.endings)};" for kind in TYPES)
    yield from ("}", "default_type application/octet-stream;")
    medias = " ".join(kind.media for kind in _TEXTS)
    yield from ("charset utf-8;", f"charset_types {medias};", f"gzip_types {medias};")
    yield from ("etag off;", "if_modified_since off;", 'add_header Last-Modified "";')
    yield "add_header Link $karpear_link always;"
    for name, value in common_headers().items():
        yield f'add_header {name} "{value}" always;'
    for name in (*names_by_place(), "Cache-Control", _transport()[0]):
        yield f"add_header {name} {_variable(name)} always;"
    hidden = "|".join(re.escape(name) for name in _HIDDEN)
    yield f'location ~ "^{re.escape(base)}({hidden})(/|$)" {{ return 404; }}'


def _variable(name: str) -> str:
    return f"$karpear_{name.lower().replace('-', '_')}"
