"""What servers really send: nginx with our configuration, Apache, and ``_headers`` as text."""

from __future__ import annotations

import fnmatch
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from karpear.headers import CONTENT_POLICY, SERVER_FILES, TYPES, headers_of
from karpear.manifest import NAME as MANIFEST
from karpear.manifest import walk
from tests.site.conftest import ROOT, Site, serve
from tests.site.observatory import MOST, TABLE, Answer, can_be_preloaded, score
from tests.site.servers import HOST, Server, run_apache, run_nginx

EMBED = "embed/km/card.html"
FRAMED = (
    f'<!doctype html><html lang="km"><meta charset="utf-8"><title>{HOST}</title><p id="in">1280'
)
VIOLATIONS = """addEventListener("securitypolicyviolation", e =>
  console.error(`policy: ${e.effectiveDirective} ${e.blockedURI}`))"""


@pytest.fixture(scope="module")
def www(site: Site) -> Iterator[Path]:
    """The published site and a file of every place with rules of its own, for all to read."""
    with tempfile.TemporaryDirectory(prefix="karpear-") as folder:
        root = Path(folder) / "site"
        shutil.copytree(site.root, root)
        for name in (EMBED, "downloads/single.html", "search/km.first.js"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(FRAMED if name.endswith("html") else "0;\n", "utf-8")
        Path(folder).chmod(0o755)
        yield root


@pytest.fixture(scope="module")
def nginx(www: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run_nginx(www, tmp_path_factory.mktemp("nginx")) as server:
        yield server


@pytest.fixture(scope="module")
def apache(www: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with run_apache(www, tmp_path_factory.mktemp("apache")) as server:
        yield server


def readable(root: Path) -> list[str]:
    """Every file for readers."""
    return [path for path in walk(root) if path not in SERVER_FILES]


def media_of(path: str) -> str:
    kind = next(kind for kind in TYPES if path.rpartition(".")[2] in kind.endings)
    return f"{kind.media}; charset=utf-8" if kind.is_text else kind.media


def wrong_headers(answer: Answer, path: str, *, secure: bool) -> list[str]:
    """What is missing, different, or there without being in the table."""
    wanted = {name.lower(): value for name, value in headers_of(path, secure=secure).items()}
    wanted["content-type"] = media_of(path)
    known = {
        name.lower()
        for place in (EMBED, "downloads/x", "")
        for name in headers_of(place, secure=True)
    }
    known |= {"etag", "last-modified"}
    wrong = [
        f"{n}: {answer.headers.get(n)}" for n, v in wanted.items() if answer.headers.get(n) != v
    ]
    return wrong + [f"{name} is sent" for name in answer.headers if name in known - set(wanted)]


@pytest.mark.parametrize("kind", ["nginx", "apache"])
def test_every_file_has_its_headers_and_type(kind: str, request: pytest.FixtureRequest) -> None:
    server: Server = request.getfixturevalue(kind)
    for path in readable(server.root):
        for address in (path, path.removesuffix("index.html")):
            answer = server.ask(address, Accept_Encoding="gzip")
            assert answer.status == 200, address
            assert wrong_headers(answer, path, secure=bool(server.secure)) == [], address
            size = (server.root / path).stat().st_size
            packed = answer.headers.get("content-encoding") == "gzip"
            assert packed or "charset" not in media_of(path) or size < 256 or path.endswith(".conf")


@pytest.mark.parametrize("kind", ["nginx", "apache"])
@pytest.mark.parametrize("address", ["nowhere", "embed/no/where.html", *SERVER_FILES, "css/"])
def test_what_is_not_there_is_our_own_page(
    kind: str, address: str, request: pytest.FixtureRequest
) -> None:
    server: Server = request.getfixturevalue(kind)
    answer = server.ask(address)
    assert answer.status in (403, 404)
    assert answer.body == (server.root / "404.html").read_text("utf-8")
    assert wrong_headers(answer, "404.html", secure=bool(server.secure)) == []


@pytest.mark.parametrize("kind", ["nginx", "apache"])
def test_a_corrected_digit_is_never_called_unchanged(
    kind: str, request: pytest.FixtureRequest
) -> None:
    """Same size, same day: asked with any validator, the page comes in full."""
    server: Server = request.getfixturevalue(kind)
    when = "Sun, 22 Nov 2026 00:00:00 GMT"
    assert server.ask("help/", If_Modified_Since=when).status == 200
    folder = server.ask("help")
    assert (folder.status, folder.headers["location"][-6:]) == (301, "/help/")


def test_nginx_names_no_version_and_writes_nobody_down(nginx: Server) -> None:
    for address in ("help/", "nowhere", "en/help/threatened", "%00", "_headers"):
        nginx.ask(address)
        answer = nginx.ask_plain(address)
        assert "nginx/" not in answer.headers["server"] + answer.body
    for log in (nginx.home / "logs").iterdir():
        assert log.read_text("utf-8") == "", log


# What nginx earns by each type of content, and which points are left: cookies, because there are
# none; the list of browsers, which takes real names only (the header qualifies, see below); and
# integrity of scripts, which Chromium cannot check in a file:// copy and then blocks the script.
PRELOAD = {"strict-transport-security": 5}
COOKIES = {"cookies": 5}
LEFT = {**COOKIES, **PRELOAD, "subresource-integrity": 5}


@pytest.mark.parametrize("media", [kind.media for kind in TYPES])
def test_the_score_by_type_of_content(nginx: Server, media: str) -> None:
    paths = [p for p in readable(nginx.root) if media_of(p).partition(";")[0] == media]
    for path in paths or [""]:
        place = path.partition("/")[0]
        if place == "embed":
            continue
        http_answer, https_answer = nginx.ask_plain(path), nginx.ask(path)
        now = score(http_answer, https_answer, host=HOST)
        assert (now.total, now.missing) == (130, LEFT), path
        listed = score(http_answer, https_answer, host=HOST, preloaded=True)
        assert listed.total == 135
        assert can_be_preloaded(https_answer.headers["strict-transport-security"])


def test_an_embed_gives_up_only_what_framing_needs(nginx: Server) -> None:
    found = score(nginx.ask_plain(EMBED), nginx.ask(EMBED), host=HOST)
    assert found.missing == {
        **COOKIES,
        **PRELOAD,
        "subresource-integrity": 5,
        "cross-origin-resource-policy": 10,
    }


def test_the_scorer_takes_points_away() -> None:
    assert MOST == 145
    bare = Answer(status=200, headers={"content-type": "text/html"})
    assert score(bare, None, host=HOST).total == 10
    loose = {
        "content-security-policy": "default-src *",
        "set-cookie": "a=b",
        "referrer-policy": "origin",
    }
    found = score(bare, Answer(status=200, headers=loose), host="x").results
    assert {
        test: TABLE[test][found[test]]
        for test in ("content-security-policy", "cookies", "referrer-policy")
    } == {
        "content-security-policy": -20,
        "cookies": -40,
        "referrer-policy": -5,
    }


def test_chromium_reports_no_violation_on_any_page(
    site: Site, nginx: Server, browser: Browser
) -> None:
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 360, "height": 640})
    context.add_init_script(VIOLATIONS)
    tab = context.new_page()
    seen: list[str] = []
    tab.on("console", lambda message: seen.append(f"{tab.url} {message.type} {message.text}"))
    tab.on("requestfailed", lambda r: seen.append(f"{r.url} {r.failure}"))
    for address in [*site.pages(), "404.html", EMBED]:
        tab.goto(f"https://127.0.0.1:{nginx.secure}/{address}", wait_until="load")
    assert [line for line in seen if not line.endswith("svg net::ERR_ABORTED")] == []  # we went on
    seen.clear()
    tab.evaluate("document.body.append(document.createElement('style'))")
    tab.evaluate("document.body.lastChild.textContent = 'p{}'")
    tab.wait_for_timeout(200)
    assert any("policy: style-src-elem inline" in line for line in seen)  # the ear does hear
    tab.goto(f"https://127.0.0.1:{nginx.secure}/")
    with pytest.raises(Exception, match="TrustedHTML"):
        tab.evaluate("document.body.innerHTML = '<b>'")
    context.close()


def test_pages_opened_as_files_keep_style_and_script(site: Site, browser: Browser) -> None:
    """``'self'`` holds for ``file:`` in Chromium, so the policy may stay in the page."""
    context = browser.new_context()
    tab = context.new_page()
    seen: list[str] = []
    tab.on("console", lambda m: seen.append(m.text) if "Content Security" in m.text else None)
    for address in ("index.html", "en/help/index.html"):
        tab.goto(f"file://{site.root}/{address}")
        assert "http-equiv" in tab.content()
        style = "getComputedStyle(document.getElementById('exit')).borderTopWidth"
        assert tab.evaluate(style) == "2px"
        for _ in range(3):
            tab.keyboard.press("Shift")
        tab.wait_for_url("about:blank")
    context.close()
    assert seen == []


def test_only_embeds_can_be_framed(nginx: Server, browser: Browser, tmp_path: Path) -> None:
    frames = "".join(
        f'<iframe src="https://127.0.0.1:{nginx.secure}/{p}"></iframe>' for p in (EMBED, "help/")
    )
    (tmp_path / "index.html").write_text(f"<!doctype html><title>host</title>{frames}", "utf-8")
    context = browser.new_context(ignore_https_errors=True)
    tab = context.new_page()
    with serve(tmp_path) as url:
        tab.goto(url, wait_until="load")
        assert tab.frame_locator("iframe >> nth=0").locator("#in").text_content() == "1280"
        assert tab.frame_locator("iframe >> nth=1").locator("#help-block").count() == 0
    context.close()


def test_underscore_headers_says_the_same_without_a_header_twice(site: Site) -> None:
    """Services with this file join the values of every rule that matches."""
    text = (site.root / "_headers").read_text("utf-8")
    rules = [block.splitlines() for block in re.split(r"\n(?=/)", text)[1:]]
    assert len(rules) <= 100
    assert max(map(len, text.splitlines())) <= 2000
    for path in set(readable(site.root)) - {MANIFEST}:  # which is written after all else
        address = "/" + path.removesuffix("index.html")
        lines = [
            line.strip()
            for rule in rules
            if fnmatch.fnmatchcase(address, rule[0])
            for line in rule[1:]
        ]
        found = dict(line.split(": ", 1) for line in lines)
        assert len(found) == len(lines), path
        wanted = headers_of(path, secure=True)
        wanted.pop("Link", None)  # these rules know no types
        if path.startswith("fonts/"):  # a folder of two kinds: asked for anew
            wanted["Cache-Control"] = found["Cache-Control"]
        assert found == wanted, path


def test_the_policy_allows_just_what_scripts_and_pages_need(site: Site) -> None:
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "docs/scripts").glob("*.js"))
    named = set(re.findall(r"""createPolicy\(\s*["'](\w+)["']""", scripts)) or {"'none'"}
    assert set(CONTENT_POLICY["trusted-types"].split()) == named
    asks = re.search(r"\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource", scripts)
    assert asks is None  # the right is for those who examine a page, and for our own place alone
    assert CONTENT_POLICY["connect-src"] == "'self'"
    medias = any(
        re.search(r"<(audio|video)\b", p.read_text("utf-8")) for p in site.root.rglob("*.html")
    )
    assert medias == ("media-src" in CONTENT_POLICY)


def test_the_handbook_says_what_each_header_is_for() -> None:
    text = (ROOT / "handbook/publishing.md").read_text("utf-8")
    for place in ("", EMBED, "downloads/x"):
        for name in headers_of(place, secure=True):
            assert f"`{name}`" in text, name
    for name in SERVER_FILES:
        assert f"`{name}`" in text, name
