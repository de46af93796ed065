"""khmer.md, test cases 1-11 and 19, and the properties that hold for any text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karpear import khmer

HERE = Path(__file__).parent
SEED = HERE.parents[3] / "shared" / "seeds" / "000_7d71852d87052006.txt"
SYLLABLES = HERE / "guideline-syllables.txt"
ZWSP, ZWNJ, ZWJ = "\u200b", "\u200c", "\u200d"


def kinds(text: str) -> list[str]:
    return [problem.kind for problem in khmer.check(text)]


# Cases 1-7 and beyond. Code points are spelled out: an editor program must not mend the table.
DISORDERED = [
    ("\u179f\u17d2\u179a\u17d2\u178f\u17b8", "ស្ត្រី", {"coeng-ro-not-last"}),
    ("\u179f\u17d2\u179a\u17b8\u17d2\u178f", "ស្ត្រី", {"coeng-order", "coeng-ro-not-last"}),
    ("\u179f\u17b7\u1791\u17b7\u17d2\u1792កុមារ", "សិទ្ធិកុមារ", {"coeng-order"}),
    ("\u1780\u17d2\u17d2\u179a\u17bb\u1798", "ក្រុម", {"double-coeng"}),
    ("\u1780\u17d2\u17d2\u17d2\u179a\u17bb\u1798", "ក្រុម", {"double-coeng"}),
    ("\u1798\u17c9\u17d2\u1799\u17b6\u1784", "ម្យ៉ាង", {"coeng-order"}),
    ("\u1791\u17c6\u17b6\u1784", "ទាំង", {"split-vowel"}),
    ("\u1785\u17c6\u17b6\u1794\u17b6\u1785\u17cb", "ចាំបាច់", {"split-vowel"}),
    ("\u1780\u17c1\u17b8\u178f", "កើត", {"split-vowel"}),
    ("\u178f\u17c1\u17b6", "តោ", {"split-vowel"}),
    ("\u1780\u17c1\u17d2\u179a\u17b8", "ក្រើ", {"split-vowel", "coeng-order"}),
    ("\u1798\u17b8\u17c9", "ម៉ី", {"shifter-order"}),
    (f"\u179f\u17b8\u17ca{ZWNJ}", f"ស៊{ZWNJ}ី", {"shifter-order"}),
    ("\u1782\u17b6\u17cc", "គ៌ា", {"robat-order"}),
    ("\u1782\u17c6\u17bb", "គុំ", {"sign-order"}),
    ("\u1793\u17bb\u17c7\u17ce", "នុ៎ះ", {"sign-order"}),
    ("\u1780\u17dd\u17d2\u179a", "ក្រ៝", {"coeng-order", "not-nfc"}),
]


@pytest.mark.parametrize(("wrong", "right", "found"), DISORDERED)
def test_disorder_is_named_and_mended(wrong: str, right: str, found: set[str]) -> None:
    assert set(kinds(wrong)) == found
    assert khmer.fix(wrong) == right
    assert kinds(right) == []


def test_a_problem_names_offset_cluster_and_mended_cluster() -> None:
    text = "ការងារ \u179f\u17d2\u179a\u17d2\u178f\u17b8"
    assert list(khmer.check(text)) == [
        khmer.Problem(7, "coeng-ro-not-last", "\u179f\u17d2\u179a\u17d2\u178f\u17b8", "ស្ត្រី")
    ]


VALID = [
    "ម៉ី",  # case 8
    "ស៊ី",
    "ផ្ដោត",  # case 11: coeng DA and coeng TA are both the author's
    "ផ្តោត",
    f"ស៊{ZWNJ}ី",  # case 19: the joiner holds the shifter up
    f"ម្យ៉{ZWNJ}",
    "ឱ្យ ឪពុក ឬ ឯកសារ",
    "ពោធិ៍ ធម៌ គ៌ា ពណ៌ នុ៎ះ ណ៎ះ កុម្ភៈ ច័ន្ទ ការណ៍ ក៏ ឆ្នាំ គុំ លោះ",
    "ស្ត្រី សាស្ត្រ កម្ពុជា អង្គ្លេស",
    "១. ផ្សេងៗ ៕ «អនឡាញ» ។ល។ ៖",
    "◌ា",
    "Facebook, naïve, 1️⃣ ½ ✓",
    f"👩{ZWJ}👩{ZWJ}👧 👩🏽{ZWJ}⚕️ 🏴{ZWJ}☠️ ❤️{ZWJ}🔥",
    "",
]


@pytest.mark.parametrize("text", VALID)
def test_valid_text_has_no_problem_and_stays(text: str) -> None:
    assert list(khmer.check(text)) == []
    assert khmer.fix(text) == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("\u179f\u17bb\u17b8", "ស៊ី"),  # case 8
        ("\u179f\u17b8\u17bb", "ស៊ី"),
        ("\u1798\u17bb\u17b8", "ម៉ី"),
        ("\u1794\u17bb\u17b7", "ប៉ិ"),
        ("\u17a2\u17bb\u17b8", "អ៊ី"),
        ("\u1798\u17d2\u17a0\u17bb\u17b8", "ម្ហ៊ី"),
        ("\u179f\u17bb\u17b6\u17c6", "ស៊ាំ"),
    ],
)
def test_vowel_u_under_an_upper_vowel_is_a_warning(text: str, suggestion: str) -> None:
    (problem,) = khmer.check(text)
    assert (problem.kind, problem.fixed) == ("suspicious-shifter", suggestion)
    assert problem.is_warning
    assert khmer.fix(text) == text
    assert kinds(suggestion) == []


NOT_MENDED = [
    # case 19
    (f"ការ{ZWSP}ងារ", "zero-width", None),
    (f"ការ{ZWNJ}ងារ", "zero-width", None),
    (f"ការ{ZWJ}ងារ", "zero-width", None),
    ("ការ\u2060ងារ", "zero-width", None),
    ("\ufeffការងារ", "zero-width", None),
    ("re\u00adport", "zero-width", None),
    (f"a{ZWJ}👧", "zero-width", None),
    (f"👧{ZWJ}", "zero-width", None),
    ("ការ\u00a0ងារ", "nbsp", None),
    *((f"ការ{chr(c)}ងារ", "bidi", None) for c in (0x61C, 0x200E, 0x200F)),
    *((f"ការ{chr(c)}ងារ", "bidi", None) for c in range(0x202A, 0x202F)),
    *((f"ការ{chr(c)}ងារ", "bidi", None) for c in range(0x2066, 0x206A)),
    ("\u17a3", "deprecated", "\u17a2"),
    ("\u17a4", "deprecated", "\u17a2\u17b6"),
    ("ក\u17d3", "deprecated", None),
    ("ក\u17b4", "deprecated", None),
    ("ក\u17b5", "deprecated", None),
    ("នេះ \u17d8", "deprecated", "។ល។"),
    # marks that nobody but the author can place
    ("\u17b6ក", "stray-mark", None),
    ("a\u17b6", "stray-mark", None),
    (" \u17d2\u179aក", "stray-mark", None),
    ("១\u17c7", "stray-mark", None),
    ("ក\u17d2", "lone-coeng", None),
    ("ក\u17d2 ខ", "lone-coeng", None),
    ("ក\u17d2\u17d2", "lone-coeng", None),
    ("ក\u17b6\u17b8", "double-mark", None),
    ("ក\u17b6\u17c1", "double-mark", None),  # typed by eye: the E may belong to the next letter
    ("ក\u17c9\u17ca", "double-mark", None),
    ("ក\u17c7\u17c8", "double-mark", None),
    ("ក\u17b8\u17b8", "double-mark", "កី"),
    ("ក\u17cb\u17cb", "double-mark", "ក់"),
    ("ក\u17d2\u179a\u17d2\u179a", "double-mark", "ក្រ"),
    ("ក\u17d2\u1781\u17d2\u1782\u17d2\u1783", "double-mark", None),
    ("ស\u17ca\u17bb\u17b8", "double-mark", None),
]


@pytest.mark.parametrize(("text", "kind", "suggestion"), NOT_MENDED)
def test_what_only_the_author_can_mend(text: str, kind: str, suggestion: str | None) -> None:
    (problem,) = khmer.check(text)
    assert (problem.kind, problem.fixed) == (kind, suggestion)
    assert problem.kind not in khmer.SAFE
    assert not problem.is_warning
    assert khmer.fix(text) == text


def test_invisible_characters_have_line_and_column() -> None:
    text = f"ស្ត្រី\nកុមារ{ZWSP}ល្អ"
    (problem,) = khmer.check(text)
    assert khmer.position(text, problem.offset) == (2, 4)


def test_text_that_is_not_composed() -> None:
    (problem,) = khmer.check("កុមារ cafe\u0301")
    assert problem == khmer.Problem(9, "not-nfc", "e\u0301", "é")
    assert khmer.fix("កុមារ cafe\u0301") == "កុមារ café"


@pytest.mark.parametrize("text", ["ឲ្យ", "អោយ", "ផ្តល់ឲ្យកុមារ", "ដើម្បីអោយកូន"])
def test_house_spelling_of_case_10(text: str) -> None:
    (problem,) = khmer.spelling(text)
    assert (problem.kind, problem.fixed) == ("spelling", "ឱ្យ")
    assert text[problem.offset :].startswith(problem.cluster)
    assert list(khmer.check(text)) == []
    assert khmer.fix(text) == text


def test_spelling_looks_at_whole_clusters_only() -> None:
    assert list(khmer.spelling("ឱ្យ អោយុ")) == []
    assert [p.fixed for p in khmer.spelling("មិត្តភក្ដិ", {"មិត្តភក្ដិ": "មិត្តភក្តិ"})] == ["មិត្តភក្តិ"]
    assert list(khmer.spelling("ឲ្យ", {})) == []


def guideline() -> list[str]:
    """Case 9: the Khmer half of the National Guideline, or the clusters it is made of."""
    if SEED.exists():
        return [SEED.read_text(encoding="utf-8").partition("KINGDOM OF CAMBODIA")[0]]
    return SYLLABLES.read_text(encoding="utf-8").splitlines()[1:]


def test_the_national_guideline_is_well_formed() -> None:
    texts = guideline()
    assert sum(map(len, texts)) > 1_500
    for text in texts:
        assert list(khmer.check(text)) == []
        assert khmer.fix(text) == text


def test_the_committed_clusters_are_those_of_the_guideline() -> None:
    note, *listed = SYLLABLES.read_text(encoding="utf-8").splitlines()
    assert note.startswith("# ")
    assert listed == sorted(set(listed))
    assert all(khmer.count(cluster) == 1 and kinds(cluster) == [] for cluster in listed)
    if SEED.exists():
        found = {c for c in khmer.clusters(guideline()[0]) if "\u1780" <= c[0] <= "\u17ff"}
        assert set(listed) == found


def test_every_kind_is_explained_and_every_safe_kind_exists() -> None:
    tested = {k for *_, found in DISORDERED for k in found} | {kind for _, kind, _ in NOT_MENDED}
    assert tested | {"suspicious-shifter", "spelling"} == set(khmer.KINDS)
    assert set(khmer.KINDS) > khmer.SAFE


# Dense in what goes wrong: Khmer, invisible characters, marks with a combining class of their own.
KHMER = st.sampled_from([*map(chr, range(0x1780, 0x17EA)), *"\u17d2\u179a" * 8])
DENSE = st.text(
    st.one_of(
        KHMER, KHMER, KHMER, st.sampled_from("ae \n\u0301\u0327\u0334👧\ufe0f\u200b\u200c\u200d")
    )
)
ANY = st.one_of(DENSE, st.text(), st.text(st.characters(codec=None, categories=None)))
FAST = settings(max_examples=100, deadline=None, database=None)


@st.composite
def syllables(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A valid syllable as base and marks in order (SIL, Khmer Encoding Structure)."""
    letters = st.sampled_from([chr(c) for c in range(0x1780, 0x17B4) if c not in (0x17A3, 0x17A4)])
    subs = sorted(draw(st.lists(letters, max_size=2, unique=True)), key=lambda c: c == "\u179a")
    optional = [
        ["\u17c9", "\u17ca", f"\u17c9{ZWNJ}"],
        [chr(c) for c in range(0x17B6, 0x17C6) if c != 0x17BB],
        [chr(c) for c in (0x17C6, 0x17CB, *range(0x17CD, 0x17D2), 0x17DD)],
        ["\u17c7", "\u17c8"],
    ]
    robat = draw(st.sampled_from([[], ["\u17cc"]]))
    marks = [draw(st.sampled_from(["", *choice])) for choice in optional]
    return draw(letters), [*robat, *("\u17d2" + sub for sub in subs), *filter(None, marks)]


