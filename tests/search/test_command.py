"""``karpear search``: results as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from karpear.cli import main


def run(content: Path, *arguments: str) -> int:
    return main(["search", *arguments, "--content", str(content)])


def test_json_has_what_the_contract_says(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "1280", "--lang", "en", "--format", "json") == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert {"url", "title", "section"} <= first.keys()
    assert (first["url"], first["section"]) == ("/en/help/", "Child Helpline")


def test_text_is_one_line_a_page(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "ទូរស័ព្ទ", "--lang", "km", "--limit", "1") == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_nothing_found_is_said(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "xqzvwk", "--lang", "km") == 0
    assert capsys.readouterr().out == "nothing found\n"
    assert run(content, "xqzvwk", "--lang", "km", "--format", "json") == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_root_without_pages_is_refused(tmp_path: Path) -> None:
    assert run(tmp_path, "a", "--lang", "km") == 2
    assert run(tmp_path / "none", "a", "--lang", "km") == 2


def test_a_limit_below_one_is_refused(content: Path) -> None:
    assert run(content, "a", "--lang", "km", "--limit", "0") == 2
