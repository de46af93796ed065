"""Each rule of the crawl: one spoilt spot in a faultless site gives just that finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from karpear.crawl import check_site
from karpear.findings import Finding
from karpear.messages import MESSAGES
from karpear.model import Language

SITE_URL = "https://karpear.test/"
KM, EN = "parents/10-12/index.html", "en/parents/10-12/index.html"
SPOT = '<a href="./">3</a>'


def _check(root: Path) -> list[Finding]:
    return list(check_site(root, site_url=SITE_URL))


def _codes(root: Path) -> list[tuple[str, str]]:
    return [(found.path, found.code) for found in _check(root)]


def _spoil(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old}"
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_site_has_no_finding(good_site: Path) -> None:
    assert _check(good_site) == []


# What stands at SPOT on a page two folders deep, and the codes it must give.
SPOILT = [
    ('<a href="../gone/">x</a>', ["B101"]),
    ('<a href="/gone/">x</a>', ["B101"]),
    ('<a href="https://karpear.test/gone/">x</a>', ["B101"]),
    ('<a href="//karpear.test/gone/">x</a>', ["B101"]),
    ('<a href="https://KARPEAR.test/help/">x</a>', []),
    ('<a href="/Help/">x</a>', ["B101"]),
    ('<a href="/help/index.html">x</a>', []),
    ('<a href="/he%6Cp/">x</a>', []),
    ('<a href="/help/?q=1&amp;r=2#call">x</a>', []),
    ('<a href="\\help\\">x</a>', []),
    ('<a href="/gone/?a=1&amp;b=2">x</a>', ["B101"]),
    ('<area href="/gone/" alt="x">', ["B101"]),
    ('<form action="/gone/"></form>', ["B101"]),
    ('<blockquote cite="/gone/"></blockquote>', ["B101"]),
    ('<link rel="next" href="/gone/">', ["B101"]),
    ('<meta property="og:url" content="https://karpear.test/gone/">', ["B101"]),
    ('<template><a href="/gone/">x</a></template>', ["B101"]),
    ('<noscript><a href="/gone/">x</a></noscript>', ["B101"]),
    ('<!-- <a href="/gone/">x</a> -->', []),
    ('<a href="#gone">x</a>', ["B102"]),
    ('<a href="/help/#gone">x</a>', ["B102"]),
    ('<a href="https://karpear.test/en/help/#gone">x</a>', ["B102"]),
    ('<a href="#Title">x</a>', ["B102"]),
    ('<a href="#ក">x</a><a href="#%E1%9E%80">x</a>', []),
    ('<a href="#call:~:text=Call">x</a>', []),
    ('<img src="gone.png" alt="">', ["B103"]),
    ('<img src="" alt="">', ["B103"]),
    ('<img src="/images/Kite.png" alt="">', ["B103"]),
    ('<img srcset="/images/kite.png 1x, /images/gone.png 2x" alt="">', ["B103"]),
    ('<picture><source srcset="/images/gone.webp"></picture>', ["B103"]),
    ('<link rel="stylesheet" href="gone.css">', ["B103"]),
    ('<link rel="preload" as="image" imagesrcset="/gone.png 2x">', ["B103"]),
    ('<script src="gone.js"></script>', ["B103"]),
    ('<video poster="/gone.png"></video>', ["B103"]),
    ('<audio src="/gone.mp3"></audio>', ["B103"]),
    ('<iframe src="/embed/km/gone.html"></iframe>', ["B103"]),
    ('<svg><image href="/gone.png"/></svg>', ["B103"]),
    ('<a href="../../../up/">x</a>', ["B104"]),
    ('<a href="http://[oops/">x</a>', ["B104"]),
    ('<a href="/help">x</a>', ["B105"]),
    ('<svg><use href="/icons/set.svg#gone"/></svg>', ["B107"]),
    ('<svg><use xlink:href="/icons/set.svg#gone"/></svg>', ["B107"]),
    ('<svg><use href="#gone"/></svg>', ["B107"]),
    ('<svg><use href="/icons/gone.svg#palm"/></svg>', ["B103"]),
    ("<h1>twice</h1>", ["B110"]),
    ('<p id="call">x</p>', ["B118"]),
    ('<link rel="alternate" hreflang="fr" href="/help/">', ["B113", "B114"]),
    ('<link rel="canonical" href="/help/">', ["B112"]),
    ('<script src="https://cdn.test/x.js"></script>', ["B130"]),
    ('<img src="//cdn.test/x.png" alt="">', ["B130"]),
    ('<img srcset="http://cdn.test/x.png 2x" alt="">', ["B130"]),
    ('<link rel="preconnect" href="https://fonts.test">', ["B130"]),
    ('<iframe src="https://video.test/"></iframe>', ["B130"]),
    ('<img src="https://karpear.test/images/kite.png" alt="">', []),
    ("<script>alert(1)</script>", ["B131"]),
    ('<script type="module">x()</script>', ["B131"]),
    ('<script type="importmap">{}</script>', ["B131"]),
    ('<script type="application/json">{}</script>', []),
    ("<style>a{}</style>", ["B132"]),
    ('<p style="text-align: left">x</p>', ["B132"]),
    ('<p ONCLICK="x()">x</p>', ["B133"]),
    ('<svg onload="x()"></svg>', ["B133"]),
    ('<template><p onclick="x()">x</p></template>', ["B133"]),
    ('<a href="javascript:alert(1)">x</a>', ["B134"]),
    ('<a href=" JaVa&#9;Script&colon;alert(1)">x</a>', ["B134"]),
    ('<a href="&#1;javascript:alert(1)">x</a>', ["B134"]),
    ('<a href="data:text/html,x">x</a>', ["B134"]),
    ('<a href="data:image/png;base64,AA==">x</a>', ["B134"]),
    ('<a href="vbscript:x">x</a><a href="blob:x">x</a>', ["B134", "B134"]),
    ('<form action="javascript:x"></form>', ["B134"]),
    ('<script src="data:text/javascript,x"></script>', ["B134"]),
    ('<iframe src="data:image/svg+xml,x"></iframe>', ["B134"]),
    ('<img src="data:image/png;base64,AA==" alt="">', []),
    ('<base href="/help/">', ["B135"]),
    ('<object data="/images/kite.png"></object>', ["B135"]),
    ('<meta http-equiv="refresh" content="0; url=/help/">', ["B135"]),
    ('<iframe srcdoc="x"></iframe>', ["B135"]),
    ('<a href="tel:1280">x</a><a href="sms:1280">x</a>', []),
]


ROWS = [(KM, *row) for row in SPOILT] + [(EN, *row) for row in SPOILT[::7]]


@pytest.mark.parametrize(("path", "written", "codes"), ROWS)
def test_one_spoilt_spot(good_site: Path, path: str, written: str, codes: list[str]) -> None:
    _spoil(good_site, path, SPOT, written)
    got = [code for where, code in _codes(good_site) if where == path]
    assert sorted(got) == sorted(codes)


FOREIGN = '<image href="https://x.test/a.png"/>'
LISTED = f"<url><loc>{SITE_URL}{{}}</loc></url>"
SINGLE = "downloads/page.html"
# path, old, new, findings as (path, code)
CHANGED = [
    (KM, 'lang="km"', 'lang="en"', [(KM, "B111")]),
    (EN, 'lang="en"', "", [(EN, "B111")]),
    ("embed/en/help.html", 'lang="en"', 'lang="km"', [("embed/en/help.html", "B111")]),
    ("k/h1/index.html", 'lang="km"', 'lang="kh"', [("k/h1/index.html", "B111")]),
    ("k/h1/index.html", "/help/", "/gone/", [("k/h1/index.html", "B101")]),
    (KM, "<h1", "<h2", [(KM, "B110")]),
    (KM, 'rel="canonical"', 'rel="x"', [(KM, "B112")]),
    (KM, f'canonical" href="{SITE_URL}', 'canonical" href="/', [(KM, "B112")]),
    (KM, 'hreflang="en"', 'hreflang="km"', [(KM, "B113")] * 2 + [(KM, "B114"), (EN, "B114")]),
    (KM, '"x-default"', '"de"', [(KM, "B113")] * 2 + [(KM, "B114"), (EN, "B114")]),
    (KM, 'karpear:id" content="parents/10-12"', 'karpear:id" content="x"', [(KM, "B115")]),
    (KM, 'name="karpear:id"', 'name="x"', [(KM, "B115")]),
    (KM, 'id="help-block"', "", [(KM, "B116")]),
    (KM, 'id="exit"', "", [(KM, "B117")]),
    ("404.html", 'id="exit"', "", [("404.html", "B117")]),
    ("404.html", "/help/", "help/", [("404.html", "B106")]),
    ("404.html", "/help/", "/gone/", [("404.html", "B101")]),
    ("404.html", '"#help-block"', '"#gone"', [("404.html", "B102")]),
    ("css/site.css", "khmer.woff2", "gone.woff2", [("css/site.css", "B103")]),
    ("css/site.css", "url(../images", "url(../gone", [("css/site.css", "B103")]),
    ("css/site.css", "set.svg#palm", "set.svg#gone", [("css/site.css", "B107")]),
    ("css/site.css", "/* url", '@import "gone.css"; /*', [("css/site.css", "B103")]),
    ("css/site.css", "/* url", '@import "https://x.test/a.css"; /*', [("css/site.css", "B130")]),
    ("css/site.css", "url(data:image", "url(data:text", [("css/site.css", "B134")]),
    ("icons/set.svg", '"#palm"', '"#gone"', [("icons/set.svg", "B107")]),
    ("icons/set.svg", "<path", "<script>x</script><path", [("icons/set.svg", "B131")]),
    ("icons/set.svg", "<path", '<path onclick="x"', [("icons/set.svg", "B133")]),
    ("icons/set.svg", "<path", f"{FOREIGN}<path", [("icons/set.svg", "B130")]),
    ("sitemap.xml", "<loc>https://karpear.test/help/</loc>", "", [("sitemap.xml", "B121")]),
    ("sitemap.xml", "</urlset>", f"{LISTED.format('k/h1/')}</urlset>", [("sitemap.xml", "B122")]),
    ("sitemap.xml", "</urlset>", f"{LISTED.format('help/')}</urlset>", [("sitemap.xml", "B122")]),
    ("sitemap.xml", "</urlset>", "", [("sitemap.xml", "B120")]),
    (SINGLE, "<style>", '<a href="/gone/">x</a><style>', [(SINGLE, "B101")]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "expected"), CHANGED)
def test_one_change(
    good_site: Path, path: str, old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    _spoil(good_site, path, old, new)
    assert sorted(_codes(good_site)) == sorted(expected)


def _remove_twin(root: Path) -> None:
    (root / EN).unlink()


def _remove_sitemap(root: Path) -> None:
    (root / "sitemap.xml").unlink()


def _latin(root: Path) -> None:
    (root / "js/extra.svg").write_bytes(b"<svg>\xe9</svg>")


def _empty(root: Path) -> None:
    (root / "404.html").write_bytes(b"")


def _new_page(root: Path) -> None:
    (root / "new").mkdir()
    (root / "new/index.html").write_text("<html lang=km><h1>x</h1></html>", encoding="utf-8")


WHOLE = [
    (_remove_twin, {"B101", "B114", "B122"}),
    (_remove_sitemap, {"B120"}),
    (_latin, {"B119"}),
    (_empty, {"B119", "B110", "B111", "B115", "B116", "B117"}),
    (_new_page, {"B112", "B113", "B114", "B115", "B116", "B117", "B121"}),
]


@pytest.mark.parametrize(("spoil", "codes"), WHOLE)
def test_files_come_and_go(good_site: Path, spoil: Callable[[Path], None], codes: set[str]) -> None:
    spoil(good_site)
    assert {code for _, code in _codes(good_site)} == codes


@pytest.mark.parametrize("name", ["", "empty", "missing"])
def test_nothing_to_look_at_is_a_finding(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    assert _codes(tmp_path / name) == [(".", "B100")]


def test_the_line_and_the_value_are_named(good_site: Path) -> None:
    _spoil(good_site, KM, SPOT, '<a href="/gone/?a=1&amp;b=2">x</a>')
    (found,) = _check(good_site)
    lines = (good_site / KM).read_text(encoding="utf-8").splitlines()
    assert "/gone/" in lines[found.line - 1]
    assert found.message == 'dead link "/gone/?a=1&b=2": there is no such page or file'


def test_every_b_message_reads_in_both_languages(good_site: Path) -> None:
    for number, (written, _) in enumerate(SPOILT):
        path = good_site / f"p{number}" / "index.html"
        path.parent.mkdir()
        path.write_text(written, encoding="utf-8")
    for found in _check(good_site):
        for lang in Language:
            assert found.text(lang)
            assert found.hint(lang)
            assert "{" not in found.text(lang).replace(dict(found.values).get("value", ""), "")


def test_messages_are_complete() -> None:
    mine = {code: message for code, message in MESSAGES.items() if code.startswith("B")}
    for message in mine.values():
        for text in (message.message, message.mend):
            assert text.km != text.en
            assert any("ក" <= char <= "៿" for char in text.km)


def test_a_site_in_a_folder_of_its_host(good_site: Path) -> None:
    for path in good_site.rglob("*"):
        if path.suffix in (".html", ".xml"):
            text = path.read_text(encoding="utf-8").replace(SITE_URL, SITE_URL + "kids/")
            path.write_text(text.replace('href="/', 'href="/kids/'), encoding="utf-8")
    url = SITE_URL + "kids"
    assert list(check_site(good_site, site_url=url)) == []
    _spoil(good_site, KM, SPOT, '<a href="/help/">x</a>')
    assert [found.code for found in check_site(good_site, site_url=url)] == ["B104"]
