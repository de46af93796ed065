"""A ZIM file for each language, for Kiwix: the site's pages and an index of ours (``zimwords``)."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from karpear import __version__
from karpear.copies.neutral import NEUTRAL, neutral_page
from karpear.copies.offline import FOLDERS, copied, offline_page, page_paths
from karpear.copies.source import SITE_ID, Made, Source
from karpear.copies.zimwords import index_text, without_marks
from karpear.headers import media_of
from karpear.model import Language

ISO: Final = {Language.KM: "khm", Language.EN: "eng"}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_XAPIAN = re.compile(rb"(\x0f\x0dXapian Glass..).{16}", re.DOTALL)


def is_possible() -> bool:
    """libzim has no wheel for every machine, and what is installed may not load."""
    try:
        import libzim.writer  # noqa: F401
    except ImportError:
        return False
    return True


def make_zims(source: Source) -> Iterator[Made]:
    """A file for each language; none without libzim (B406 says so)."""
    for lang in Language if is_possible() else ():
        yield Made(
            path=f"downloads/zim/karpear-{lang}.zim",
            format="zim",
            variant="kiwix",
            lang=str(lang),
            id=SITE_ID,
            title=source.words(lang).ui("copy-zim-title"),
            data=zim_bytes(source, lang),
        )


def zim_files(source: Source, lang: Language) -> Iterator[tuple[str, bytes]]:
    """Pages and what they fetch, by path. The search of the site comes along: it parts Khmer,
    which that of Kiwix cannot."""
    pages = page_paths(source, (lang,))
    assets = dict(copied(source, ["favicon.svg", *_scripts(lang)], FOLDERS))
    kept = frozenset({*pages, *assets, NEUTRAL})
    yield from assets.items()
    yield NEUTRAL, neutral_page(lang).encode()
    for path in pages:
        text = (source.site / path).read_text("utf-8")
        html = offline_page(source, text, path, lang, kept)
        yield path, _POLICY.sub("", html).encode()


def _scripts(lang: Language) -> list[str]:
    return ["scripts/search.js", *(f"search/{lang}.{stage}.js" for stage in ("first", "full"))]


def zim_bytes(source: Source, lang: Language) -> bytes:
    """The whole file, with the id and check sum that the same content always has."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.zim"
        _write(source, lang, path)
        data = path.read_bytes()
    return with_fixed_id(data, uuid.uuid5(uuid.NAMESPACE_URL, f"{source.site_url}#zim-{lang}"))


def with_fixed_id(data: bytes, name: uuid.UUID) -> bytes:
    """libzim and its index draw new ids each time: at byte 8, and after the name of each Xapian
    database. The last 16 bytes are the MD5 of all before."""
    body = data[:8] + name.bytes + data[24:-16]
    body = _XAPIAN.sub(lambda found: found[1] + name.bytes, body)
    return body + hashlib.md5(body, usedforsecurity=False).digest()


def _write(source: Source, lang: Language, path: Path) -> None:
    from libzim.writer import Creator  # here: the rest of the build needs no libzim

    home = "index.html" if lang is Language.KM else "en/index.html"
    by_path = {page.url[1:] + "index.html": page for page in source.pages(lang)}
    creator = Creator(path).config_indexing(True, ISO[lang]).config_nbworkers(1)
    creator.set_mainpath(home)
    with _silent(), creator:
        for name, value in metadata(source, lang).items():
            creator.add_metadata(name, value)
        creator.add_illustration(48, illustration())
        for name, data in zim_files(source, lang):
            page = None if name.endswith("search/index.html") else by_path.get(name)
            words = index_text(source, page, data.decode()) if page else ""
            creator.add_item(_item(name, page.title if page else "", data, words))


@contextmanager
def _silent() -> Iterator[None]:
    """libzim talks on standard output, past Python; ours is for findings."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _item(path: str, title: str, data: bytes, words: str) -> object:
    """One entry; only pages are found by searching."""
    from libzim.writer import Hint, IndexData, Item, StringProvider

    index = {
        "has_indexdata": lambda _: bool(words),
        "get_title": lambda _: without_marks(title),
        "get_content": lambda _: words,
        "get_keywords": lambda _: "",
        "get_wordcount": lambda _: len(words.split()),
        "get_position": lambda _: (False, 0.0, 0.0),
    }
    entry = {
        "get_path": lambda _: path,
        "get_title": lambda _: title,
        "get_mimetype": lambda _: media_of(path),
        "get_hints": lambda _: {Hint.FRONT_ARTICLE: int(bool(title))},
        "get_contentprovider": lambda _: StringProvider(data),
        "get_indexdata": lambda _: type("Words", (IndexData,), index)(),
    }
    return type("Entry", (Item,), entry)()


def metadata(source: Source, lang: Language) -> dict[str, str]:
    """What a library of ZIM files shows; lengths are openZIM's."""
    words = source.words(lang)
    return {
        "Name": f"karpear_{lang}",
        "Title": f"{words.ui('site-name')} · Karpear"[:30],
        "Description": words.ui("zim-description"),
        "LongDescription": f"{source.state(lang)} {words.ui('draft-line')}",
        "Language": ISO[lang],
        "Creator": "Karpear",
        "Publisher": "Karpear",
        "Date": datetime.fromtimestamp(source.epoch, UTC).date().isoformat(),
        "License": words.ui("licence-line"),
        "Source": source.site_url,
        "Scraper": f"karpear {__version__}",
        "Tags": "_category:other;_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
        "Flavour": "nopic",
    }


def illustration() -> bytes:
    """The krama's check, 48 x 48."""
    image = Image.new("RGB", (48, 48), "#FFFBF3")
    draw = ImageDraw.Draw(image)
    for at in range(0, 48, 16):
        draw.rectangle((at, 0, at + 7, 47), fill="#A5BBAE")
    for at in range(0, 48, 16):
        for across in range(0, 48, 8):
            shade = "#1F5A43" if across % 16 == 0 else "#A5BBAE"
            draw.rectangle((across, at, across + 7, at + 7), fill=shade)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
