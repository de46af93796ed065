"""Cards in frames of a host at another origin, as the snippets put them there, in Chromium."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from karpear.embeds.names import card_path
from karpear.embeds.snippets import HOST_SCRIPT, WIDTHS, card_height, snippet
from karpear.model import Page as Written
from tests.embeds.conftest import ROOT, TwoOrigins

pytestmark = pytest.mark.slow
AXE = ROOT / "tests/node_modules/axe-core/axe.min.js"
OVERFLOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
TRACES = """() => { const tried = {};
  for (const [name, take] of Object.entries({cookie: () => document.cookie.length,
      local: () => localStorage.length, session: () => sessionStorage.length}))
    try { tried[name] = take() } catch (refused) { tried[name] = 0 }
  return tried }"""
HEARD = """<script>heard = [];
addEventListener("message", e => heard.push(
  [[...document.querySelectorAll("iframe")].findIndex(f => f.contentWindow === e.source), e.data]))
</script>"""


def frames_of(tab: Page, url: str) -> list[Frame]:
    return [frame for frame in tab.frames if frame.url.startswith(url)]


@pytest.mark.parametrize("width", [280, 360, 1200])
@pytest.mark.parametrize("lang", ["km", "en"])
def test_cards_fit_tell_their_height_and_leave_nothing(
    carded: list[Written], origins: TwoOrigins, browser: Browser, width: int, lang: str
) -> None:
    pages = [page for page in carded if page.lang == lang]
    snippets = [snippet(page, origins.url, 300, str(width)) for page in pages]
    eager = "".join(snippets).replace('loading="lazy"', "")
    address = origins.write(f"{lang}-{width}.html", HEARD + HOST_SCRIPT + eager)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    wrong: list[str] = []
    tab.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    tab.goto(address, wait_until="load")
    tab.wait_for_function(f"new Set(heard.map(h => h[0])).size === {len(pages)}")
    frames = frames_of(tab, origins.url)
    assert len(frames) == len(pages)
    heights = tab.locator("iframe").evaluate_all("all => all.map(f => f.clientHeight)")
    for frame, height in zip(frames, heights, strict=True):
        assert not frame.evaluate(OVERFLOW), frame.url
        assert frame.evaluate("innerWidth") == width
        assert frame.evaluate("origin") == "null"
        real = frame.evaluate("document.body.getBoundingClientRect().height")
        assert 0 <= height - real < 2, frame.url
        assert not any(frame.evaluate(TRACES).values())
    heard = tab.evaluate("heard")
    assert all(index >= 0 and set(data) == {"karpear", "height"} for index, data in heard)
    assert {a for a in asked if not a.startswith(origins.host)} == {
        *(origins.url + card_path(page) for page in pages),
        *(f"{origins.url}embed/{name}" for name in ("card.css", "height.js")),
    }
    assert wrong == []
    assert not context.cookies()
    context.close()


def test_the_host_takes_a_height_from_the_card_alone(
    origins: TwoOrigins, browser: Browser, carded: list[Written]
) -> None:
    """Another frame that says the same moves nothing but itself."""
    liar = '<script>parent.postMessage({karpear: "height", height: 4321}, "*")</script>'
    other = origins.write("liar.html", liar)
    frames = snippet(carded[0], origins.url, 300) + f'<iframe src="{other}" height="10"></iframe>'
    tab = browser.new_page()
    tab.goto(origins.write("two.html", HEARD + HOST_SCRIPT + frames.replace("lazy", "eager")))
    tab.wait_for_function("new Set(heard.map(h => h[0])).size === 2")
    heights = tab.locator("iframe").evaluate_all("all => all.map(f => Number(f.height))")
    assert heights[1] == 4321
    assert 300 < heights[0] < 3000
    tab.close()


def test_without_the_script_the_card_is_the_same(
    origins: TwoOrigins, browser: Browser, carded: list[Written]
) -> None:
    page = next(page for page in carded if page.id == "help" and page.lang == "en")
    bare = snippet(page, origins.url, 900).replace("allow-scripts ", "").replace("lazy", "eager")
    tab = browser.new_page()
    tab.goto(origins.write("bare.html", bare), wait_until="load")
    frame = tab.frame_locator("iframe")
    assert frame.locator('a.tel[href="tel:1280"]').is_visible()
    assert frame.locator("a.tel").count() == 3
    tab.close()


@pytest.mark.parametrize("page_id", ["help", "help/threatened", "parents/6-9"])
def test_back_in_the_host_is_not_touched(
    origins: TwoOrigins, browser: Browser, carded: list[Written], page_id: str
) -> None:
    page = next(p for p in carded if p.id == page_id and p.lang == "km")
    start = origins.write("start.html", '<a href="school.html">school</a>')
    framed = snippet(page, origins.url, 700).replace("lazy", "eager")
    origins.write("school.html", HEARD + HOST_SCRIPT + framed)
    context = browser.new_context()
    context.route(
        "https://**", lambda route: route.fulfill(body="elsewhere")
    )  # no test asks the net
    tab = context.new_page()
    tab.goto(start)
    tab.click("a")
    tab.wait_for_url("**/school.html")
    tab.wait_for_function("heard.length > 0")
    before = tab.evaluate("history.length")
    links = tab.frame_locator("iframe").locator("a[target=_blank]")
    assert links.count() > 0
    for number in range(min(links.count(), 3)):
        with context.expect_page() as opened:
            links.nth(number).click()
        new = opened.value
        new.wait_for_url(lambda url: url.startswith((origins.url, "https:")))
        assert new.evaluate("opener") is None
        new.close()
    assert tab.evaluate("history.length") == before
    tab.go_back()
    tab.wait_for_url(start)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_card(
    origins: TwoOrigins, browser: Browser, carded: list[Written], scheme: Any
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    script = AXE.read_text("utf-8")
    wrong: list[str] = []
    for page in carded:
        tab.goto(origins.url + card_path(page))
        tab.evaluate(script)
        found = tab.evaluate("axe.run({resultTypes: ['violations']}).then(said => said.violations)")
        wrong += [f"{page.url} {v['id']} {v['nodes'][0]['html'][:120]}" for v in found]
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS.values())
def test_the_height_of_a_snippet_holds_its_card(
    origins: TwoOrigins, browser: Browser, carded: list[Written], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 600})
    tab = context.new_page()
    for page in carded:
        tab.goto(origins.url + card_path(page))
        real = tab.evaluate("document.body.getBoundingClientRect().height")
        assert real <= card_height(page, width) <= 1.4 * real, (page.url, real)
    context.close()


def test_the_handbook_has_the_host_script() -> None:
    text = (ROOT / "handbook/embeds.md").read_text("utf-8")
    assert re.sub(r"\s+", " ", HOST_SCRIPT.strip()) in re.sub(r"\s+", " ", text)
