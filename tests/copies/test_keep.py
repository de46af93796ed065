"""The copy kept on a phone, in Chromium: nothing without a tap, update, kill, offline, removal."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from karpear.copies import Source
from karpear.headers import headers_of
from karpear.model import Audience, Kind

TRACES = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  storage: localStorage.length + sessionStorage.length,
  cookies: document.cookie,
  databases: (await indexedDB.databases()).length,
})"""
# Older Chromium does not tell a page that a worker hands over of the network that we took away.
NO_NETWORK = 'Object.defineProperty(Navigator.prototype, "onLine", {get: () => false})'
NOTHING = {"caches": [], "workers": 0, "storage": 0, "cookies": "", "databases": 0}


class Server(http.server.ThreadingHTTPServer):
    """Counts what is asked for; some paths are broken, some wait until ``go`` is set."""

    daemon_threads = True

    def __init__(self, handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.asked: list[str] = []
        self.broken: set[str] = set()
        self.slow: set[str] = set()
        self.go = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends each file with our own headers."""

    server: Server

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        self.server.asked.append(path)
        if path in self.server.slow:
            self.server.go.wait(30)
        if path in self.server.broken:
            self.send_error(503)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def end_headers(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        name = f"{path}index.html" if path.endswith("/") or not path else path
        for header, value in headers_of(name, secure=False).items():
            self.send_header(header, value)
        super().end_headers()


@pytest.fixture
def root(source: Source, tmp_path: Path) -> Path:
    """The site, free to be changed."""
    return Path(shutil.copytree(source.site, tmp_path / "site"))


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = Server(functools.partial(Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def url(server: Server) -> str:
    return server.url


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def poll(ask: Callable[[], object], wanted: object) -> object:
    """Ask for some seconds until the answer is right; the last answer."""
    for _ in range(60):
        if (said := ask()) == wanted:
            break
        time.sleep(0.5)
    return said


def keep(tab: Page, url: str, page: str = "parents/6-9/") -> None:
    tab.goto(url + page)
    tab.click("#keep button:first-of-type")
    done = tab.locator("#keep").get_attribute("data-done")
    tab.locator("#keep [role=status]").get_by_text(str(done)).wait_for()


def said(tab: Page, key: str) -> str:
    """The words that the page has for an end of it."""
    return str(tab.locator("#keep").get_attribute(f"data-{key}"))


def test_the_control_stands_on_modules_for_adults_only(source: Source) -> None:
    for page in source.library.pages:
        html = (source.site / page.url[1:] / "index.html").read_text("utf-8")
        is_adult = page.kind is Kind.MODULE and page.audience is not Audience.CHILDREN
        assert ('id="keep"' in html) == is_adult, page.id
        assert ("keep/keep.js" in html) == is_adult, page.id


def test_nothing_is_stored_without_a_tap(url: str, phone: BrowserContext) -> None:
    tab = phone.new_page()
    for path in ("", "parents/6-9/", "teachers/13-15/", "help/"):
        tab.goto(url + path)
        assert tab.evaluate(TRACES) == NOTHING


def test_kept_pages_open_offline_with_their_date(url: str, phone: BrowserContext) -> None:
    tab = phone.new_page()
    wrong: list[str] = []
    tab.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    keep(tab, url)
    assert wrong == []
    phone.set_offline(True)
    for path in ("parents/6-9/", "help/", "help/threatened/"):
        tab.goto(url + path)
        notice = tab.locator("#kept-copy")
        assert "២០២៦" in notice.inner_text()
        assert notice.bounding_box()["y"] < tab.locator("#help-block").bounding_box()["y"]
        assert tab.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    tab.goto(f"{url}glossary/")
    assert tab.locator("#kept-copy").is_visible()
    assert tab.locator("#help-block a[href='tel:1280']").is_visible()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", "help/"),
        ("search/", "help/"),
        ("children/10-12/", "help/"),
        ("nothing/is/here/at/all/", "help/"),
        ("en/", "en/help/"),
        ("en/children/10-12/", "en/help/"),
        ("en/parents/6-9", "en/parents/6-9/"),
        ("parents/6-9?from=chat", "parents/6-9/"),
    ],
)
def test_what_is_not_kept_leads_to_help_in_its_language(
    url: str, phone: BrowserContext, asked: str, shown: str
) -> None:
    """Whole, with its style and a way out that works, whatever the depth of the address. An address
    without its last slash, as a server would complete it, leads to the page."""
    tab = phone.new_page()
    for page in ("parents/6-9/", "en/parents/6-9/"):
        keep(tab, url, page)
    phone.set_offline(True)
    phone.add_init_script(NO_NETWORK)
    tab.goto(url + asked)
    assert tab.url == url + shown
    lang = "en" if shown.startswith("en/") else "km"
    assert tab.locator("html").get_attribute("lang") == lang
    assert ("copy kept" in tab.locator("#kept-copy").inner_text()) == (lang == "en")
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    tab.click("#exit")
    tab.wait_for_url("about:blank")


def test_a_changed_number_is_seen_at_the_next_visit(
    root: Path, url: str, phone: BrowserContext
) -> None:
    tab = phone.new_page()
    keep(tab, url)
    for name in ("parents/6-9/index.html", "help/index.html", "help/meet/index.html"):
        text = (root / name).read_text("utf-8")
        (root / name).write_text(text.replace("1280", "1299"), "utf-8")
    tab.goto(f"{url}parents/6-9/")
    assert tab.locator("#help-block a[href='tel:1299']").is_visible()
    assert tab.locator("#kept-copy").count() == 0
    look = "async url => (await (await caches.match(url)).text()).includes('1299')"
    assert poll(lambda: tab.evaluate(look, f"{url}help/meet/"), True)
    phone.set_offline(True)
    tab.goto(f"{url}help/meet/")
    assert tab.locator("#help-block a[href='tel:1299']").is_visible()


KEPT = "async url => await (await caches.open('karpear-kept')).match(url) !== undefined"


def test_a_page_that_is_gone_leaves_the_copy_and_is_asked_for_once(
    root: Path, server: Server, phone: BrowserContext
) -> None:
    """One round of fetching a visit: data costs money. Any other failure leaves the old page."""
    url, tab = server.url, phone.new_page()
    keep(tab, url)
    shutil.rmtree(root / "help/meet")
    server.broken.add("help/threatened/")
    server.asked.clear()
    for page in ("parents/6-9/", "glossary/", "parents/6-9/"):
        tab.goto(url + page)
        assert poll(lambda: tab.evaluate(KEPT, f"{url}help/meet/"), False) is False
        assert poll(lambda: "help/tell/" in server.asked, True)
    time.sleep(1)
    once = [name for name in set(server.asked) if name.startswith("help/")]
    assert {"help/", "help/meet/", "help/threatened/", "help/tell/"} <= set(once)
    assert {name: server.asked.count(name) for name in once} == dict.fromkeys(once, 1)
    assert tab.evaluate(KEPT, f"{url}help/threatened/")
    phone.set_offline(True)
    tab.goto(f"{url}help/threatened/")
    assert tab.locator("#kept-copy").is_visible()
    assert tab.locator("#help-block a[href='tel:1280']").is_visible()


def test_a_network_that_does_not_answer_is_none(server: Server, phone: BrowserContext) -> None:
    """The kept page comes with its date and its style; a page that was not kept is waited for."""
    url, tab = server.url, phone.new_page()
    keep(tab, url)
    server.slow |= {"parents/6-9/", "css/site.css", "scripts/site.js", "glossary/"}
    tab.goto(f"{url}parents/6-9/")
    assert "២០២៦" in tab.locator("#kept-copy").inner_text()
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "18px"
    threading.Timer(8, server.go.set).start()
    tab.goto(f"{url}glossary/")
    assert tab.locator("#kept-copy").count() == 0
    tab.goto(f"{url}parents/6-9/")
    assert tab.locator("#help-block a[href='tel:1280']").is_visible()
    assert tab.locator("#kept-copy").count() == 0


def test_a_server_that_fails_shows_what_was_kept(server: Server, phone: BrowserContext) -> None:
    url, tab = server.url, phone.new_page()
    keep(tab, url)
    server.broken |= {"help/", "glossary/"}
    tab.goto(f"{url}help/")
    assert tab.locator("#kept-copy").is_visible()
    answer = tab.goto(f"{url}glossary/")
    assert answer is not None
    assert answer.status == 503


def test_removal_while_pages_are_fetched_anew_leaves_nothing(
    server: Server, phone: BrowserContext
) -> None:
    url, tab = server.url, phone.new_page()
    keep(tab, url)
    server.asked.clear()
    server.slow.add("help/meet/")
    tab.goto(f"{url}parents/6-9/")
    assert poll(lambda: "help/meet/" in server.asked, True)
    tab.click("#keep button:last-of-type")
    gone = tab.locator("#keep").get_attribute("data-gone")
    tab.locator("#keep [role=status]").get_by_text(str(gone)).wait_for()
    server.go.set()
    for _ in range(4):
        assert tab.evaluate(TRACES) == NOTHING
        time.sleep(0.5)


REMOVE = "#keep button:last-of-type"


def test_the_way_to_remove_is_there_once_there_is_something(
    server: Server, phone: BrowserContext
) -> None:
    """Before, it would say that somebody has kept pages on this phone."""
    tab = phone.new_page()
    tab.goto(f"{server.url}parents/6-9/")
    tab.locator("#keep").wait_for()
    assert not tab.locator(REMOVE).is_visible()
    server.slow.add("help/meet/")
    tab.click("#keep button:first-of-type")
    tab.locator(REMOVE).wait_for()
    server.go.set()
    tab.locator("#keep [role=status]").get_by_text(said(tab, "done")).wait_for()
    tab.click(REMOVE)
    tab.locator("#keep [role=status]").get_by_text(said(tab, "gone")).wait_for()
    tab.locator(REMOVE).wait_for(state="hidden")


def test_a_first_copy_that_fails_leaves_nothing(server: Server, phone: BrowserContext) -> None:
    """Who reads that it did not work believes that nothing is on the phone."""
    tab = phone.new_page()
    server.broken.add("help/meet/")
    tab.goto(f"{server.url}parents/6-9/")
    tab.click("#keep button:first-of-type")
    tab.locator("#keep [role=status]").get_by_text(said(tab, "failed")).wait_for()
    assert tab.evaluate(TRACES) == NOTHING
    server.broken.clear()
    keep(tab, server.url)
    server.broken.add("help/meet/")
    tab.click("#keep button:first-of-type")
    tab.locator("#keep [role=status]").get_by_text(said(tab, "failed")).wait_for()
    assert tab.evaluate(KEPT, f"{server.url}help/meet/"), "what was there stays"


@pytest.mark.parametrize("first", [True, False])
def test_removal_while_a_copy_is_made_has_the_last_word(
    server: Server, phone: BrowserContext, first: bool
) -> None:
    tab = phone.new_page()
    keep(tab, server.url)
    if first:
        tab.click(REMOVE)
        tab.locator("#keep [role=status]").get_by_text(said(tab, "gone")).wait_for()
        tab.reload()
    server.asked.clear()
    server.slow.add("help/meet/")
    tab.click("#keep button:first-of-type")
    assert poll(lambda: "help/meet/" in server.asked, True)
    tab.click(REMOVE)
    tab.locator("#keep [role=status]").get_by_text(said(tab, "gone")).wait_for()
    server.go.set()
    for _ in range(4):
        assert tab.evaluate(TRACES) == NOTHING
        assert tab.locator("#keep [role=status]").inner_text() == said(tab, "gone")
        time.sleep(0.5)
    keep(tab, server.url)


def test_removal_before_a_slow_phone_has_woken_the_worker_leaves_nothing(
    root: Path, url: str, phone: BrowserContext
) -> None:
    """Else the worker makes anew what was just taken away, and nothing offers to remove it."""
    worker = root / "keep/worker.js"
    wait = "for (const start = Date.now(); Date.now() - start < 1500;);\n"
    worker.write_text(wait + worker.read_text("utf-8"), "utf-8")
    tab = phone.new_page()
    keep(tab, url)
    devtools = phone.new_cdp_session(tab)
    devtools.send("ServiceWorker.enable")
    tab.wait_for_timeout(1000)
    devtools.send("ServiceWorker.stopAllWorkers")
    tab.wait_for_timeout(500)
    tab.evaluate(
        "() => { const [add, remove] = document.querySelectorAll('#keep button');"
        " add.click(); setTimeout(() => remove.click(), 100); }"
    )
    tab.locator("#keep [role=status]").get_by_text(said(tab, "gone")).wait_for()
    tab.wait_for_timeout(4000)
    assert tab.evaluate(TRACES) == NOTHING


def test_the_script_may_start_its_own_worker_and_nothing_else(
    url: str, phone: BrowserContext
) -> None:
    tab = phone.new_page()
    tab.add_init_script(
        "const make = trustedTypes.createPolicy.bind(trustedTypes); trustedTypes.createPolicy ="
        " (name, rules) => { self.rules = rules; return make(name, rules); };"
    )
    tab.goto(f"{url}parents/6-9/")
    made = tab.evaluate("rules.createScriptURL('https://elsewhere.example/x.js')")
    assert made == f"{url}keep/worker.js"


def test_removal_leaves_nothing(url: str, phone: BrowserContext) -> None:
    tab = phone.new_page()
    keep(tab, url)
    assert tab.evaluate(TRACES)["workers"] == 1
    tab.click("#keep button:last-of-type")
    gone = tab.locator("#keep").get_attribute("data-gone")
    tab.locator("#keep [role=status]").get_by_text(str(gone)).wait_for()
    assert tab.evaluate(TRACES) == NOTHING
    tab.goto(f"{url}help/")
    assert tab.evaluate(TRACES) == NOTHING
    phone.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        tab.goto(f"{url}parents/6-9/")


def test_the_switch_takes_every_copy_away(root: Path, url: str, phone: BrowserContext) -> None:
    tab = phone.new_page()
    keep(tab, url)
    worker = root / "keep/worker.js"
    text = worker.read_text("utf-8")
    assert "const OFF = false;" in text
    worker.write_text(text.replace("const OFF = false;", "const OFF = true;"), "utf-8")
    tab.goto(f"{url}help/")  # Chromium looks for a new worker a moment after a page
    assert poll(lambda: tab.evaluate(TRACES), NOTHING) == NOTHING
    tab.goto(f"{url}parents/6-9/")
    assert tab.evaluate(TRACES) == NOTHING
