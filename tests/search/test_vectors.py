"""``search_key`` on the vectors that hold it to ``docs/scripts/search.js`` (tests/site/test_search.py)."""

from __future__ import annotations

import pytest

from karpear import khmer
from tests.search.conftest import PAIRS


def test_there_are_enough() -> None:
    assert len(PAIRS) >= 60


@pytest.mark.parametrize(("text", "key"), PAIRS)
def test_the_key_is_the_stored_one_and_folding_again_changes_nothing(text: str, key: str) -> None:
    assert khmer.search_key(text) == key
    assert khmer.search_key(key) == key
