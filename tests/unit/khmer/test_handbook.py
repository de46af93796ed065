"""``handbook/khmer.md``: every example is run, every public name has one, every code is told."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from karpear import khmer
from karpear.messages import MESSAGES

HANDBOOK = Path(__file__).resolve().parents[3] / "handbook/khmer.md"
TEXT = HANDBOOK.read_text("utf-8")


def test_the_examples_do_what_they_say() -> None:
    found = doctest.testfile(str(HANDBOOK), module_relative=False, encoding="utf-8")
    assert found.attempted > 20
    assert found.failed == 0


@pytest.mark.parametrize("name", khmer.__all__)
def test_every_public_name_has_an_example(name: str) -> None:
    examples = "\n".join(re.findall(r"^>>> .*", TEXT, re.MULTILINE))
    assert re.search(rf"khmer\.{name}\b", examples)


@pytest.mark.parametrize("code", sorted(code for code in MESSAGES if code.startswith("L2")))
def test_every_code_is_told(code: str) -> None:
    assert f"| {code} |" in TEXT
