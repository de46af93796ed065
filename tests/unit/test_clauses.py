"""Figures of a source's clause: Khmer ones by themselves, English ones among English words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import AS_OF

from karpear.load import read_library
from karpear.model import Language
from karpear.rendering.words import Words


@pytest.mark.parametrize(
    ("clause", "khmer"),
    [
        ("2.4.8", "២.៤.៨"),
        ("1.6.1; 2.4.8", "១.៦.១; ២.៤.៨"),
        ("Appendix 2 row 10-12", "Appendix 2 row 10-12"),
        ("1.6.1; 2.4.8 bullet 1", "1.6.1; 2.4.8 bullet 1"),
        ("2.6.7 (Khmer) / 2.6.8 (English)", "2.6.7 (Khmer) / 2.6.8 (English)"),
    ],
)
def test_figures_are_of_the_script_they_stand_in(content: Path, clause: str, khmer: str) -> None:
    library = read_library(content, AS_OF).library
    assert Words(library=library, lang=Language.KM).clause(clause) == khmer
    assert Words(library=library, lang=Language.EN).clause(clause) == clause
