"""khmer.md, test cases 24 (lists) and 25: ids of headings, and the words of the content in the font we ship."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from PIL import ImageFont, features
from tests.conftest import found, replaced

from karpear import khmer
from karpear.fonts import WEIGHTS, font_bytes, variable_font_bytes
from karpear.load import read_library
from karpear.model import Language, Library
from karpear.pages import make_pages
from karpear.project import today

ROOT = Path(__file__).resolve().parents[3]
EM = 1000


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "content", today()).library


def headings(library: Library, lang: Language) -> dict[str, list[str]]:
    return {page.id: [s.key for s in page.sections] for page in library.in_language(lang)}


def test_heading_ids_are_equal_in_both_languages(library: Library) -> None:
    ids = headings(library, Language.KM)
    assert ids == headings(library, Language.EN)
    assert all(re.fullmatch("[a-z][a-z0-9-]*", key) for keys in ids.values() for key in keys)
    assert all(len(keys) == len(set(keys)) for keys in ids.values())


def test_a_khmer_heading_without_an_id_is_refused(content: Path) -> None:
    """Nothing is made of the words: slugs of Khmer come out empty or without vowels."""
    replaced("km/parents/10-12.md", "គោលដៅ {#goals}", "ការការពារកុមារ")(content)
    assert found(content, "S203").path == "content/km/parents/10-12.md"


def test_numbered_lists_count_in_khmer_digits(content: Path) -> None:
    """Case 24, the list."""
    steps = "1. មួយ។\n2. ពីរ។\n3. បី។\n\n[^craft]"
    replaced("km/help/index.md", "មានអ្នកស្តាប់។ [^craft]", steps)(content)
    pages = make_pages(read_library(content, today()).library)
    page = next(page for page in pages if page.path.endswith("km/help/index.md"))
    numbers = re.findall(r'<span class="k-no"[^>]*>(.)</span>', page.text)
    assert numbers == ["១", "២", "៣"]


def texts(library: Library) -> Iterator[str]:
    for page in library.in_language(Language.KM):
        yield from (text for _, text in page.texts())
    for term in library.terms:
        yield from (term.title.km, term.definition.km)
    for pair in library.ui.values():
        yield pair.km


@pytest.fixture(scope="module")
def words(library: Library) -> list[str]:
    """Every Khmer word of pages, glossary and templates, once."""
    pieces = (run.text for text in texts(library) for run in khmer.runs(text) if run.is_khmer)
    return sorted({word for piece in pieces for word in khmer.segment(piece)})


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_word_has_glyphs_in_the_subset(weight: int, words: list[str]) -> None:
    known = TTFont(BytesIO(font_bytes(weight))).getBestCmap()
    assert len(words) > 500
    missing = {char for word in words for char in word if ord(char) not in known}
    assert not missing, [f"U+{ord(char):04X}" for char in sorted(missing)]


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_word_is_as_wide_as_in_the_full_font(weight: int, words: list[str]) -> None:
    """Shaped by HarfBuzz: a rule lost with the subset, or .notdef, would change the width."""
    assert features.check("raqm"), "Pillow shapes by libfribidi0, which `make` installs"
    font = TTFont(BytesIO(variable_font_bytes()))
    full = opened(instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}))
    ours = opened(TTFont(BytesIO(font_bytes(weight))))
    assert {word for word in words if ours.getlength(word) != full.getlength(word)} == set()
    assert full.getlength("ស្ត្រី") < full.getlength("ស") + full.getlength("ត") + full.getlength("រ")


def opened(font: TTFont) -> ImageFont.FreeTypeFont:
    font.flavor = None
    data = BytesIO()
    font.save(data)
    data.seek(0)
    return ImageFont.truetype(data, EM, layout_engine=ImageFont.Layout.RAQM)
