"""Leaving quickly, row by row: with and without the script, online or not, in every setting.

Rows: script / no script × online, offline, file://, slow or silent target, next page on its way,
in a frame, Back, back-forward cache, Shift three times; then the visit that Back does not show.
The target is answered by the test, so nothing leaves the machine.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import CHROMIUM, FONTS
from tests.site.conftest import Site, serve

FLOW = "help/threatened/"
START = "https://start.example/"
BLANK = "about:blank"
TARGETS = {"": "https://km.wikipedia.org/", "en/": "https://en.wikipedia.org/"}
GONE = "() => { const r = document.documentElement; return getComputedStyle(r).display === 'none' }"
#: Both ways as one task of the page, so that what is seen next is what is seen at once.
CLICK = "document.getElementById('exit').click()"
KEYS = "for (let i = 0; i < 3; i++) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Shift'}))"

Open = Callable[..., Page]


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Open]:
    """Opens a tab that has been elsewhere first; the outside world is one answered page."""
    contexts: list[BrowserContext] = []

    def opened(*, script: bool = True, silent: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": 360, "height": 640}, java_script_enabled=script
        )
        contexts.append(context)
        page = "<!doctype html><title>Elsewhere</title><p>Elsewhere"
        context.route(START, lambda route: route.fulfill(body=page, content_type="text/html"))
        for target in TARGETS.values():
            if silent:
                context.route(target, lambda route: None)
            else:
                context.route(
                    target, lambda route: route.fulfill(body=page, content_type="text/html")
                )
        tab = context.new_page()
        tab.goto(START)
        return tab

    yield opened
    for context in contexts:
        context.close()


def leave_by_click(tab: Page) -> None:
    tab.locator("#exit").click(no_wait_after=True)


def leave_by_keys(tab: Page) -> None:
    for _ in range(3):
        tab.keyboard.press("Shift")


WAYS = pytest.mark.parametrize("leave", [leave_by_click, leave_by_keys])


def test_every_page_has_the_way_out_as_a_plain_link(site: Site) -> None:
    for path in site.root.rglob("*.html"):
        if path.relative_to(site.root).parts[0] in ("embed", "k"):
            continue
        tree = LexborHTMLParser(path.read_text("utf-8"))
        (link,) = tree.css("#exit")
        lang = tree.css_first("html").attributes["lang"]
        assert link.tag == "a", path
        assert link.attributes["href"] == f"https://{lang}.wikipedia.org/", path
        assert link.attributes["target"] == "_top", path
        assert "noreferrer" in (link.attributes["rel"] or ""), path


@pytest.mark.parametrize(
    ("width", "height"), [(360, 640), (640, 280), (568, 240)], ids=["upright", "aside", "small"]
)
def test_it_stays_in_sight_on_a_phone_upright_or_held_sideways(
    site: Site, open_tab: Open, width: int, height: int
) -> None:
    """The heights are what the browser's own bars leave."""
    tab = open_tab()
    tab.set_viewport_size({"width": width, "height": height})
    tab.goto(site.url + FLOW)
    tab.evaluate("scrollTo({top: 2000, behavior: 'instant'})")
    expect(tab.locator("#exit")).to_be_in_viewport(ratio=1)


@WAYS
@pytest.mark.parametrize("root", ["", "en/"])
def test_online_the_page_is_replaced(
    site: Site, open_tab: Open, root: str, leave: Callable[[Page], None]
) -> None:
    tab = open_tab()
    asked: list[Request] = []
    tab.on("request", lambda request: asked.append(request))
    tab.goto(site.url + root + FLOW)
    leave(tab)
    tab.wait_for_url(TARGETS[root])
    assert "referer" not in asked[-1].all_headers()
    tab.go_back()
    assert tab.url == START


