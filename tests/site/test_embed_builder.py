"""The page to choose a card on, with and without its script; every snippet of it in a host's page;
previews and oEmbed as others read them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from karpear.embeds.names import card_path, has_card
from karpear.headers import content_policy
from tests.embeds.conftest import serve_as_published
from tests.site.conftest import ROOT, Site, serve

SITE = "https://karpear.example/"
BUILDER = "schools/embed/"


@pytest.fixture(scope="module")
def published(site: Site) -> Iterator[str]:
    with serve_as_published(site.root) as url:
        yield url


def tree_of(site: Site, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site.root / address / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("address", [BUILDER, f"en/{BUILDER}"])
def test_every_snippet_of_the_builder_works_in_a_hosts_page(
    site: Site, published: str, browser: Browser, tmp_path: Path, address: str
) -> None:
    snippets = [node.text() for node in tree_of(site, address).css("textarea")]
    carded = [page for page in site.library.pages if has_card(page)]
    assert len(snippets) == len(carded)
    body = "".join(snippets).replace(SITE, published).replace('loading="lazy"', "")
    (tmp_path / "404.html").write_text("", "utf-8")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><link rel="icon" href="data:,"><title>host</title>{body}', "utf-8"
    )
    context = browser.new_context(viewport={"width": 700, "height": 800})
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    with serve(tmp_path) as host:
        tab.goto(host.replace("127.0.0.1", "localhost"), wait_until="load")
        frames = [frame for frame in tab.frames if frame.url.startswith(published)]
        titles = {frame.url: frame.locator("h1").text_content() for frame in frames}
    assert titles == {published + card_path(page): page.title for page in carded}
    assert wrong == []
    assert not context.cookies()
    context.close()


def test_without_the_script_there_is_a_list_of_all(
    site: Site, published: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(published + f"en/{BUILDER}")
    assert not tab.locator("#build").is_visible()
    card = tab.locator('details[data-name="parents-6-9"][data-lang="km"]')
    card.locator("summary").click()
    assert "/embed/km/parents-6-9.html" in card.locator("textarea").input_value()
    page = site.library.page("parents/6-9", "km")  # type: ignore[arg-type]
    assert page is not None
    assert card.locator("input").input_value() == f"{SITE}k/{site.library.short_id(page)}/"
    context.close()


def test_with_the_script_four_questions_choose_one(published: str, tab: Page) -> None:
    wrong: list[str] = []
    tab.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    tab.goto(published + f"en/{BUILDER}")
    before = tab.evaluate("history.length")
    assert "/embed/en/help.html" in tab.locator("#build-result textarea").input_value()
    tab.select_option("#build-group", "teachers")
    tab.select_option("#build-card", "teachers-10-12")
    tab.select_option("#build-lang", "km")
    tab.select_option("#build-size", "320")
    code = tab.locator("#build-result textarea").input_value()
    assert f'src="{SITE}embed/km/teachers-10-12.html"' in code
    assert ' width="320" ' in code
    frame = tab.frame_locator("#build-preview iframe")
    assert frame.locator("html").get_attribute("lang") == "km"
    assert tab.locator("#build-preview iframe").get_attribute("width") == "320"
    for kind in ("svg", "png"):
        link = tab.locator(f'#build-result a[href$="teachers-10-12.{kind}"]')
        assert tab.request.get(link.evaluate("a => a.href")).ok
    assert tab.evaluate("history.length") == before
    assert wrong == []


def test_in_a_browser_of_before_2020_the_list_is_enough(published: str, tab: Page) -> None:
    """Chromium 86 was the first with ``replaceChildren``: no form that does nothing."""
    tab.add_init_script("delete Element.prototype.replaceChildren")
    tab.goto(published + f"en/{BUILDER}")
    assert not tab.locator("#build").is_visible()
    assert tab.locator("#build-list details").first.is_visible()


def test_only_this_page_may_hold_a_frame(site: Site) -> None:
    with_frames = set()
    for address in site.pages():
        node = tree_of(site, address).css_first('meta[http-equiv="Content-Security-Policy"]')
        if node.attributes["content"] == content_policy(frames=True):
            with_frames.add(address)
        else:
            assert node.attributes["content"] == content_policy()
    assert with_frames == {BUILDER, f"en/{BUILDER}"}


def test_a_public_library_reads_the_oembed(site: Site) -> None:
    for address, name in (("parents/6-9/", "parents-6-9"), ("en/help/tell/", "help-tell")):
        command = ["node", str(ROOT / "tests/read_oembed.mjs"), SITE, site.url, SITE + address]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert ran.returncode == 0, ran.stderr
        found = json.loads(ran.stdout)
        assert (found["type"], found["version"]) == ("rich", "1.0")
        assert f"/{name}.html" in found["html"]
        assert f'width="{found["width"]}" height="{found["height"]}"' in found["html"]


def test_previews_of_sheltered_pages_say_the_sites_name_alone(site: Site) -> None:
    for page in site.library.pages:
        tree = tree_of(site, page.url[1:])
        told = {
            node.attributes.get("property") or node.attributes.get("name"): node.attributes[
                "content"
            ]
            for node in tree.css('meta[property^="og:"], meta[name^="twitter:"]')
        }
        name = site.library.ui["site-name"][page.lang]
        assert told["og:title"] == (name if page.is_sheltered else page.title)
        if page.is_sheltered:
            assert told["og:description"] == site.library.ui["share-neutral"][page.lang]
        oembed = tree.css_first('link[type="application/json+oembed"]')
        assert (oembed is not None) == has_card(page)


def test_sheltered_pages_ask_nobody_to_share_them(site: Site) -> None:
    for page in site.library.pages:
        tree = tree_of(site, page.url[1:])
        links = [node.attributes["href"] or "" for node in tree.css(".k-share a")]
        assert bool(links) != page.is_sheltered, page.url
        short = site.library.short_id(page)
        assert tree.css_first(".k-share input").attributes["value"] == f"{SITE}k/{short}/"
        if links:
            assert links[0].startswith(f"https://t.me/share/url?url=https%3A%2F%2Fkarpear.example%2Fk%2F{short}%2F&")  # fmt: skip
            assert links[1].startswith("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2F")  # fmt: skip


def test_json_ld_is_data_and_no_violation(site: Site, published: str, tab: Page) -> None:
    wrong: list[str] = []
    tab.on("console", lambda m: wrong.append(m.text))
    for address in ("parents/6-9/", "en/topics/grooming/", "help/"):
        tab.goto(published + address)
        data = tab.locator('script[type="application/ld+json"]').text_content()
        assert json.loads(data or "")["url"] == SITE + address
    assert wrong == []


def test_manifest_has_a_row_for_every_file(site: Site) -> None:
    rows = json.loads((site.root / "downloads/manifest.json").read_text("utf-8"))["artifacts"]
    known = {row["path"]: row for row in rows}
    for pattern in ("api/v1/*.json", "api/v1/*.csv", "downloads/*.vcf", "embed/*/*.html"):
        for path in site.root.glob(pattern):
            row = known[path.relative_to(site.root).as_posix()]
            assert row["bytes"] == path.stat().st_size
            assert row["title"]
            assert row["format"] in {"json", "csv", "vcf", "embed"}
    assert known["embed/km/parents-6-9.html"]["id"] == "parents/6-9"
    assert known["api/v1/glossary.json"]["id"] == "site"


def test_qr_pictures_lead_to_the_short_address(site: Site, tmp_path: Path) -> None:
    for path in list(site.root.glob("downloads/qr/*/*.png"))[::13]:
        ran = subprocess.run(["zbarimg", "-q", "--raw", str(path)], capture_output=True, text=True)
        assert re.fullmatch(rf"{SITE}k/[a-z0-9]+/", ran.stdout.strip()), path


def test_data_says_what_the_pages_say(site: Site) -> None:
    """The same numbers on the page of help as in the file."""
    rows = json.loads((site.root / "api/v1/helplines.json").read_text("utf-8"))["helplines"]
    html = (site.root / "en/help/index.html").read_text("utf-8")
    for row in rows:
        if "children" in row["audiences"]:  # the page of help is for them, too
            assert f'id="line-{row["id"]}"' in html
            for number in row["numbers"]:
                assert f'href="{number["tel"]}"' in html
                assert number["shown"] in html
    pages = json.loads((site.root / "api/v1/guidance.json").read_text("utf-8"))["pages"]
    for row in pages:
        for lang in ("km", "en"):
            address = row[lang]["url"].removeprefix(SITE)
            tree = tree_of(site, address)
            assert tree.css_first('meta[name="karpear:id"]').attributes["content"] == row["id"]
            ids = {node.attributes["id"] for node in tree.css("[id]")}
            assert {s["key"] for s in row[lang]["sections"]} <= ids, address
