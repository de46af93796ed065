"""khmer.md, test case 23: the order of the Khmer alphabet."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karpear import khmer

# The order that ICU 78 (CLDR 48, km) gave on 2026-11-22: consonants, then the vowels of each, the
# independent vowels at the place of their sound.
GLOSSARY = ["ការពារ", "កំហុស", "ប៉ូលិស", "បៀតបៀន", "ឫស", "សិទ្ធិ", "អនឡាញ", "ឱ្យ"]
ALPHABET = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"


def in_order(words: list[str]) -> list[str]:
    """Sorted after a shuffle, so that the order given cannot be the reason."""
    mixed = list(words)
    Random(23).shuffle(mixed)
    return sorted(mixed, key=khmer.sort_key)


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    """Case 23."""
    assert in_order(GLOSSARY) == GLOSSARY
    assert sorted(GLOSSARY) != GLOSSARY, "code points would do: the test shows nothing"


def test_consonants_are_in_the_order_of_the_school_book() -> None:
    assert "".join(in_order(list(ALPHABET))) == ALPHABET


@pytest.mark.parametrize(
    "words",
    [
        ["ក", "កក", "ខ"],
        ["កា", "កិ", "កី", "កុ", "កូ"],
        ["ក", "កា", "ក្រ"],
        ["១", "១០", "២"],
        ["ក", "អ", "Facebook"],
    ],
)
def test_pairs_that_readers_look_up(words: list[str]) -> None:
    assert in_order(words) == words


def test_breaks_and_case_are_no_letters() -> None:
    assert khmer.sort_key("ការ\u200bពារ") == khmer.sort_key("ការពារ")
    assert sorted(["b", "A", "a", "B"], key=lambda word: khmer.sort_key(word, "en")) == [
        "a",
        "A",
        "b",
        "B",
    ]


@settings(max_examples=100, deadline=None, database=None)
@given(st.lists(st.text(st.sampled_from([*map(chr, range(0x1780, 0x17D3)), "a", " "]))))
def test_the_order_does_not_depend_on_the_order_before(words: list[str]) -> None:
    key = khmer.sort_key
    assert [*map(key, in_order(words))] == [*map(key, sorted(words, key=key))]