@FAST
@given(syllables(), st.randoms())
def test_a_valid_syllable_stays_and_is_restored_from_any_order(
    syllable: tuple[str, list[str]], random: object
) -> None:
    base, marks = syllable
    valid = base + "".join(marks)
    assert list(khmer.check(valid)) == []
    assert khmer.fix(valid) == valid
    coengs = iter([mark for mark in marks if mark[0] == "\u17d2"])
    random.shuffle(marks)  # type: ignore[attr-defined]
    mixed = base + "".join(next(coengs) if mark[0] == "\u17d2" else mark for mark in marks)
    assert khmer.fix(mixed) == valid


@FAST
@given(ANY)
def test_fix_is_idempotent_and_mends_all_that_is_safe(text: str) -> None:
    fixed = khmer.fix(text)
    assert khmer.fix(fixed) == fixed
    assert not khmer.SAFE.intersection(kinds(fixed))


@FAST
@given(ANY)
def test_fix_changes_text_only_where_check_says_so(text: str) -> None:
    assert (khmer.fix(text) != text) == bool(khmer.SAFE.intersection(kinds(text)))


@FAST
@given(ANY)
def test_fix_keeps_every_letter(text: str) -> None:
    def letters(value: str) -> Counter[str]:
        return Counter(c for c in value if unicodedata.category(c)[0] not in "M")

    assert letters(khmer.fix(text)) == letters(unicodedata.normalize("NFC", text))


@FAST
@given(ANY)
def test_problems_quote_the_text_in_order(text: str) -> None:
    problems = list(khmer.check(text))
    assert [p.offset for p in problems] == sorted(p.offset for p in problems)
    for problem in problems:
        assert problem.cluster
        assert text.startswith(problem.cluster, problem.offset)
        assert problem.kind in khmer.KINDS
        assert problem.fixed != problem.cluster


@FAST
@given(ANY)
def test_not_nfc_is_found_wherever_it_is(text: str) -> None:
    assert ("not-nfc" in kinds(text)) == (not unicodedata.is_normalized("NFC", text))
