"""``karpear verify`` and the verify page name every changed byte, missing and extra file."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from karpear.manifest import NAME, verify
from tests.copies.conftest import Watch

NAMES = ("index.html", "help/meet/index.html", "css/site.css", "search/km.first.js", "favicon.svg")


@pytest.fixture(scope="module")
def small(folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a few of its files, and a manifest of those."""
    whole, root = folders["km"], tmp_path_factory.mktemp("small") / "km-karpear"
    lines = []
    for name in sorted(NAMES, key=lambda n: n.encode()):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(whole / name, root / name)
        lines.append(f"{hashlib.sha256((root / name).read_bytes()).hexdigest()}  {name}\n")
    (root / NAME).write_text("".join(lines), "utf-8")
    assert list(verify(root)) == []
    return root


def changed(path: Path, place: float, bits: int) -> bytes:
    """Flip bits of one byte; what stood there before."""
    before = path.read_bytes()
    at = min(int(place * len(before)), len(before) - 1)
    path.write_bytes(before[:at] + bytes([before[at] ^ bits]) + before[at + 1 :])
    return before


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=st.sampled_from([*NAMES, NAME]), place=st.floats(0, 1), bits=st.integers(1, 255))
def test_every_changed_byte_is_named(small: Path, name: str, place: float, bits: int) -> None:
    before = changed(small / name, place, bits)
    try:
        found = {finding.path for finding in verify(small)}
    finally:
        (small / name).write_bytes(before)
    assert found if name == NAME else found == {name}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    gone=st.sets(st.sampled_from(NAMES)),
    new=st.sets(st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True), max_size=3),
)
def test_missing_and_extra_files_are_named(small: Path, gone: set[str], new: set[str]) -> None:
    kept = {name: (small / name).read_bytes() for name in gone}
    for name in gone:
        (small / name).unlink()
    for name in new:
        (small / name).write_text("x")
    try:
        assert {finding.path for finding in verify(small)} - {
            "css",
            "search",
            "help/meet",
        } == gone | new
    finally:
        for name in new:
            (small / name).unlink()
        for name, data in kept.items():
            (small / name).write_bytes(data)


#: Which of its sentences the page says: good, bad, broken, none.
SAID = "p => Object.keys(p.dataset).find(key => p.dataset[key] === p.textContent) || p.textContent"
CLEAR = "document.querySelectorAll('#report p').forEach(said => { said.textContent = ''; })"


def page_says(tab: Page, folder: Path) -> tuple[str, dict[str, str]]:
    """What the verify page tells of a folder: which sentence, and the files it names."""
    tab.set_input_files("#picker", folder)
    busy = tab.locator("#report p").first.get_attribute("data-busy")
    tab.wait_for_function(
        "busy => { const said = document.querySelector('#report p').textContent; return said && said !== busy; }",
        arg=busy,
    )
    items = tab.locator("#list li").all_inner_texts()
    named = dict(reversed(item.rsplit(" ", 1)) for item in items)
    said = str(tab.locator("#report p").first.evaluate(SAID))
    tab.evaluate(CLEAR)
    tab.evaluate("document.getElementById('picker').value = ''")
    return said, named


def test_the_page_agrees_with_the_command(
    small: Path, folders: dict[str, Path], tab: Page, watch: Watch
) -> None:
    tab.goto((folders["en"] / "verify.html").as_uri())
    assert page_says(tab, folders["en"]) == ("good", {})
    assert page_says(tab, small) == ("good", {})

    @settings(max_examples=40, deadline=None)
    @given(name=st.sampled_from(NAMES), place=st.floats(0, 1), bits=st.integers(1, 255))
    def flip(name: str, place: float, bits: int) -> None:
        before = changed(small / name, place, bits)
        try:
            assert page_says(tab, small) == ("bad", {name: "changed:"})
        finally:
            (small / name).write_bytes(before)

    flip()
    (small / "extra.txt").write_text("x")
    before = (small / "favicon.svg").read_bytes()
    (small / "favicon.svg").unlink()
    said = page_says(tab, small)
    (small / "extra.txt").unlink()
    (small / "favicon.svg").write_bytes(before)
    assert said == ("bad", {"extra.txt": "added:", "favicon.svg": "missing:"})
    assert watch.left == []
    assert watch.wrong == []


def test_a_browser_of_before_2020_does_not_call_a_whole_copy_damaged(
    small: Path, folders: dict[str, Path], tab: Page
) -> None:
    """Chromium 86 was the first with ``replaceChildren``."""
    tab.add_init_script("delete Element.prototype.replaceChildren")
    tab.goto((folders["en"] / "verify.html").as_uri())
    tab.set_input_files("#picker", small)
    said = tab.locator("#report p")
    expect(said).to_have_text(str(said.get_attribute("data-good")))


def test_the_page_tells_a_damaged_manifest(
    small: Path, folders: dict[str, Path], tab: Page
) -> None:
    tab.goto((folders["en"] / "verify.html").as_uri())
    before = (small / NAME).read_bytes()
    for at in range(0, len(before), 37):
        (small / NAME).write_bytes(before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :])
        tab.set_input_files("#picker", small)
        tab.wait_for_function(
            "() => /not as they|damaged/.test(document.getElementById('report').textContent)"
        )
        tab.evaluate(CLEAR)
    (small / NAME).write_bytes(before)


def test_a_copy_in_both_languages_is_checked_in_both(
    small: Path, folders: dict[str, Path], tab: Page
) -> None:
    tab.goto((folders["km-en"] / "verify.html").as_uri())
    label = tab.locator("label[for=picker]")
    assert [part.get_attribute("lang") for part in label.locator("[lang]").all()] == ["km", "en"]
    assert "Choose this folder" in label.inner_text()
    before = changed(small / "favicon.svg", 0, 1)
    tab.set_input_files("#picker", small)
    tab.locator("#list li").wait_for()
    (small / "favicon.svg").write_bytes(before)
    said = [(one.get_attribute("lang"), one.inner_text()) for one in tab.locator("#report p").all()]
    assert [lang for lang, _ in said] == ["km", "en"]
    assert "get a new copy" in said[1][1]
    assert tab.locator("#list li").inner_text() == "បានប្រែប្រួល៖ changed: favicon.svg"
