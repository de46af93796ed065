"""The whole site as a folder in a ZIP file: it opens from ``index.html`` without any server.

The folder is also a RACHEL module (``rachel-index.php`` beside ``index.html``). What is left out:
files for servers and search engines, other downloads, recordings, and in a copy of one language
the pages of the other. Every link names its file, drawings stand in each page, leaving opens a
page of the copy itself.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files

from karpear.addresses import Site
from karpear.copies.archive import zip_bytes
from karpear.copies.neutral import NEUTRAL, neutral_page
from karpear.copies.rewrite import (
    explicit,
    symbols_of,
    with_files,
    with_links,
    with_own_symbols,
    without_outward_head,
    without_prints,
)
from karpear.copies.source import BOTH, SITE_ID, Made, Source
from karpear.headers import content_policy
from karpear.manifest import NAME, as_text
from karpear.model import Language
from karpear.rendering.templates import environment

VERIFY, START = "verify.html", "START-HERE.html"
FOLDERS = ("css", "fonts", "images")
_EXIT = re.compile(r'(<a class="k-exit" id="exit" href=")[^"]*("[^>]*?)( title="[^"]*")?>')
_OTHER = re.compile(r'<a class="k-lang"[^>]*>.*?</a>\n?', re.DOTALL)
_KEEP = re.compile(r'<section class="k-keep".*?</section>', re.DOTALL)
# Recordings stay on the website: a few of them weigh more than all pages.
_SOUND = re.compile(r'<div class="k-sound">.*?</div>', re.DOTALL)
_SEARCH = '<form id="search"'
_END = "</div>\n</footer>"


def make_offline(source: Source) -> Iterator[Made]:
    """Three ZIP files: Khmer, English, both."""
    for langs in ((Language.KM,), (Language.EN,), BOTH):
        name = "-".join(langs)
        title = " · ".join(source.words(lang).ui("copy-offline-title") for lang in langs)
        yield Made(
            path=f"downloads/offline/karpear-{name}.zip",
            format="zip",
            variant="bilingual" if langs == BOTH else "offline",
            lang=name,
            id=SITE_ID,
            title=title,
            data=zip_bytes(offline_files(source, langs), source.epoch),
        )


def offline_files(source: Source, langs: tuple[Language, ...]) -> dict[str, bytes]:
    """Every file of the folder by its name in the ZIP, ``MANIFEST.sha256`` among them."""
    folder = "-".join(langs) + "-karpear"
    made = dict(site_files(source, langs))
    made[START] = _page(source, langs, "start")
    made[VERIFY] = _page(source, langs, "verify", limit=1_000_000)
    made["scripts/verify.js"] = files("karpear.copies").joinpath("verify.js").read_bytes()
    made["rachel-index.php"] = _page(source, langs, "rachel")
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
    made[NAME] = as_text(digests).encode()
    return {f"{folder}/{name}": data for name, data in made.items()}


def site_files(source: Source, langs: tuple[Language, ...]) -> Iterator[tuple[str, bytes]]:
    """Pages and what they fetch, at the addresses of the site; home stands at the root always."""
    pages = page_paths(source, langs)
    assets = dict(_assets(source, langs))
    kept = frozenset({*pages, *assets, NEUTRAL, VERIFY})
    yield from assets.items()
    yield NEUTRAL, neutral_page(langs[0]).encode()
    for path, lang in pages.items():
        text = (source.site / path).read_text("utf-8")
        yield path, offline_page(source, text, path, lang, kept).encode()
    if Language.KM not in langs:
        home = (source.site / "en/index.html").read_text("utf-8")
        text = offline_page(source, home, "en/index.html", langs[0], kept, at="index.html")
        yield "index.html", text.encode()


def page_paths(source: Source, langs: tuple[Language, ...]) -> dict[str, Language]:
    """The file of each page, with its language."""
    return {
        posixpath.join(page.url[1:], "index.html"): lang
        for lang in langs
        for page in source.pages(lang)
    }


def _assets(source: Source, langs: tuple[Language, ...]) -> Iterator[tuple[str, bytes]]:
    names = ["favicon.svg", "scripts/site.js", "scripts/search.js"]
    names += [f"search/{lang}.{stage}.js" for lang in langs for stage in ("first", "full")]
    return copied(source, names, FOLDERS)


def copied(
    source: Source, names: list[str], folders: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """Files of the site by name, and whole folders of it."""
    for folder in folders:
        found = sorted((source.site / folder).rglob("*"))
        names += [path.relative_to(source.site).as_posix() for path in found if path.is_file()]
    for name in names:
        if (source.site / name).is_file():
            yield name, (source.site / name).read_bytes()


def offline_page(
    source: Source,
    html: str,
    path: str,
    lang: Language,
    kept: frozenset[str],
    *,
    at: str = "",
) -> str:
    """One page of the site as it stands in the folder; ``at`` when it moves to another place."""
    site = Site.at(source.site_url)

    def link(value: str) -> str | None:
        found = explicit(value, path, kept, site)
        is_moved = at and found and not re.match(r"#|[a-z]+:", found)
        return posixpath.normpath(posixpath.join("en", found)) if is_moved and found else found

    html = without_outward_head(_SOUND.sub("", _KEEP.sub("", html)))
    html = without_prints(html, source.words(lang).ui("print-none"))
    html = html.replace(_SEARCH, f'{_SEARCH} data-file="index.html"')
    if posixpath.join("en" if lang is Language.KM else "", "index.html") not in kept:
        html = _OTHER.sub("", html)
    html = with_files(with_links(html, link), link)
    up = posixpath.relpath(".", posixpath.dirname(at or path) or ".")
    html = with_own_symbols(html, symbols_of((source.site / "pictograms.svg").read_text("utf-8")))
    check = posixpath.join(up, VERIFY) if VERIFY in kept else ""
    return _with_state(source, _with_exit(source, html, up, lang), check, lang)


def _with_exit(source: Source, html: str, up: str, lang: Language) -> str:
    """Leaving opens the neutral page of the copy: there may be no network."""
    hint = escape(source.words(lang).ui("copy-exit-hint"))
    target = posixpath.join(up, NEUTRAL)
    return _EXIT.sub(rf'\g<1>{target}\g<2> title="{hint}">', html)


def _with_state(source: Source, html: str, check: str, lang: Language) -> str:
    """The last lines of each page: that it is a copy, of when, and how to check it."""
    words = source.words(lang)
    line = (
        f'<p>{escape(words.ui("copy-is"))} <span dir="ltr">{escape(source.site_url)}</span><br>'
        f"{escape(source.state(lang))}</p>\n"
    )
    if check:
        line += f'<p><a href="{check}">{escape(words.ui("copy-verify"))}</a></p>\n'
    return html.replace(_END, line + _END)


def _page(source: Source, langs: tuple[Language, ...], name: str, **more: object) -> bytes:
    """A page of the copy's own, in each of its languages."""
    parts = [_part(source, lang, langs) for lang in (BOTH if name == "start" else langs)]
    template = environment().get_template(f"copies/{name}.html.jinja")
    names: Mapping[str, object] = {"parts": parts, "policy": content_policy(), **more}
    return template.render(
        **names,
        words=source.words(langs[0]),
        site_url=source.site_url,
        folder="-".join(langs) + "-karpear",
        manifest=NAME,
        neutral=NEUTRAL,
    ).encode()


def _part(source: Source, lang: Language, langs: tuple[Language, ...]) -> dict[str, object]:
    """What a page says in one language; its links lead to what the copy has."""
    words = source.words(lang)
    here = lang if lang in langs else langs[0]
    root = "en/" if here is Language.EN else ""
    only = words.ui(f"start-only-{here}") if len(langs) == 1 else ""
    return {
        "lang": str(lang),
        "ui": words.ui,
        "home": "index.html" if len(langs) == 1 else f"{root}index.html",
        "help": f"{root}help/index.html",
        "state": source.state(lang),
        "only": only,
    }
