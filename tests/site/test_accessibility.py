"""What a browser must judge beyond rules of markup: keyboard, targets, reflow, spacing, contrast
modes, motion, language of parts; and axe with best practice, wide and narrow, light and dark.

Measures are taken in the page by small functions; each returns the places that are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from karpear.model import Page as Written
from tests.site.conftest import Site
from tests.site.test_pages import AXE, TAGS

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
SIZES = pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])

#: Names a place for a person: tag, class, first words.
NAME = """e => (e.id ? '#' + e.id : e.tagName.toLowerCase() + '.' + e.className) + ' '
  + (e.textContent || '').trim().slice(0, 30)"""
SEEN = "e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0"

TARGETS_TOO_SMALL = f"""() => {{
  const seen = {SEEN}, name = {NAME}, wrong = [];
  for (const e of document.querySelectorAll('a[href], button, summary, input, select, textarea')) {{
    if (!seen(e) || e.classList.contains('k-skip')) continue;
    const box = (e.closest('label') || e).getBoundingClientRect();
    const around = [...e.parentNode.childNodes].some(n => n !== e &&
      n.nodeType === 3 && n.textContent.trim());
    const inline = getComputedStyle(e).display === 'inline' && e.tagName === 'A' &&
      (around || e.closest('p, li, dd, td, th, cite'));
    const least = inline ? 24 : 44;
    const rows = inline ? [...e.getClientRects()] : [box];
    if (rows.some(r => r.height + .5 < least) || (!inline && box.width + .5 < least))
      wrong.push(name(e) + ` ${{Math.round(box.width)}}x${{Math.round(rows[0].height)}}`);
  }}
  return wrong;
}}"""

#: Text outside the screen, cut off in its box, or lying on other text.
TEXT_LOST = f"""() => {{
  const name = {NAME}, wrong = [], width = document.documentElement.clientWidth, boxes = [];
  if (document.documentElement.scrollWidth > width) wrong.push('the page scrolls sideways');
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {{
    const text = walk.currentNode, e = text.parentElement;
    if (!text.textContent.trim() || !e.checkVisibility() || e.closest('.k-skip')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const r of range.getClientRects()) {{
      if (r.width < 2 || r.height < 2) continue;
      if (!e.closest('.k-table, .k-code') && (r.left < -1 || r.right > width + 1))
        wrong.push('outside: ' + name(e));
      const cut = r.height * .3;
      boxes.push([r.left + 2, r.top + cut, r.right - 2, r.bottom - cut, e]);
    }}
    for (let box = e; box !== document.body && !box.matches('.k-table, .k-code'); box = box.parentElement) {{
      const style = getComputedStyle(box);
      const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
      if (hides && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1))
        wrong.push('cut off: ' + name(box));
    }}
  }}
  boxes.sort((a, b) => a[1] - b[1]);
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length && boxes[j][1] < boxes[i][3]; j++) {{
      const a = boxes[i], b = boxes[j];
      const over = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
      if (over > 1 && !a[4].closest('.k-table, .k-code') && !b[4].closest('.k-table, .k-code'))
        wrong.push('on each other: ' + name(a[4]) + ' | ' + name(b[4]));
    }}
  return [...new Set(wrong)];
}}"""

FOCUSED = f"""() => {{
  const e = document.activeElement, name = {NAME};
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const r = e.getClientRects()[0];  // a box may be taller than the screen: ask where it is seen
  const x = (Math.max(r.left, 0) + Math.min(r.right, innerWidth)) / 2;
  const y = (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2;
  const top = document.elementFromPoint(x, y);
  return {{
    name: name(e), at: (window.stops || []).indexOf(e),
    ring: style.outlineStyle !== 'none' ? parseFloat(style.outlineWidth) : 0,
    colour: style.outlineColor, ground: getComputedStyle(document.body).backgroundColor,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    clear: !!top && (e.contains(top) || top.contains(e)),
  }};
}}"""
#: Keeps the places themselves: a page may add elements while it is walked through.
STOPS = f"""() => {{
  const seen = {SEEN};
  window.stops = [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')]
    .filter(e => seen(e) && !e.disabled && e.type !== 'hidden');
  return window.stops.map((_, at) => at);
}}"""

#: Runs of four words or more of the other language. Code speaks neither; names (each word with a capital) need no mark
#: (WCAG 3.1.2), nor does the name of the site.
LANG_OF_PARTS = r"""() => {
  const wrong = [], here = document.documentElement.lang;
  const latin = /(?:[A-Za-z][A-Za-z'’.-]*[ ,:;&()-]+){3,}[A-Za-z]{2,}/g, khmer = /[\u1780-\u17d3]{2,}/g;
  const small = /^(a|an|and|by|for|in|of|on|the|to|undated)$/;
  const name = run => run === 'ការពារ' || /[A-Za-z]/.test(run) &&
    run.match(/[A-Za-z]+/g).every(word => /^[A-Z]/.test(word) || small.test(word));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (e.closest('script, style, pre, textarea') || e.closest('[lang]').lang !== here) continue;
    const runs = walk.currentNode.textContent.match(here === 'km' ? latin : khmer) || [];
    wrong.push(...runs.filter(run => !name(run)));
  }
  return wrong;
}"""

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-block-end: 2em !important }"""
DOUBLE = "html { font-size: 200% !important }"

MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0
    || s.scrollBehavior === 'smooth' }).map(e => e.tagName + '.' + e.className)"""

#: A previewed card is a page of its own: the focus enters and leaves it when its process answers, not at the key
#: press. tests/site/test_embed_builder.py walks through it, with patience.
WITHOUT_FRAMES = "() => document.querySelectorAll('iframe').forEach(frame => frame.remove())"
#: A list of hundreds of links says nothing new after these.
MOST_STOPS = 120

#: Every rule is asked of every part; told, which takes most of the time, is only what is wrong.
VIOLATIONS = """tags => axe.run({runOnly: tags, resultTypes: ['violations']})
  .then(found => found.violations)"""

Make = Callable[..., Page]


@pytest.fixture
def make(browser: Browser) -> Iterator[Make]:
    """Makes a tab; ``bypass_csp`` because some tests lay a style over the page."""
    contexts: list[BrowserContext] = []

    def made(size: dict[str, int] = PHONE, **options: Any) -> Page:
        contexts.append(browser.new_context(viewport=size, bypass_csp=True, **options))  # type: ignore[arg-type]
        return contexts[-1].new_page()

    yield made
    for context in contexts:
        context.close()


def kinds(site: Site) -> list[str]:
    """One address of each kind of page in each language, the densest of its kind, and the 404."""

    def kind(page: Written) -> tuple[str, ...]:
        part, _, rest = page.id.partition("/")
        return (page.lang, page.kind, part if page.kind != "topic" else "", str(bool(rest)))

    def size(page: Written) -> int:
        return (site.root / page.url[1:] / "index.html").stat().st_size

    found: dict[tuple[str, ...], Written] = {}
    for page in sorted(site.library.pages, key=size):
        found[kind(page)] = page
    return [*(page.url[1:] for page in found.values()), "404.html"]


def everywhere(site: Site, tab: Page, addresses: list[str], measure: str) -> list[str]:
    """What a measure finds, page by page."""
    wrong = []
    for address in addresses:
        tab.goto(site.url + address)
        wrong += [f"/{address}: {place}" for place in tab.evaluate(measure)]
    return wrong


@SIZES
def test_axe_finds_nothing_on_any_page(site: Site, make: Make, size: dict[str, int]) -> None:
    """Rules of WCAG 2.2 A and AA and of best practice, light and dark."""
    tab = make(size)
    script = AXE.read_text("utf-8")
    wrong: list[str] = []
    for address in [*site.pages(), "404.html"]:
        tab.goto(site.url + address)
        tab.evaluate(script)
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = tab.evaluate(VIOLATIONS, [*TAGS, "best-practice"])
            wrong += [f"/{address} {scheme}: {v['id']} {v['nodes'][0]['target']}" for v in found]
    assert wrong == []


@SIZES
def test_the_keyboard_reaches_everything_in_order_and_in_sight(
    site: Site, make: Make, size: dict[str, int]
) -> None:
    tab = make(size, reduced_motion="reduce")  # else a stop is measured while it glides
    wrong: list[str] = []
    for address in kinds(site):
        tab.goto(site.url + address)
        tab.evaluate(WITHOUT_FRAMES)
        stops = tab.evaluate(STOPS)[:MOST_STOPS]
        visited = []
        while len(visited) < len(stops):
            tab.keyboard.press("Tab")
            at = tab.evaluate(FOCUSED)
            if at is None:
                break
            visited.append(at["at"])
            marks = [mark for mark in ("inside", "clear") if not at[mark]]
            wrong += [f"/{address}: not {mark}: {at['name']}" for mark in marks]
            if at["ring"] < 2 or at["colour"] == at["ground"]:
                wrong.append(f"/{address}: no ring: {at['name']}")
        if visited != stops:
            wrong.append(f"/{address}: visited {visited}, on the page {stops}")
    assert wrong == []


def test_the_skip_link_comes_first_shows_itself_and_skips(site: Site, make: Make) -> None:
    tab = make()
    for address in kinds(site):
        tab.goto(site.url + address)
        assert tab.locator(".k-skip").bounding_box()["y"] < -20  # type: ignore[index]
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "k-skip", address
        assert tab.locator(".k-skip").bounding_box()["y"] >= 0  # type: ignore[index]
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.id") == "exit", address
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        assert tab.evaluate("!!document.activeElement.closest('main')"), address


@SIZES
def test_targets_are_large_enough(site: Site, make: Make, size: dict[str, int]) -> None:
    tab = make(size)
    assert everywhere(site, tab, [*site.pages(), "404.html"], TARGETS_TOO_SMALL) == []


def test_folds_opened_have_large_enough_targets_too(site: Site, make: Make) -> None:
    tab = make()
    opened = f"""() => {{ document.querySelectorAll('details').forEach(d => d.open = true);
      return [...({TARGETS_TOO_SMALL})(), ...({TEXT_LOST})()] }}"""
    assert everywhere(site, tab, kinds(site), opened) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_text_is_lost(site: Site, make: Make, width: int) -> None:
    tab = make({"width": width, "height": 640})
    assert everywhere(site, tab, [*site.pages(), "404.html"], TEXT_LOST) == []


@SIZES
@pytest.mark.parametrize("style", [SPACING, DOUBLE], ids=["spacing", "double"])
def test_no_text_is_lost_with_wider_or_larger_type(
    site: Site, make: Make, size: dict[str, int], style: str
) -> None:
    tab = make(size)
    laid = f"""() => {{ const s = document.createElement('style');
      s.textContent = `{style}`; document.head.append(s); return ({TEXT_LOST})() }}"""
    assert everywhere(site, tab, kinds(site), laid) == []


def test_every_part_in_another_script_says_its_language(site: Site, make: Make) -> None:
    tab = make()
    assert everywhere(site, tab, [*site.pages(), "404.html"], LANG_OF_PARTS) == []


def test_nothing_moves_for_those_who_asked_for_less_motion(site: Site, make: Make) -> None:
    tab = make(reduced_motion="reduce")
    assert everywhere(site, tab, kinds(site), MOVING) == []
    tab.emulate_media(reduced_motion="no-preference")
    assert tab.evaluate(MOVING) == ["HTML."], "smooth scrolling is the only motion there is"


FORCED = f"""() => {{
  const seen = {SEEN}, name = {NAME}, wrong = [];
  const probe = document.body.appendChild(document.createElement('i'));
  const is = colour => {{ probe.style.color = colour; return getComputedStyle(probe).color }};
  const canvas = is('Canvas'), text = is('CanvasText'), link = is('LinkText');
  const framed = e => {{ const s = getComputedStyle(e);
    return parseFloat(s.borderTopWidth) >= 1 && s.borderTopStyle !== 'none' && s.borderTopColor !== canvas }};
  for (const e of document.querySelectorAll('.k-exit, .k-aid, .k-key-minute, .k-no, .k-dial, .k-button, .k-draft, .k-cards > li, .k-steps > li'))
    if (seen(e) && !framed(e)) wrong.push('no border: ' + name(e));
  for (const e of document.querySelectorAll('.k-nav [aria-current]'))
    if (getComputedStyle(e).borderBottomStyle === 'none') wrong.push('not marked: ' + name(e));
  for (const e of document.querySelectorAll('svg.pictogram'))
    if (seen(e) && getComputedStyle(e).stroke === canvas) wrong.push('unseen drawing: ' + name(e.parentElement));
  for (const e of document.querySelectorAll('main a, main p, main li, main h1, main h2, footer a'))
    if (seen(e) && ![text, link, is('VisitedText')].includes(getComputedStyle(e).color)) wrong.push('own colour: ' + name(e));
  for (const e of document.querySelectorAll('.k-plain > li, .k-ticks > li, .k-not > li'))
    if (getComputedStyle(e, '::before').borderTopColor === canvas) wrong.push('mark unseen: ' + name(e));
  return [...new Set(wrong)];
}}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_boxes_marks_and_drawings(site: Site, make: Make, scheme: str) -> None:
    tab = make(forced_colors="active", color_scheme=scheme)
    assert everywhere(site, tab, kinds(site), FORCED) == []
    tab.keyboard.press("Tab")
    at = tab.evaluate(FOCUSED)
    assert at["ring"] >= 2
    assert at["colour"] != at["ground"]


def test_the_measures_find_what_is_planted(make: Make) -> None:
    """Each measure on a page that is wrong in its way: an empty list is an answer."""
    tab = make()
    tab.set_content("""<html lang="km"><body style="margin:0"><button style="width:20px">x</button>
      <p>A line in English is here</p><p style="width:500px">wide</p>
      <div style="overflow:hidden;height:9px"><p>cut</p></div>
      <p style="position:absolute;top:300px">over</p>
      <p style="position:absolute;top:300px;transition:all 1s">under</p></body></html>""")
    assert tab.evaluate(TARGETS_TOO_SMALL)
    assert tab.evaluate(LANG_OF_PARTS) == ["A line in English is here"]
    lost = " ".join(tab.evaluate(TEXT_LOST))
    for kind in ("sideways", "cut off", "on each other"):
        assert kind in lost
    assert tab.evaluate(MOVING) == ["P."]
