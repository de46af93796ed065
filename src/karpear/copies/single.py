"""One HTML file for each module, topic, risk and flow.

Such files travel by chat, Bluetooth and memory card and are opened bare by any file manager, so
everything is within: style, drawings, pictures, font, and a table of numbers behind "leave". The
policy in the page allows exactly these styles and scripts, by their hashes, and no request.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from urllib.parse import quote

from karpear.copies.lite import lite_body, page_link
from karpear.copies.names import file_name, has_single, single_pages
from karpear.copies.neutral import neutral_rows
from karpear.copies.rewrite import symbols_of, with_files, with_links, with_own_symbols
from karpear.copies.source import Made, Source
from karpear.copies.styles import font_faces, style_for, without_idle_classes
from karpear.fonts import WEIGHTS, font_bytes
from karpear.headers import media_of
from karpear.model import Language, Page
from karpear.rendering.templates import environment

FOLDER = "downloads/html"
_OWN_STYLE = (
    ".k-out{float:none;display:flex;justify-content:flex-end}#numbers{display:none}#numbers:target{display:block;position:fixed;inset:0;z-index:9;"
    "overflow:auto;background:var(--paper);padding:1rem}"
)
_KHMER = re.compile("[\u1780-\u17ff]")


def make_singles(source: Source) -> Iterator[Made]:
    """A file for each page that has one, in each language."""
    for lang in Language:
        for page in single_pages(source.library, lang):
            yield Made(
                path=f"{FOLDER}/{file_name(page)}",
                format="html",
                variant="single",
                lang=str(lang),
                id=page.id,
                title=page.title,
                data=single_file(source, page).encode(),
            )


def single_file(
    source: Source, page: Page, *, extra: str = "", alone: bool = False, twin: str = ""
) -> str:
    """The whole file. ``alone`` leaves no link to other files (a package holds one page only);
    ``extra`` is one more script; ``twin`` the file of the other language, where it lies beside."""
    body = _body(source, page, alone=alone)
    script = own_file("leave.js")
    style = style_for(_asset(source, "css/site.css"), _frame(body)) + _OWN_STYLE
    body = without_idle_classes(body, style)
    fonts = font_faces(khmer_font()) if page.lang is Language.KM else ""
    html = (
        environment()
        .get_template("copies/single.html.jinja")
        .render(
            page=page,
            lang=str(page.lang),
            ui=source.words(page.lang).ui,
            body=body,
            style=style,
            fonts=fonts,
            script=script,
            extra=extra,
            policy=single_policy((style, fonts), (script, extra)),
            state=source.state(page.lang),
            address=source.address(page),
            twin=twin,
            neutral=neutral_rows(page.lang),
            has_links=re.search(r'href="[^"#:]+\.html', body) is not None,
        )
    )
    return with_own_symbols(html, symbols_of(_asset(source, "pictograms.svg")))


def single_policy(styles: tuple[str, ...], scripts: tuple[str, ...]) -> str:
    """Nothing but these styles and scripts, the font and pictures within; no request at all."""
    return (
        f"default-src 'none'; style-src {_hashes(styles)}; script-src {_hashes(scripts)}; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: tuple[str, ...]) -> str:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts if text)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@lru_cache(maxsize=1)
def khmer_font() -> dict[int, bytes]:
    """Both weights of the site's font."""
    return {weight: font_bytes(weight) for weight in WEIGHTS}


def own_file(name: str) -> str:
    """A script of this room, as it goes into a page."""
    return files("karpear.copies").joinpath(name).read_text("utf-8").strip()


def _asset(source: Source, name: str) -> str:
    return (source.site / name).read_text("utf-8")


def _frame(body: str) -> str:
    """What a rule of the style sheet may speak of: the body and the names of the template."""
    return (
        body
        + '<i class="k-out k-exit k-lang k-button k-foot k-foot-in k-foot-not" id="exit main"></i>'
    )


def _body(source: Source, page: Page, *, alone: bool) -> str:
    """The page's content with links to the other files, or with none."""

    def place(page_id: str, lang: str) -> str | None:
        found = source.library.page(page_id, Language(lang))
        return file_name(found) if found and has_single(found) and not alone else None

    html = with_links(lite_body(source, page), page_link(source, page, place))
    return with_files(html, lambda value: _picture(source, page, value))


def _picture(source: Source, page: Page, value: str) -> str | None:
    """A picture of the content as data."""
    path = source.site / page.url[1:] / value
    if not path.is_file() or not media_of(path.name).startswith("image/"):
        return None
    if path.suffix == ".svg":
        return "data:image/svg+xml," + quote(path.read_text("utf-8"), safe=" '/=:;,()!*@$&+")
    data = base64.b64encode(path.read_bytes()).decode()
    return f"data:{media_of(path.name)};base64,{data}"