def test_without_the_script_the_link_leads_out_and_back_still_shows_us(
    site: Site, open_tab: Open
) -> None:
    tab = open_tab(script=False)
    asked: list[Request] = []
    tab.on("request", lambda request: asked.append(request))
    tab.goto(site.url + FLOW)
    expect(tab.locator(".k-private")).to_be_hidden()
    tab.locator("#exit").click()
    tab.wait_for_url(TARGETS[""])
    assert "referer" not in asked[-1].all_headers()
    tab.go_back()
    assert tab.url == site.url + FLOW


@pytest.mark.parametrize("way", [CLICK, KEYS])
def test_a_silent_target_hides_at_once_and_ends_in_a_blank_page(
    site: Site, open_tab: Open, way: str
) -> None:
    tab = open_tab(silent=True)
    tab.goto(site.url + FLOW)
    assert tab.evaluate(f"() => {{ {way}; return [({GONE})(), document.title.trim()] }}") == [
        True,
        "",
    ]
    tab.wait_for_url(BLANK, timeout=8000)
    tab.go_back()
    assert tab.url == START


def test_leaving_again_and_again_does_not_put_the_blank_page_off(
    site: Site, open_tab: Open
) -> None:
    """Whoever is in fear presses more than once: here for half a minute."""
    tab = open_tab(silent=True)
    tab.goto(site.url + FLOW)
    tab.evaluate(f"for (let n = 0; n < 17; n++) setTimeout(() => {{ {KEYS} }}, n * 1800)")
    tab.wait_for_url(BLANK, timeout=20_000)


@pytest.mark.parametrize("keys", [False, True], ids=["hand", "keys"])
@pytest.mark.parametrize("private", [False, True], ids=["", "private"])
def test_while_the_next_page_is_on_its_way_leaving_wins(
    site: Site, open_tab: Open, keys: bool, private: bool
) -> None:
    """A slow network: a link is tapped, and somebody comes in before it answers. By coordinates,
    because Playwright's own click would wait for the page to come."""
    tab = open_tab()
    tab.goto(site.url + "help/")
    if private:
        tick(tab)
    held: list[Route] = []
    tab.context.route(site.url + FLOW, lambda route: held.append(route))
    with tab.expect_request(site.url + FLOW):
        tab.locator("main a[href$='threatened/']").first.click(no_wait_after=True)
    leave_by_keys(tab) if keys else tab.mouse.click(300, 40)
    tab.wait_for_url(TARGETS[""])
    assert len(held) == 1
    tab.go_back()
    assert tab.url == START


@WAYS
def test_offline_the_page_is_replaced_by_a_blank_one(
    site: Site, open_tab: Open, leave: Callable[[Page], None]
) -> None:
    tab = open_tab()
    tab.goto(site.url + FLOW)
    asked: list[Request] = []
    tab.on("request", lambda request: asked.append(request))
    tab.context.set_offline(True)
    leave(tab)
    tab.wait_for_url(BLANK)
    assert not [r.url for r in asked if "wikipedia" in r.url]
    tab.context.set_offline(False)
    tab.go_back()
    assert tab.url == START


def test_offline_without_the_script_our_page_is_gone_too(site: Site, open_tab: Open) -> None:
    tab = open_tab(script=False)
    tab.context.unroute_all()
    tab.goto(site.url + FLOW)
    tab.context.set_offline(True)
    tab.locator("#exit").click(no_wait_after=True)
    tab.wait_for_event("framenavigated")
    assert not tab.url.startswith(site.url)


@WAYS
@pytest.mark.parametrize("root", ["", "en/"])
def test_from_a_file_the_page_is_replaced_by_a_blank_one(
    site: Site, open_tab: Open, root: str, leave: Callable[[Page], None]
) -> None:
    tab = open_tab()
    asked: list[Request] = []
    tab.goto((site.root / root / FLOW / "index.html").as_uri())
    tab.on("request", lambda request: asked.append(request))
    leave(tab)
    tab.wait_for_url(BLANK)
    assert not [r.url for r in asked if "wikipedia" in r.url]
    tab.go_back()
    assert tab.url == START


