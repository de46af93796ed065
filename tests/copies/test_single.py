"""Single files: opened bare from a phone's storage with the network off."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from karpear.copies import Source
from karpear.copies.names import file_name, is_quiet, single_pages
from karpear.copies.single import make_singles, single_file
from karpear.copies.source import Made
from karpear.model import Audience, Kind, Language
from tests.copies.conftest import Watch, has_font

FONT = re.compile(r"<style>@font-face.*?</style>", re.DOTALL)
PICTURE = re.compile(r"data:image/[^\"]*")


@pytest.fixture(scope="module")
def singles(source: Source) -> dict[str, Made]:
    return {f"{made.lang}/{made.id}": made for made in make_singles(source)}


@pytest.fixture(scope="module")
def folder(singles: dict[str, Made], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("single")
    for made in singles.values():
        (root / Path(made.path).name).write_bytes(made.data)
    return root


def test_every_module_topic_risk_and_flow_has_one(source: Source, singles: dict[str, Made]) -> None:
    kinds = {Kind.MODULE, Kind.FLOW, Kind.TOPIC, Kind.RISK}
    assert set(singles) == {f"{p.lang}/{p.id}" for p in source.library.pages if p.kind in kinds}
    assert len({made.path for made in singles.values()}) == len(singles)


def test_names_of_quiet_files_say_nothing(source: Source) -> None:
    for lang in Language:
        for page in single_pages(source.library, lang):
            name = file_name(page)
            if page.audience is Audience.CHILDREN or page.kind is Kind.FLOW:
                assert is_quiet(page)
            assert bool(re.fullmatch(r"notes-[0-9a-f]{6}\.html", name)) == is_quiet(page)


def test_light_and_the_same_again(source: Source, singles: dict[str, Made]) -> None:
    """Without the font, and without the drawings of the read-together page."""
    for made in singles.values():
        bare = PICTURE.sub("", FONT.sub("", made.data.decode()))
        assert not re.search("[\u1780-\u17d3][.] ", bare), "a Latin full stop after Khmer"
        assert len(gzip.compress(bare.encode(), 9)) <= 14_000, made.id
    page = source.library.page("help/meet", Language.KM)
    assert page
    assert single_file(source, page).encode() == singles["km/help/meet"].data


def test_every_file_opens_without_a_request(
    singles: dict[str, Made], folder: Path, tab: Page, watch: Watch
) -> None:
    for made in singles.values():
        uri = (folder / Path(made.path).name).as_uri()
        tab.goto(uri)
        assert tab.locator("h1").count() == 1
        assert tab.locator("#help-block a[href='tel:1280']").is_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, made.id
        if made.lang == "km" and made.id in ("help/meet", "parents/6-9"):
            assert has_font(tab)
    assert {url for url in watch.asked if not url.startswith("data:")} == {
        (folder / Path(made.path).name).as_uri() for made in singles.values()
    }
    assert watch.wrong == []


def test_links_lead_to_files_beside(singles: dict[str, Made], folder: Path) -> None:
    names = {Path(made.path).name for made in singles.values()}
    for made in singles.values():
        text = made.data.decode()
        ids = set(re.findall(r'\sid="([^"]+)"', text))
        for href in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', text):
            path, _, anchor = href.partition("#")
            if not path:
                assert anchor in ids, (made.id, href)
            elif not re.match(r"(https|tel):", href):
                assert path in names, (made.id, href)
                target = (folder / path).read_text("utf-8")
                assert not anchor or f'id="{anchor}"' in target, (made.id, href)


@pytest.mark.parametrize("scripts", [True, False])
def test_leaving_shows_numbers_only(
    scripts: bool, browser, singles: dict[str, Made], folder: Path
) -> None:
    made = singles["km/help/threatened"]
    context = browser.new_context(offline=True, java_script_enabled=scripts)
    tab = context.new_page()
    tab.goto("about:blank")
    tab.goto((folder / Path(made.path).name).as_uri())
    tab.click("#exit")
    assert tab.locator("#numbers pre").is_visible()
    if scripts:
        assert tab.title() == "1 2 3"
        assert tab.locator("h1").count() == 0
        tab.go_back()
        assert tab.url == "about:blank"
    context.close()


def test_leaving_works_in_a_browser_of_before_2020(
    singles: dict[str, Made], folder: Path, tab: Page, watch: Watch
) -> None:
    """Chromium 86 was the first with ``replaceChildren``."""
    tab.add_init_script("delete Element.prototype.replaceChildren")
    tab.goto((folder / Path(singles["km/help/threatened"].path).name).as_uri())
    tab.click("#exit")
    assert tab.locator("#numbers pre").is_visible()
    assert tab.locator("h1").count() == 0
    assert watch.wrong == []


def test_loaded_anew_after_leaving_it_shows_numbers_only(
    singles: dict[str, Made], folder: Path, tab: Page
) -> None:
    """A phone with little memory drops a tab and loads it again when somebody looks at it."""
    tab.goto((folder / Path(singles["km/help/threatened"].path).name).as_uri())
    tab.click("#exit")
    tab.reload()
    assert tab.title() == "1 2 3"
    assert tab.locator("#numbers pre").is_visible()
    assert tab.locator("h1").count() == 0


def test_policy_lets_nothing_else_run(singles: dict[str, Made], tmp_path: Path, tab: Page) -> None:
    text = singles["km/parents/6-9"].data.decode()
    bad = tmp_path / "bad.html"
    bad.write_text(
        text.replace(
            "</main>",
            '<img src="x.png" onerror="document.title=1"><script>document.title=2</script></main>',
        )
    )
    tab.goto(bad.as_uri())
    assert tab.title() not in ("1", "2")
