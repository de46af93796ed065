"""Documentation is tested: commands, codes, keys and the handbook's tables are what the code has."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from karpear.cli import build_parser
from karpear.commands import COMMANDS
from karpear.messages import MESSAGES
from karpear.model import Kind, Language
from karpear.sections import _SLOTS

ROOT = Path(__file__).parent.parent.parent
SOURCE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py")))


def handbook(name: str) -> str:
    return (ROOT / "handbook" / name).read_text("utf-8")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_the_handbook_shows_the_help_of_each_command(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    parser = build_parser()
    actions = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    usage = actions[0].choices[command].format_help()
    assert usage in handbook("commands.md"), f"run `karpear {command} --help` and copy it"


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_code_is_used_and_written_in_both_languages(code: str) -> None:
    assert f'"{code}"' in SOURCE.replace(f'    "{code}": entry(', "", 1)
    for text in (MESSAGES[code].message, MESSAGES[code].mend):
        assert text[Language.EN]
        assert re.search(r"[\u1780-\u17ff]", text[Language.KM])
        fills = [sorted(re.findall(r"(?<!\{)\{(\w+)\}", text[lang])) for lang in Language]
        assert set(fills[0]) <= set(fills[1]) or set(fills[1]) <= set(fills[0])


def test_codes_in_the_source_have_messages() -> None:
    used = set(re.findall(r'"([SPLTCHAXB][1-4]\d\d)"', SOURCE))
    assert used == set(MESSAGES)


@pytest.mark.parametrize("kind", [Kind.MODULE, Kind.TOPIC, Kind.FLOW])
def test_the_handbook_names_every_section(kind: Kind) -> None:
    row = next(
        line for line in handbook("content.md").splitlines() if line.startswith(f"| {kind} |")
    )
    named = re.findall(r"(\()?`([a-z0-9-]+)`", row)
    assert [(key, not bracket) for bracket, key in named] == [
        (s.key, s.required) for s in _SLOTS[kind]
    ]


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make site" in readme
    assert "make test" in readme
    assert "make test" in (ROOT / ".ci/run").read_text("utf-8")


def test_no_registry_and_no_path_of_a_machine_is_named() -> None:
    for name in (
        "requirements.txt",
        "requirements-dev.txt",
        "pyproject.toml",
        "tests/package-lock.json",
        "tests/audit/package-lock.json",
    ):
        text = (ROOT / name).read_text("utf-8")
        named = re.sub(r'"url": "https://[^"]*"', "", text)  # of those who take donations
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links", named), name
        assert not re.search(r"file:/|@ file|/(home|root|work)/", text), name


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    entries = re.split(r"\n(?=[a-z])", (ROOT / name).read_text("utf-8").strip())
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==\S+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]
