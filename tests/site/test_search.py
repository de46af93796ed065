"""The search page in Chromium, over http and from files: the same results as in Python, by keyboard,
and with no request but for our own files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from karpear import khmer
from karpear.model import Language
from karpear.search import Corpus, make_index, search
from tests.search.conftest import PAIRS, QUERIES
from tests.site.conftest import Site
from tests.site.test_pages import AXE, OVERFLOW, TAGS, TRACES

# Types each question and gives the addresses of what is listed, in order.
ASK = """async questions => {
  const field = document.getElementById("q"), data = document.getElementById("search").dataset;
  const found = [];
  for (const question of questions) {
    delete data.asked;
    field.value = question;
    field.dispatchEvent(new Event("input"));
    while (data.asked !== question) await new Promise(go => setTimeout(go, 5));
    found.push([...document.querySelectorAll("#search-list h3 a")].map(a => a.href));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def corpora(site: Site) -> dict[str, Corpus]:
    return {str(lang): Corpus.of(make_index(site.library, lang)) for lang in Language}


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Site) -> str:
    """Where the site begins, with the last slash."""
    return site.url if request.param == "http" else f"{site.root.as_uri()}/"


def address(root: str, lang: str) -> str:
    last = "index.html" if root.startswith("file:") else ""
    return f"{root}{'en/' if lang == 'en' else ''}search/{last}"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


def opened(page: Page, url: str) -> Page:
    """The search page with both stages read."""
    page.goto(url)
    page.locator("#q").focus()
    page.wait_for_selector("#search[data-stage=full]")
    return page


@pytest.mark.parametrize("lang", ["km", "en"])
def test_the_browser_finds_what_python_finds(
    root: str, phone: Page, corpora: dict[str, Corpus], lang: str
) -> None:
    questions = [query.q for query in QUERIES if query.lang == lang]
    questions += about_lines(corpora[lang])
    found = opened(phone, address(root, lang)).evaluate(ASK, questions)
    for question, urls in zip(questions, found, strict=True):
        assert [_page(url, root) for url in urls] == [
            f"{result.url}{'#' * bool(result.anchor)}{result.anchor}"
            for result in search(corpora[lang], question)
        ], question


def about_lines(corpus: Corpus) -> list[str]:
    """Each helpline's names beside words for help, which may be part of the name, too."""
    names = [name for line in corpus.lines for name in line.names]
    asked = [f"{name} {word}" for name in names for word in (*corpus.help, *corpus.along)]
    return asked[::9]


def _page(url: str, root: str) -> str:
    """A result's address as Python gives it; a file's own address must end in index.html."""
    path, mark, anchor = unquote(url).removeprefix(unquote(root)).partition("#")
    if root.startswith("file:"):
        assert path.endswith("index.html"), url
    return f"/{path.removesuffix('index.html')}{mark}{anchor}"


def test_every_result_leads_somewhere(site: Site, phone: Page, corpora: dict[str, Corpus]) -> None:
    for result in search(corpora["km"], "រូបភាព", limit=99):
        page = site.root / result.url.lstrip("/") / "index.html"
        assert not result.anchor or f'id="{result.anchor}"' in page.read_text("utf-8")


def test_nothing_is_asked_for_before_the_field_is_used(site: Site, phone: Page) -> None:
    asked: list[Request] = []
    phone.on("request", lambda request: asked.append(request))
    phone.goto(f"{site.url}search/")
    assert not [r.url for r in asked if ".first" in r.url or ".full" in r.url]
    asked.clear()
    opened(phone, f"{site.url}search/").keyboard.type("ជំនួយ")
    phone.wait_for_selector("#search-list a")
    names = [r.url.removeprefix(site.url) for r in asked if "/search/km." in r.url]
    assert names == ["search/km.first.js", "search/km.full.js"]
    assert all(r.url.startswith(site.url) for r in asked)
    assert "ជំនួយ" not in unquote(" ".join([r.url for r in asked] + [phone.url]))
    assert not [name for name, left in phone.evaluate(TRACES).items() if left]


def test_the_keyboard_alone_is_enough(root: str, phone: Page) -> None:
    opened(phone, address(root, "en"))
    phone.keyboard.type("grooming")
    phone.wait_for_selector("#search[data-asked=grooming]")
    phone.keyboard.press("ArrowDown")
    first = phone.evaluate("document.activeElement.textContent")
    assert first == "Online grooming"
    phone.keyboard.press("ArrowDown")
    assert phone.evaluate("document.activeElement.textContent") != first
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("ArrowUp")
    assert phone.evaluate("document.activeElement.id") == "q"
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.textContent") == first
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/topics/grooming/**")


def test_results_are_told_and_marked(site: Site, phone: Page) -> None:
    opened(phone, f"{site.url}search/")
    phone.keyboard.type("1280")
    phone.wait_for_selector("#search-list a[href='tel:1280']")
    assert "រកឃើញ ១ ទំព័រ" in phone.locator("#search-count").inner_text()
    assert phone.locator("#search-count").get_attribute("role") == "status"
    phone.locator("#q").fill("ការលួងលោម")
    phone.wait_for_selector("#search-list mark")
    assert phone.locator("#search-list mark").first.inner_text() in "ការលួងលោម"
    assert "|" not in phone.locator("#search-list").inner_text()
    assert "{" not in phone.locator("#search-list").inner_text()
    phone.locator("#q").fill("កុមារ")
    phone.wait_for_selector("#search[data-asked=កុមារ]")
    assert phone.locator("#search-list li").count() == 10
    assert "បង្ហាញច្រើនបំផុត ១០" in phone.locator("#search-count").inner_text()
    phone.locator("#q").fill("qqqq zzzz")
    phone.wait_for_selector("#search-list li", state="detached")
    assert phone.locator("#search-count").inner_text()
    phone.locator("#q").fill("")
    phone.wait_for_selector("#search-count:empty", state="attached")


def test_a_page_links_to_the_field_and_the_address_may_ask(site: Site, phone: Page) -> None:
    phone.goto(f"{site.url}en/parents/")
    phone.locator("a.k-find").click()
    phone.wait_for_url("**/en/search/#q")
    assert phone.evaluate("document.activeElement.id") == "q"
    phone.goto(f"{site.url}en/search/#q=scam")
    phone.reload()
    phone.wait_for_selector("#search-list a")
    assert phone.locator("#search-list a").first.inner_text().startswith("Scams")
    phone.goto(f"{site.url}en/search/#q=scam%20100%")
    phone.reload()
    assert phone.locator("#q").input_value() == "scam 100%"


def test_whoever_chooses_keeps_the_list(site: Site, phone: Page) -> None:
    """The second stage may come while the focus is on a result of the first."""
    held: list[Route] = []
    phone.route("**/en.full.js", lambda route: held.append(route))
    phone.goto(f"{site.url}en/search/")
    phone.locator("#q").focus()
    phone.keyboard.type("grooming")
    phone.wait_for_selector("#search-list a")
    phone.wait_for_selector("#search[data-asked=grooming]")
    phone.keyboard.press("ArrowDown")
    first = phone.evaluate("document.activeElement.textContent")
    held[0].continue_()
    phone.wait_for_selector("#search[data-stage=full]")
    assert phone.evaluate("document.activeElement.textContent") == first != ""


def test_results_come_in_a_browser_of_before_2017(site: Site, phone: Page) -> None:
    """Chromium 60 was the first that knows ``:focus-within``; 55 reads the script."""
    phone.add_init_script(
        "const { matches } = Element.prototype; Element.prototype.matches = function (what) {"
        " if (what.includes('focus-within')) throw new SyntaxError(what);"
        " return matches.call(this, what); }"
    )
    opened(phone, f"{site.url}en/search/")
    phone.keyboard.type("grooming")
    expect(phone.locator("#search-list a").first).to_be_visible()


def test_after_a_failure_the_field_tries_again(site: Site, phone: Page) -> None:
    phone.goto(f"{site.url}en/search/")
    phone.context.set_offline(True)
    phone.locator("#q").focus()
    failed = phone.locator("#search").get_attribute("data-failed")
    expect(phone.locator("#search-count")).to_have_text(failed or "")
    phone.context.set_offline(False)
    phone.locator("#q").blur()
    phone.locator("#q").focus()
    phone.wait_for_selector("#search[data-stage=full]")


def test_without_scripts_there_are_lists(site: Site, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}search/")
    assert not page.locator("#search").is_visible()
    assert page.locator(".k-finder a").count() > 200
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_and_reflow_with_results(site: Site, browser: Browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = opened(context.new_page(), f"{site.url}search/")
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.keyboard.type("បោកប្រាស់ phishing")
    page.wait_for_selector("#search-list a")
    assert not page.evaluate(OVERFLOW)
    page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"]] == []
    assert wrong == []
    context.close()


def test_scripts_and_stages_keep_their_budgets(site: Site) -> None:
    def size(name: str) -> int:
        return len(gzip.compress((site.root / name).read_bytes(), 9, mtime=0))

    scripts = [f"scripts/{path.name}" for path in (site.root / "scripts").glob("*.js")]
    assert sum(map(size, scripts)) <= 6_000
    for lang in ("km", "en"):
        for ending in ("js", "json"):
            assert size(f"search/{lang}.first.{ending}") <= 15_000
            assert size(f"search/{lang}.full.{ending}") <= 120_000


def test_the_twins_say_the_same(site: Site) -> None:
    for path in (site.root / "search").glob("*.json"):
        script = path.with_suffix(".js").read_text("utf-8")
        assert json.loads(script[script.index("]=") + 2 : -2]) == json.loads(
            path.read_text("utf-8")
        )


def test_search_keys_are_those_of_python(site: Site, tab: Page) -> None:
    """On the shared vectors and on every text of the site."""
    texts = [text for page in site.library.pages for _, text in page.texts()]
    texts += [text for text, _ in PAIRS]
    tab.goto(f"{site.url}search/")
    found = tab.evaluate("texts => texts.map(karpearSearch.searchKey)", texts)
    assert found == [khmer.search_key(text) for text in texts]
    assert found[-len(PAIRS) :] == [key for _, key in PAIRS]
