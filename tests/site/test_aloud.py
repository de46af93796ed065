"""Reading aloud with a stand-in for the browser's voices: offered only where it works and may be.

The stand-in keeps what it was asked to say, and says it until the test lets it end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.conftest import Site
from tests.site.test_pages import AXE, TAGS, TRACES

STAND_IN = """(([voices, late]) => {
  const speech = {
    said: [], queue: [], cancelled: 0, ready: !late, onvoiceschanged: null,
    getVoices() { return this.ready ? voices : []; },
    speak(words) { this.said.push(words.text); this.queue.push(words); },
    cancel() {
      this.cancelled++;
      const left = this.queue.splice(0);
      setTimeout(() => left.forEach(words => words.onerror && words.onerror()));
    },
    end() { this.queue.splice(0).forEach(words => words.onend && words.onend()); },
    arrive() { this.ready = true; this.onvoiceschanged && this.onvoiceschanged(); },
  };
  Object.defineProperty(window, "speechSynthesis", {value: speech});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})(%s)"""
KM = {"lang": "km-KH", "localService": True, "name": "Khmer"}
ANDROID = {"lang": "km_KH", "localService": True, "name": "Khmer of a phone"}
EN = {"lang": "en-GB", "localService": True, "name": "English"}
KURDISH = {"lang": "kmr-TR", "localService": True, "name": "Kurmanji"}
AFAR = {"lang": "km-KH", "localService": False, "name": "sends the words away"}
MODULE = "parents/10-12/"
WITH_VOICE = "window.speechSynthesis"

Open = Callable[..., Page]


@pytest.fixture
def open_page(site: Site, browser: Browser) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def opened(address: str, *voices: dict[str, object], late: bool = False) -> Page:
        context = browser.new_context(viewport={"width": 360, "height": 640})
        contexts.append(context)
        given = str([list(voices), late]).replace("True", "true").replace("False", "false")
        context.add_init_script(STAND_IN % given)
        context.route("**/*wikipedia.org/**", lambda route: None)
        tab = context.new_page()
        tab.goto(site.url + address)
        return tab

    yield opened
    for context in contexts:
        context.close()


def buttons(tab: Page) -> int:
    return tab.locator(".k-aloud button:visible").count()


@pytest.mark.parametrize(
    ("address", "voices", "offered"),
    [
        (MODULE, [KM], True),
        (MODULE, [EN, ANDROID], True),
        (MODULE, [EN], False),
        (MODULE, [KURDISH], False),
        (MODULE, [AFAR], False),
        (MODULE, [], False),
        (f"en/{MODULE}", [EN], True),
        (f"en/{MODULE}", [KM], False),
        ("actions/", [KM], True),
    ],
)
def test_it_is_offered_with_a_voice_of_the_device_in_the_language_of_the_page(
    open_page: Open, address: str, voices: list[dict[str, object]], offered: bool
) -> None:
    assert bool(buttons(open_page(address, *voices))) == offered


def test_a_voice_that_comes_late_brings_the_buttons(open_page: Open) -> None:
    tab = open_page(MODULE, KM, late=True)
    assert buttons(tab) == 0
    tab.evaluate(f"{WITH_VOICE}.arrive()")
    assert buttons(tab) > 3


def test_without_scripts_there_is_no_button(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site.url + MODULE)
    assert buttons(tab) == 0
    context.close()


def test_it_stays_away_where_being_overheard_may_harm(site: Site) -> None:
    """Help, flows, topics, risks and children's pages; in modules what answers harm."""
    for page in site.library.pages:
        html = (site.root / page.url[1:] / "index.html").read_text("utf-8")
        part = page.id.partition("/")[0]
        if part in {"help", "children", "topics", "risks", "facts", "myths"}:
            assert "k-aloud" not in html, page.url
        for key in ("if", "help"):
            section = re.search(
                rf'<section [^>]*id="{key}".*?</h2>\s*(<p class="k-aloud)?', html, re.S
            )
            assert not (section and section[1]), page.url