def test_from_a_file_without_the_script_the_link_leads_out(site: Site, open_tab: Open) -> None:
    tab = open_tab(script=False)
    tab.goto((site.root / FLOW / "index.html").as_uri())
    tab.locator("#exit").click()
    tab.wait_for_url(TARGETS[""])


def framing(site: Site, folder: Path, sandbox: str | None) -> Path:
    """A page of someone else that shows ours in a frame."""
    rule = "" if sandbox is None else f' sandbox="{sandbox}"'
    frame = f'<iframe{rule} src="{site.url}{FLOW}" width="340" height="600"></iframe>'
    (folder / "index.html").write_text(f"<!doctype html><title>Other</title>{frame}", "utf-8")
    return folder


@pytest.mark.parametrize("script", [True, False])
def test_in_a_frame_the_page_around_goes_too(
    site: Site, open_tab: Open, tmp_path: Path, script: bool
) -> None:
    with serve(framing(site, tmp_path, None)) as around:
        tab = open_tab(script=script)
        tab.goto(around.replace("127.0.0.1", "localhost"))
        tab.frame_locator("iframe").locator("#exit").click(no_wait_after=True)
        tab.wait_for_url(TARGETS[""])
        assert len(tab.frames) == 1
        tab.go_back()
        assert tab.url.startswith("http://localhost") is not script


def test_in_a_frame_by_keys_our_page_is_out_of_sight(
    site: Site, open_tab: Open, tmp_path: Path
) -> None:
    with serve(framing(site, tmp_path, None)) as around:
        tab = open_tab()
        tab.goto(around.replace("127.0.0.1", "localhost"))
        tab.frame_locator("iframe").locator("main").click(position={"x": 2, "y": 2})
        leave_by_keys(tab)
        tab.wait_for_url(TARGETS[""])


def test_in_a_locked_frame_our_page_leaves_the_frame(
    site: Site, open_tab: Open, tmp_path: Path
) -> None:
    with serve(framing(site, tmp_path, "allow-scripts")) as around:
        tab = open_tab()
        tab.goto(around.replace("127.0.0.1", "localhost"))
        tab.frame_locator("iframe").locator("#exit").click(no_wait_after=True)
        tab.wait_for_function("frames.length === 1")
        frame = tab.frames[1]
        frame.wait_for_url(lambda url: not url.startswith(site.url), timeout=8000)
        assert not tab.frames[1].url.startswith(site.url)


def test_slow_or_mixed_shifts_do_not_leave(site: Site, open_tab: Open) -> None:
    tab = open_tab()
    tab.goto(site.url + FLOW)
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        tab.keyboard.press(key)
    tab.wait_for_timeout(1700)
    tab.keyboard.press("Shift")
    tab.keyboard.down("Shift")
    for _ in range(4):
        tab.keyboard.down("Shift")  # held down: repeats
    tab.keyboard.up("Shift")
    assert not tab.evaluate(GONE)
    assert tab.url == site.url + FLOW


def test_ctrl_and_click_opens_beside_and_keeps_the_page(site: Site, open_tab: Open) -> None:
    tab = open_tab()
    tab.goto(site.url + FLOW)
    with tab.context.expect_page() as other:
        tab.locator("#exit").click(modifiers=["Control"])
    assert other.value.evaluate("opener") is None
    assert not tab.evaluate(GONE)


def test_the_page_comes_back_whole_from_the_back_forward_cache(
    site: Site, browser: Browser
) -> None:
    """A browser of its own, because Playwright switches this cache off."""
    playwright_browser = browser.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=CHROMIUM,
        env=FONTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    tab = playwright_browser.new_page()
    tab.goto(site.url + FLOW)
    title = tab.title()
    tab.evaluate("window.kept = true; document.documentElement.hidden = true; document.title = ' '")
    tab.goto(site.url + "about/")
    tab.evaluate("history.back()")
    tab.wait_for_url(site.url + FLOW, wait_until="commit")
    assert tab.evaluate("window.kept"), "not restored from the cache: the row says nothing"
    assert not tab.evaluate(GONE)
    assert tab.title() == title
    playwright_browser.close()


