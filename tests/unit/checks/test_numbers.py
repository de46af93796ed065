"""Numbers of helplines: those that nobody can dial are found, and right ones are let alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import codes, found, replaced

from karpear.checks.numbers import phone_like
from karpear.khmer import to_ascii

LINES = "shared/helplines.yml"
NUMBER = 'shown: "092 311 511", dial: "+85592311511"'


@pytest.mark.parametrize(
    "number",
    [
        'shown: "092 311 511", dial: "+855092311511"',
        'shown: "+855 092 311 511", dial: "+85592311511"',
    ],
)
def test_no_number_has_a_zero_behind_the_country(content: Path, number: str) -> None:
    """Nobody gets through with one: it is dialled inside the country only."""
    replaced(LINES, NUMBER, number)(content)
    assert found(content, "H109").line == 15


def test_a_zero_in_brackets_is_one_to_leave_out(content: Path) -> None:
    note = 'note: {km: "ពីក្រៅ៖ +855(0)92311511", en: "From abroad: +855 (0)92 311 511"}'
    replaced(LINES, NUMBER, f"{NUMBER}, {note}")(content)
    assert "H112" not in codes(content)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (NUMBER, "call 092 311 511"),
        (NUMBER, "phone +85592311511"),
        (NUMBER, "+855‑92‑311‑511"),
        ('shown: "092 311 117", dial: "+85592311117"', "092 311 117"),
    ],
)
def test_a_part_of_a_number_is_none(content: Path, number: str, text: str) -> None:
    """Neither its beginning behind a word such as "call" nor an end that is a short code."""
    replaced(LINES, NUMBER, f'{number}, note: {{km: "{text}", en: "{text}"}}')(content)
    assert "H112" not in codes(content)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Call 012 345 678 or 1280.", ["012 345 678", "1280"]),
        ("Call 117, not 1280 or tel. 1999.", ["Call 117", "1280", "tel. 1999"]),
    ],
)
def test_each_number_is_told_once(text: str, told: list[str]) -> None:
    assert list(phone_like(text, {"117", "1280"})) == told


@pytest.mark.parametrize(
    "text",
    [
        *("07.30-11.30 14.00-17.00", "08.00-12.00/13.00-17.00", "០៨.០០–១២.០០ ១៣.០០–១៧.០០"),
        *("from 02-03-2013 15 children", "02/03/2013 1200 children", "០២-០៣-២០១៣ ១៥ នាក់"),
        *("2013-03-11/2013-04-12", "2013-03-11 2013"),
    ],
)
def test_hours_and_days_are_no_number(text: str) -> None:
    """What follows them makes them as long as a number."""
    assert not list(phone_like(text, set()))


@pytest.mark.parametrize("text", ["01.23.45.67.89", "02-35-45-67-89", "08.99-11.22 33"])
def test_a_number_may_begin_like_an_hour_or_a_day(text: str) -> None:
    assert list(phone_like(text, set()))


@pytest.mark.parametrize(
    ("khmer", "told"),
    [
        ("ហៅ 092 311 511", set()),
        ("ហៅ +855 92 311 511", set()),
        ("ហៅ 092311511 (+85592311511)", set()),
        ("ហៅ +855‑92‑311‑511", set()),
        ("ហៅ +855 92 311 511 ឬ 24 ម៉ោង", {"L209"}),
    ],
)
def test_a_number_of_a_line_stays_in_figures_to_dial(
    content: Path, khmer: str, told: set[str]
) -> None:
    """However it is set out: in Khmer figures nobody could copy it into a telephone."""
    en = to_ascii(khmer).replace("ហៅ", "call").replace("ឬ", "or").replace("ម៉ោង", "hours")
    replaced(LINES, NUMBER, f'{NUMBER}, note: {{km: "{khmer}", en: "{en}"}}')(content)
    assert set(codes(content)) == told
