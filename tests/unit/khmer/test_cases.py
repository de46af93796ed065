"""The 25 cases of ``khmer.md``, and the tests that hold them.

 1  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
 2  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
 3  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
    unit/khmer/test_search_key.py::test_variants_have_one_key
 4  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
 5  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
 6  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
 7  unit/khmer/test_encoding.py::test_disorder_is_named_and_mended
 8  unit/khmer/test_encoding.py::test_vowel_u_under_an_upper_vowel_is_a_warning
    unit/khmer/test_encoding.py::test_valid_text_has_no_problem_and_stays
 9  unit/khmer/test_encoding.py::test_the_national_guideline_is_well_formed
10  unit/khmer/test_encoding.py::test_house_spelling_of_case_10
    unit/khmer/test_search_key.py::test_all_spellings_of_give_find_the_same_pages
11  unit/khmer/test_search_key.py::test_coeng_da_and_ta_are_both_the_authors_and_one_key
    unit/checks/test_prose.py::test_both_spellings_on_the_site_warn_at_each_rarer_place
12  unit/khmer/test_segment.py::test_online_is_one_word_wherever_it_stands
    unit/khmer/test_segment.py::test_no_boundary_inside_our_own_words
13  unit/khmer/test_segment.py::test_no_boundary_before_a_repeat_sign
14  unit/khmer/test_segment.py::test_the_boundaries_that_a_reader_needs
15  unit/khmer/test_segment.py::test_scripts_are_parted_and_latin_stays_whole
16  unit/khmer/test_segment.py::test_emoji_sequences_stay_whole
    unit/khmer/test_graphemes.py::test_clusters
17  unit/khmer/test_segment.py::test_a_megabyte_without_a_space_is_lossless_and_small
18  unit/khmer/test_segment.py::test_break_characters_stand_inside_visible_khmer_only
19  unit/checks/test_prose.py::test_forbidden_characters_have_line_and_column
    unit/checks/test_prose.py::test_a_joiner_after_a_shifter_is_right
    unit/khmer/test_encoding.py::test_what_only_the_author_can_mend
20  site/test_khmer_lines.py::test_a_khmer_paragraph_at_320_px
    unit/khmer/test_segment.py::test_what_may_never_begin_a_line
21  prints/test_text.py::test_text_comes_back
    prints/test_text.py::test_every_helpline_number_comes_back
22  unit/khmer/test_search_key.py::test_queries_find_every_text_that_holds_them
23  unit/khmer/test_collate.py::test_the_glossary_is_in_the_order_of_the_alphabet
24  unit/khmer/test_digits.py::test_dates
    unit/khmer/test_digits.py::test_digits_both_ways
    unit/khmer/test_words.py::test_numbered_lists_count_in_khmer_digits
25  unit/khmer/test_words.py::test_heading_ids_are_equal_in_both_languages
    unit/khmer/test_words.py::test_every_word_has_glyphs_in_the_subset
    unit/khmer/test_words.py::test_every_word_is_as_wide_as_in_the_full_font
"""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[2]
SOURCE = TESTS.parent / "src/karpear"


def listed() -> dict[int, list[str]]:
    """Case → places, as the docstring has them."""
    cases: dict[int, list[str]] = {}
    case = 0
    for line in (__doc__ or "").splitlines():
        number = re.match(r" ?(\d+)  ", line)
        case = int(number[1]) if number else case
        if case and line.strip():
            cases.setdefault(case, []).append(line[4:].strip())
    return cases


@lru_cache
def names_in(path: Path) -> frozenset[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return frozenset(node.name for node in nodes if isinstance(node, ast.FunctionDef))


def test_every_case_is_listed() -> None:
    assert sorted(listed()) == list(range(1, 26))


@pytest.mark.parametrize("case", sorted(listed()))
def test_the_names_in_each_case_exist(case: int) -> None:
    for place in listed()[case]:
        if place.startswith("waits"):
            continue
        path, _, name = place.partition("::")
        assert name in names_in(TESTS / path), place


def test_a_case_waits_only_for_what_is_not_there_yet() -> None:
    waiting = [place for places in listed().values() for place in places if "waits" in place]
    source = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    for place in waiting:
        name = re.search(r"\((\S+)\)", place)
        assert name is not None
        assert name[1] not in source, f"write the test: {place}"
