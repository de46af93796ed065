"""khmer.md, test case 24: digits and dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karpear import khmer
from karpear.khmer.digits import MONTHS, WEEKDAYS


@pytest.mark.parametrize(
    ("ascii_text", "khmer_text"),
    [
        ("1234567", "១២៣៤៥៦៧"),
        ("890", "៨៩០"),
        ("1. 2. 3.", "១. ២. ៣."),
        ("អាយុ 10-12 ឆ្នាំ", "អាយុ ១០-១២ ឆ្នាំ"),
        ("½ ² ٣", "½ ² ٣"),
        ("", ""),
    ],
)
def test_digits_both_ways(ascii_text: str, khmer_text: str) -> None:
    assert khmer.to_khmer(ascii_text) == khmer_text
    assert khmer.to_ascii(khmer_text) == ascii_text


def test_a_number_may_be_given_as_a_number() -> None:
    assert khmer.to_khmer(1280) == "១២៨០"


@pytest.mark.parametrize(
    ("day", "full", "short"),
    [
        (date(2026, 11, 22), "ថ្ងៃអាទិត្យ ទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "២២ វិច្ឆិកា ២០២៦"),
        (date(2024, 2, 29), "ថ្ងៃព្រហស្បតិ៍ ទី២៩ ខែកុម្ភៈ ឆ្នាំ២០២៤", "២៩ កុម្ភៈ ២០២៤"),
        (date(2027, 1, 4), "ថ្ងៃច័ន្ទ ទី៤ ខែមករា ឆ្នាំ២០២៧", "៤ មករា ២០២៧"),
    ],
)
def test_dates(day: date, full: str, short: str) -> None:
    assert khmer.date_text(day) == full
    assert khmer.short_date(day) == short


def test_names_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel")
    locale = babel.Locale("km")
    assert list(WEEKDAYS) == [locale.days["format"]["wide"][n] for n in range(7)]
    assert list(MONTHS) == [locale.months["format"]["wide"][n] for n in range(1, 13)]


def test_every_day_of_a_year_is_well_formed_khmer() -> None:
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert list(khmer.check(khmer.date_text(day))) == []
        assert khmer.share(khmer.date_text(day))[1] == 0


@settings(max_examples=100, deadline=None, database=None)
@given(st.text())
def test_a_text_without_khmer_digits_comes_back(text: str) -> None:
    plain = khmer.to_ascii(text)
    assert khmer.to_ascii(khmer.to_khmer(plain)) == plain
    assert len(khmer.to_khmer(text)) == len(text)
