"""A small content root that is right in every way; tests make one thing wrong in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer

from karpear.build import Checked
from karpear.checks import run_checks
from karpear.findings import Finding
from karpear.load import read_library
from tests.groups import GroupScheduling, rank_of
from tests.small import small_files

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 22)
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
CHROMIUM += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
FONTS = os.environ | {"FONTCONFIG_FILE": str(ROOT / "tests/fonts.conf")}


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> GroupScheduling:
    """Groups as tests/groups.py has them."""
    return GroupScheduling(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest work first."""
    items.sort(key=lambda item: rank_of(item.nodeid))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once a worker: two drivers in one process would not do."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM, env=FONTS)
        yield browser
        browser.close()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content root of a few pages with no finding."""
    return write_content(tmp_path / "content")


def write_content(root: Path) -> Path:
    for name, text in small_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shutil.copy(ROOT / "content/shared/ui.yml", root / "shared/ui.yml")
    return root


def check(root: Path, as_of: date = AS_OF) -> Checked:
    """Everything ``karpear check`` finds in a content root on a fixed day."""
    loaded = read_library(root, as_of)
    found = (*loaded.findings, *run_checks(loaded.library))
    return Checked(library=loaded.library, findings=tuple(sorted(set(found))))


def codes(root: Path) -> list[str]:
    return [finding.code for finding in check(root).findings]


Edit = Callable[[Path], None]


def replaced(name: str, old: str, new: str) -> Edit:
    """An edit that replaces a text of one file; the text must be there."""

    def edit(root: Path) -> None:
        path = root / name
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def written(name: str, data: str | bytes) -> Edit:
    """An edit that writes a whole file."""

    def edit(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    return edit


def found(root: Path, code: str) -> Finding:
    """The first finding of that code; all of them are told when there is none."""
    findings = check(root).findings
    assert code in {f.code for f in findings}, [f"{f.path}:{f.line} {f.code}" for f in findings]
    return next(f for f in findings if f.code == code)
