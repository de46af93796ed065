"""The day of the content: of its pages, and of the register of helplines where that has one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import check, codes, replaced

FILE = "shared/helplines.yml"


def dated(content: Path, lines: str) -> None:
    replaced(FILE, "\nhelplines:\n", f"\n{lines}\nhelplines:\n")(content)


@pytest.mark.parametrize(
    ("lines", "newest"),
    [
        ("", date(2026, 11, 22)),
        ("updated: 2026-11-30", date(2026, 11, 30)),
        ('updated: "2026-12-01"', date(2026, 12, 1)),
        ("updated: 2026-01-01", date(2026, 11, 22)),
    ],
)
def test_a_corrected_number_makes_the_content_newer(
    content: Path, lines: str, newest: date
) -> None:
    dated(content, lines)
    checked = check(content, newest)
    assert checked.findings == ()
    assert checked.library.newest() == newest


def test_a_second_change_on_one_day_is_counted(content: Path) -> None:
    assert check(content).library.revision == 0
    dated(content, 'revision: "2"')
    checked = check(content)
    assert checked.findings == ()
    assert checked.library.revision == 2


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("updated: yesterday", "S114"),
        ('revision: "-1"', "S116"),
        ('revision: "two"', "S116"),
        ('revision: "1000"', "S116"),
        ("revision: 2", "S110"),
    ],
)
def test_what_is_no_day_or_number_is_refused(content: Path, lines: str, code: str) -> None:
    dated(content, lines)
    assert codes(content) == [code]