@pytest.mark.parametrize("root", ["", "en/"])
def test_it_reads_the_words_of_its_section_and_no_more(open_page: Open, root: str) -> None:
    tab = open_page(f"{root}{MODULE}", KM, EN)
    section = tab.locator("section.k-key-minute")
    section.locator(".k-aloud button").click()
    said = tab.evaluate(f"{WITH_VOICE}.said")
    lines = [line.strip() for line in section.locator("h2, li > p").all_inner_texts()]
    assert said == lines
    assert len(said) == 4
    voice = tab.evaluate(f"{WITH_VOICE}.queue[0].voice.lang")
    assert voice.startswith("en" if root else "km")


def test_the_cards_are_read_without_their_numbers_and_grounds(open_page: Open) -> None:
    tab = open_page("en/actions/", EN)
    tab.locator("#actions .k-aloud button").click()
    said = tab.evaluate(f"{WITH_VOICE}.said")
    assert said[2:4] == [
        "Stop. You need not answer",
        "You do not have to send, pay, go on camera or meet.",
    ]
    assert "117" in said
    assert not {"1", "2", "Why we say this"} & set(said)


def test_a_second_tap_stops_and_the_end_lets_go(open_page: Open) -> None:
    tab = open_page(MODULE, KM)
    first, second = (tab.locator(".k-aloud button").nth(n) for n in (0, 1))
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    first.click()
    expect(first).to_have_attribute("aria-pressed", "false")
    assert tab.evaluate(f"{WITH_VOICE}.queue.length") == 0
    first.click()
    second.click()
    tab.wait_for_timeout(50)  # what was cut off tells its end late, and must not stop the new one
    expect(first).to_have_attribute("aria-pressed", "false")
    expect(second).to_have_attribute("aria-pressed", "true")
    tab.evaluate(f"{WITH_VOICE}.end()")
    expect(second).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    "way",
    [
        "document.getElementById('exit').click()",
        "for (let i = 0; i < 3; i++) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Shift'}))",
        "window.dispatchEvent(new Event('pagehide'))",
        "Object.defineProperty(document, 'hidden', {value: true});"
        " document.dispatchEvent(new Event('visibilitychange'))",
    ],
    ids=["exit", "shift", "another page", "another tab"],
)
def test_leaving_silences_it_in_the_same_breath(open_page: Open, way: str) -> None:
    tab = open_page(MODULE, KM)
    tab.locator(".k-aloud button").first.click()
    before, after, queued = tab.evaluate(
        f"() => {{ const s = {WITH_VOICE}, n = s.cancelled; {way}; return [n, s.cancelled, s.queue.length] }}"
    )
    assert after > before
    assert queued == 0


def test_leaving_works_in_a_browser_that_has_no_voices_at_all(site: Site, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'speechSynthesis', {value: undefined});"
        "NodeList.prototype.forEach = undefined"
    )
    context.route("**/*wikipedia.org/**", lambda route: None)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda problem: wrong.append(str(problem)))
    tab.goto(site.url + MODULE)
    assert buttons(tab) == 0
    assert tab.evaluate(
        "() => { document.getElementById('exit').click(); return document.documentElement.hidden }"
    )
    assert wrong == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_targets_and_traces_with_buttons(site: Site, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme)  # type: ignore[arg-type]
    context.add_init_script(
        STAND_IN % str([[KM], False]).replace("True", "true").replace("False", "false")
    )
    tab = context.new_page()
    tab.goto(site.url + MODULE)
    tab.locator(".k-aloud button").first.click()
    for button in tab.locator(".k-aloud button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    assert not [name for name, left in tab.evaluate(TRACES).items() if left]
    tab.evaluate(AXE.read_text("utf-8"))
    result = tab.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"]] == []
    context.close()
