"""The help block says of its three numbers only what holds for each of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import AS_OF

from karpear.load import read_library
from karpear.model import Language
from karpear.rendering.helplines import checked_together
from karpear.rendering.words import Words

LINES = ("child-helpline-cambodia", "aple-hotline", "police-emergency")


def verify(content: Path, days: dict[str, str]) -> None:
    """Writes into the register that a person checked some lines."""
    file = content / "shared/helplines.yml"
    text = file.read_text("utf-8")
    for line, day in days.items():
        head, _, rest = text.partition(f"id: {line}\n")
        check = f'verified: {{on: {day}, by: "Sok Dara", method: "rang"}}'
        text = f"{head}id: {line}\n{rest.replace('verified: null', check, 1)}"
    file.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({}, "not yet re-checked by us"),
        ({LINES[0]: "2026-11-01"}, "not yet re-checked by us"),
        (dict.fromkeys(LINES[:2], "2026-11-01"), "not yet re-checked by us"),
        (dict(zip(LINES, ("2026-11-03", "2026-10-02", "2026-11-01"), strict=True)), "2 October"),
    ],
)
def test_the_oldest_check_of_all_three(content: Path, days: dict[str, str], said: str) -> None:
    verify(content, days)
    library = read_library(content, AS_OF).library
    assert sum(1 for line in library.helplines if line.verified) == len(days)
    assert said in checked_together(Words(library=library, lang=Language.EN))
