"""Claims that a helpline's owner has not confirmed: where a page makes one, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import codes, replaced

EN, KM, LINES = "en/parents/10-12.md", "km/parents/10-12.md", "shared/helplines.yml"
BASKET = {EN: "A phone basket at mealtimes.", KM: "កន្ត្រកទូរស័ព្ទពេលបាយ។"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (EN, "Call [[h2]]. Do not say !“Call now. It is free.”"),
        (EN, "Do not say !“Call. It is free.” Call [[h2]]."),
        (KM, "ទូរស័ព្ទទៅ [[h2]]។ កុំនិយាយថា !«ហៅឥឡូវ។ វាឥតគិតថ្លៃ។» ទេ។"),
    ],
)
def test_a_quotation_of_two_sentences_is_no_claim(content: Path, name: str, text: str) -> None:
    """It is marked as what nobody should say, as a whole."""
    replaced(name, BASKET[name], text)(content)
    assert "H111" not in codes(content)


@pytest.mark.parametrize(
    "text",
    [
        "Call [[h2]]. Say !“I need help. Now.” It is free.",
        "Call **[[h2]].** It is free.",
        "See [the line. It is](/help/#urgent) [[h2]]. It is free.",
        "It is free. Call [[h2]].",
        "It is free and it helps. At any time. Call [[h2]] or [[h1]].",
    ],
)
def test_a_claim_beside_a_quotation_is_one(content: Path, text: str) -> None:
    replaced(EN, BASKET[EN], text)(content)
    assert "H111" in codes(content)


@pytest.mark.parametrize("claim", ["100%", "24/7!", "(free)", "no charge"])
def test_a_claim_with_a_sign_at_its_edge(content: Path, claim: str) -> None:
    """A sign is no letter, so no word ends behind it."""
    replaced(LINES, 'never: ["free", "ឥតគិតថ្លៃ"]', f'never: ["{claim}"]')(content)
    replaced(EN, BASKET[EN], f"Call [[h2]]: it is {claim} sure.")(content)
    assert "H111" in codes(content)


def test_a_claim_inside_a_word_is_none(content: Path) -> None:
    replaced(EN, BASKET[EN], "Call [[h2]] in all freedom.")(content)
    assert "H111" not in codes(content)
