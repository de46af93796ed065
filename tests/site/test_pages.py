"""Every page of both languages in Chromium: it opens, asks for nothing else, and leaves nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from karpear.model import Language
from tests.site.conftest import ROOT, Site

AXE = ROOT / "tests/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TRACES = """async () => ({
  cookies: document.cookie, local: localStorage.length, session: sessionStorage.length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  caches: (await caches.keys()).length })"""
OVERFLOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_every_page_opens_without_a_failed_request_or_trace(
    site: Site, browser: Browser, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("response", lambda r: wrong.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    tab.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(site.url) else None)
    tab.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda problem: wrong.append(str(problem)))
    for address in site.pages():
        tab.goto(site.url + address)
        traces = tab.evaluate(TRACES)
        wrong += [f"{address}: {k} {v}" for k, v in traces.items() if v]
        if tab.evaluate(OVERFLOW):
            wrong.append(f"{address}: wider than {width} px")
    assert not context.cookies()
    context.close()
    assert wrong == []


def test_the_language_switch_leads_to_the_same_page(site: Site, tab: Page) -> None:
    for page in site.library.in_language(Language.KM):
        twin = site.library.page(page.id, Language.EN)
        assert twin is not None
        for here, there, lang in ((page, twin, "en"), (twin, page, "km")):
            tab.goto(site.url + here.url[1:])
            link = tab.locator(f"header a[hreflang={lang}]")
            assert link.evaluate("a => a.href") == site.url + there.url[1:]


def test_the_404_page_has_both_languages_and_the_lines_at_any_depth(site: Site, tab: Page) -> None:
    failed: list[str] = []
    tab.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    for address in ("nowhere/", "en/nowhere/at/all/"):
        response = tab.goto(site.url + address)
        assert response is not None
        assert response.status == 404
        assert tab.locator("html").get_attribute("lang") == "km"
        assert tab.locator("section[lang=en]").count() == 1
        for number in ("1280", "+85592311511", "117"):
            assert tab.locator(f'a[href="tel:{number}"]').count() == 2
        assert failed == [site.url + address]
        failed.clear()


def test_no_english_word_of_the_interface_stands_on_a_khmer_page(site: Site) -> None:
    english = {
        pair.en
        for pair in site.library.ui.values()
        if pair.en != pair.km and "{" not in pair.en and len(pair.en) > 3
    } - {"Karpear", "English"}
    for page in site.library.in_language(Language.KM):
        html = (site.root / page.url[1:] / "index.html").read_text("utf-8")
        khmer = re.sub(r'<(\w+)[^>]*\blang="en"[^>]*>.*?</\1>', "", html, flags=re.DOTALL)
        texts = {text.strip() for text in re.findall(r">([^<]+)<", khmer)}
        assert not texts & english, page.id


def test_the_khmer_words_of_the_theme_are_complete() -> None:
    import material

    theirs = Path(material.__file__).parent / "templates/partials/languages/en.html"
    keys = set(re.findall(r'^\s*"([^"]+)":', theirs.read_text("utf-8"), re.MULTILINE))
    ours = (ROOT / "overrides/partials/languages/km.html").read_text("utf-8")
    found = dict(re.findall(r'^\s*"([^"]+)":\s*"([^"]*)"', ours, re.MULTILINE))
    assert keys <= set(found)
    technical = {"language", "direction", "search.config.lang", "search.config.pipeline"}
    technical |= {"search.config.separator"}
    for key in keys - technical:
        assert re.search(r"[\u1780-\u17ff]", found[key]), key


def test_the_help_block_stands_in_the_same_place_and_order(site: Site, tab: Page) -> None:
    for address in site.pages():
        tab.goto(site.url + address)
        numbers = tab.locator("#help-block a[href^='tel:']").evaluate_all("a => a.map(x => x.href)")
        assert numbers == ["tel:1280", "tel:+85592311511", "tel:117"], address


def test_help_is_in_the_first_screen_of_a_small_phone(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 568})
    tab = context.new_page()
    for page in site.library.pages:
        if page.young or page.id.startswith("help"):
            tab.goto(site.url + page.url[1:])
            box = tab.locator('#help-block a[href="tel:1280"]').bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 568, page.url
    context.close()


def test_helpline_numbers_on_the_pages_are_those_of_the_register(site: Site) -> None:
    known = {number.dial for line in site.library.helplines for number in line.numbers}
    for path in site.root.rglob("*.html"):
        for number in re.findall(r'href="tel:([^"]*)"', path.read_text("utf-8")):
            assert number in known, path
