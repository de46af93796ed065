"""A site with one recording: the page plays it, the policy allows just that, and leaving silences it.

The site without recordings (``site``) gains nothing; the whole content is built once more with one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from karpear.build import build_project
from karpear.cli import main
from karpear.findings import as_text, has_errors
from karpear.project import Project
from tests.site.conftest import ROOT, WITHOUT_PRINTS, Site, serve
from tests.site.test_html import problems
from tests.site.test_pages import AXE, OVERFLOW, TAGS
from tests.sounds import silence

PLACE = "audio/km/parents/10-12/minute.mp3"
ENTRY = f"""recordings:
  - {{page: parents/10-12, section: minute, lang: km, file: {PLACE}, reader: "Sok Dara", on: 2026-11-20, stamp: new}}
"""
PLAYED = """async () => {
  const sound = document.querySelector("audio");
  await sound.play();
  return [sound.paused, sound.duration];
}"""


@pytest.fixture(scope="module")
def recorded(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content with one recording more, built and published."""
    folder = tmp_path_factory.mktemp("recorded")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    (content / PLACE).parent.mkdir(parents=True)
    (content / PLACE).write_bytes(silence(2000))
    (content / "shared/audio.yml").write_text(ENTRY, "utf-8")
    assert main(["stamp", "--audio", "parents/10-12", "--content", str(content)]) == 0
    made = replace(project, content=content, work=folder / "build", output=folder / "site")
    found = build_project(made, only=WITHOUT_PRINTS)
    assert not found, as_text(found)
    return made


@pytest.fixture
def page(recorded: Project, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.route("**/*wikipedia.org/**", lambda route: None)
    with serve(recorded.output) as url:
        tab = context.new_page()
        tab.goto(f"{url}parents/10-12/")
        yield tab
    context.close()


def test_it_is_fetched_and_played_when_asked_for_and_not_before(page: Page) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.reload()
    assert not [url for url in asked if ".mp3" in url]
    paused, seconds = page.evaluate(PLAYED)
    assert not paused
    assert 70 < seconds < 74
    assert [url for url in asked if ".mp3" in url]
    assert wrong == []
    assert "1" not in page.locator(".k-sound .k-note").inner_text()  # Khmer digits
    assert "១ នាទី ១២ វិនាទី" in page.locator(".k-sound .k-note").inner_text()
    assert page.locator("section.k-key-minute .k-aloud").count() == 0
    player = page.locator("audio[controlslist=nodownload][disableremoteplayback]")
    assert player.count() == page.locator("audio").count() == 1


@pytest.mark.parametrize(
    "way",
    [
        "document.getElementById('exit').click()",
        "window.dispatchEvent(new Event('pagehide'))",
    ],
)
def test_leaving_silences_it(page: Page, way: str) -> None:
    page.evaluate(PLAYED)
    assert page.evaluate(f"() => {{ {way}; return document.querySelector('audio').paused }}")


def test_the_page_stays_accessible_and_narrow(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    assert not page.evaluate(OVERFLOW)
    page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"]] == []


def test_the_page_is_valid_html(recorded: Project, tmp_path: Path) -> None:
    folder = recorded.output / "parents/10-12"
    assert problems(folder, tmp_path / "config.json") == []


def test_only_a_site_with_recordings_may_play_any(site: Site, recorded: Project) -> None:
    files = ["index.html", "_headers", ".htaccess", "_nginx/maps.conf"]
    for name in files:
        assert "media-src" not in (site.root / name).read_text("utf-8"), name
        text = unescape((recorded.output / name).read_text("utf-8"))
        assert "default-src 'none'; media-src 'self'" in text, name
    assert not (site.root / "audio").exists()
    text = (recorded.output / "_headers").read_text("utf-8")
    assert re.search(r"^/audio/\*$", text, re.MULTILINE)


def test_a_stale_recording_is_neither_shown_nor_published(recorded: Project) -> None:
    stale = replace(recorded, output=recorded.output.with_name("stale"))
    path = recorded.content / "shared/audio.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'stamp: "\w+"', 'stamp: "000000000000"', text), "utf-8")
    try:
        found = build_project(stale, only=WITHOUT_PRINTS)
    finally:
        path.write_text(text, "utf-8")
    assert [finding.code for finding in found] == ["A205"]
    assert not has_errors(found)
    assert not list(stale.output.rglob("*.mp3"))
    for name in ("parents/10-12/index.html", "_headers"):
        assert not re.search("<audio|media-src", (stale.output / name).read_text("utf-8")), name