# --- the visit that Back does not show ---


def tick(tab: Page) -> None:
    tab.locator("#private-visit").check()


def test_pages_opened_in_a_visit_that_back_does_not_show_leave_no_entry(
    site: Site, open_tab: Open
) -> None:
    tab = open_tab()
    tab.goto(site.url)
    entries = tab.evaluate("history.length")
    tick(tab)
    for address in ("help/", "help/threatened/"):
        tab.locator(f"main a[href$='{address.split('/')[-2]}/']").first.click()
        tab.wait_for_url(site.url + address)
        assert tab.locator("#private-visit").is_checked()
    tab.locator("header a[hreflang=en]").click()
    tab.wait_for_url(site.url + "en/" + FLOW)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url(site.url + "en/" + FLOW + "#main")
    assert tab.evaluate("document.activeElement.id") == "main"
    assert tab.evaluate("history.length") == entries
    tab.go_back()
    assert tab.url == START


def test_leaving_such_a_visit_takes_the_choice_away(site: Site, open_tab: Open) -> None:
    tab = open_tab()
    tab.goto(site.url + FLOW)
    tick(tab)
    leave_by_click(tab)
    tab.wait_for_url(TARGETS[""])
    assert tab.evaluate("window.name") == ""
    tab.go_back()
    assert tab.url == START
    tab.goto(site.url + FLOW)
    assert not tab.locator("#private-visit").is_checked()


def test_such_a_visit_leaves_nothing_in_addresses_stores_or_the_tab(
    site: Site, open_tab: Open
) -> None:
    tab = open_tab()
    tab.goto(site.url + FLOW)
    tick(tab)
    tab.locator("header .k-brand").click()
    tab.wait_for_url(site.url)
    assert tab.evaluate("location.hash + location.search") == ""
    assert tab.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
    assert tab.evaluate("window.name") == "", "the next site could read the name of the tab"
    tab.goto(START)
    assert tab.evaluate("window.name") == ""
    tab.go_back()
    assert tab.locator("#private-visit").is_checked()
    tab.reload()
    assert tab.locator("#private-visit").is_checked()


def test_it_can_be_ended_and_other_tabs_are_not_in_it(site: Site, open_tab: Open) -> None:
    tab = open_tab()
    tab.goto(site.url + FLOW)
    tick(tab)
    with tab.context.expect_page() as other:
        tab.locator("header .k-brand").click(modifiers=["Control"])
    other.value.wait_for_load_state()
    assert not other.value.locator("#private-visit").is_checked()
    tab.locator("#private-visit").uncheck()
    tab.locator("header .k-brand").click()
    tab.wait_for_url(site.url)
    assert not tab.locator("#private-visit").is_checked()
    tab.go_back()
    assert tab.url == site.url + FLOW


def test_it_ends_after_a_file_was_saved_too(site: Site, open_tab: Open) -> None:
    """A link to a file leaves the page where it is: the next page must not take its choice over."""
    tab = open_tab()
    tab.context.route(
        site.url + "print/",
        lambda route: route.fulfill(body="", headers={"Content-Disposition": "attachment"}),
    )
    tab.goto(site.url + FLOW)
    tick(tab)
    with tab.expect_download():
        tab.locator("footer a[href$='print/']").click(no_wait_after=True)
    tab.locator("#private-visit").uncheck()
    tab.locator("header .k-brand").click()
    tab.wait_for_url(site.url)
    assert not tab.locator("#private-visit").is_checked()


def test_from_files_the_visit_works_as_well(site: Site, open_tab: Open) -> None:
    tab = open_tab()
    tab.goto((site.root / FLOW / "index.html").as_uri())
    entries = tab.evaluate("history.length")
    tick(tab)
    tab.locator(".k-skip").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/index.html#main")
    assert tab.evaluate("history.length") == entries
