"""html-validate, the HTML standard and its accessibility rules: no error on any page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, Site

TOOL = ROOT / "tests/node_modules/.bin/html-validate"
CONFIG = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        # A wide table scrolls in a focusable, named box: a role on the box that scrolls is right,
        # a <section> without a heading inside another would not be.
        "prefer-native-element": ["error", {"exclude": ["region"]}],
    },
}


def problems(folder: Path, config: Path) -> list[str]:
    """What html-validate says of every .html file under a folder, one line each."""
    config.write_text(json.dumps(CONFIG), "utf-8")
    report = config.with_name("report.json")  # a pipe would be cut when the tool exits
    command = [TOOL, "--config", config, "--formatter", f"json={report}", f"{folder}/**/*.html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{found['line']} {found['ruleId']}: {found['message']}"
        for page in json.loads(report.read_text("utf-8"))
        for found in page["messages"]
    ]


def test_every_page_is_valid_html(site: Site, tmp_path: Path) -> None:
    assert problems(site.root, tmp_path / "config.json") == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p><div>block</div></p>", "close-order"),
        ('<p id="a">one</p><p id="a">two</p>', "no-dup-id"),
        ('<img src="x.png">', "wcag/h37"),
        ("<ul><p>loose</p></ul>", "element-permitted-content"),
    ],
)
def test_the_tool_looks(tmp_path: Path, body: str, rule: str) -> None:
    """The same call finds what is planted: no error means looked at, not passed by."""
    page = f'<!doctype html><html lang="en"><head><title>x</title></head><body>{body}</body></html>'
    (tmp_path / "pages/deep").mkdir(parents=True)
    (tmp_path / "pages/deep/index.html").write_text(page, "utf-8")
    found = problems(tmp_path / "pages", tmp_path / "config.json")
    assert any(rule in line for line in found), found
