"""khmer.md, test case 16: clusters, and the runs of script that are made of them (case 15)."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karpear import khmer

ZWJ = "\u200d"
FAMILY = f"👩{ZWJ}👩{ZWJ}👧"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("ស្ត្រី", ["ស្ត្រី"]),
        ("ក្រុម", ["ក្រុ", "ម"]),
        ("កម្ពុជា", ["ក", "ម្ពុ", "ជា"]),
        ("ព្រះ", ["ព្រះ"]),
        ("ម៉្យាង", ["ម៉្យា", "ង"]),
        ("\u179f\u17d2\u179a\u17b8\u17d2\u178f", ["\u179f\u17d2\u179a\u17b8\u17d2\u178f"]),
        ("ក\u17d2\u17d2រ", ["ក\u17d2\u17d2រ"]),
        ("ស៊\u200cី", ["ស៊\u200cី"]),
        ("ផ្សេងៗ", ["ផ្សេ", "ង", "ៗ"]),
        ("១២។", ["១", "២", "។"]),
        ("ក\u200bខ", ["ក", "\u200b", "ខ"]),
        ("cafe\u0301", ["c", "a", "f", "e\u0301"]),
        ("a\r\nb\n", ["a", "\r\n", "b", "\n"]),
        (FAMILY, [FAMILY]),
        ("👩🏽\u200d⚕️!", ["👩🏽\u200d⚕️", "!"]),
        ("🏳️\u200d🌈🏴\u200d☠️", ["🏳️\u200d🌈", "🏴\u200d☠️"]),
        ("🇰🇭🇰🇭", ["🇰🇭", "🇰🇭"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("👧👦", ["👧", "👦"]),
        (f"a{ZWJ}b", [f"a{ZWJ}", "b"]),
        ("\u17b6ក", ["\u17b6", "ក"]),
        ("\u1112\u1161\u11ab한", ["\u1112\u1161\u11ab", "한"]),
    ],
)
def test_clusters(text: str, expected: list[str]) -> None:
    assert khmer.clusters(text) == expected
    assert khmer.count(text) == len(expected)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("កុមារ", 2, (1, 2)),
        ("កុមារ", 3, (1, 2)),
        ("ក្រុម\nស្ត្រី ល្អ", 13, (2, 3)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_position_counts_lines_and_clusters(
    text: str, offset: int, expected: tuple[int, int]
) -> None:
    assert khmer.position(text, offset) == expected


def test_a_megabyte_without_a_space_is_lossless() -> None:
    text = "ស្តីពីកិច្ចការពារកុមារតាមប្រព័ន្ធអនឡាញ" * 5_000
    assert "".join(khmer.clusters(text)) == text
    assert khmer.runs(text) == [khmer.Run(text, True)]


def test_runs_change_with_the_script() -> None:
    text = "ប្រើ Facebook និងTikTok ឬYouTubeសម្រាប់កុមារ"
    assert [run.text for run in khmer.runs(text)] == [
        "ប្រើ",
        " Facebook ",
        "និង",
        "TikTok ",
        "ឬ",
        "YouTube",
        "សម្រាប់កុមារ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 0)),
        ("ស្ត្រី", (3, 0)),
        ("១២ ៗ ។ 12 ×", (0, 0)),
        ("កុមារ online", (3, 6)),
        ("naïve ÷ ﬁ", (0, 6)),
        ("αбª", (0, 0)),
    ],
)
def test_share_counts_letters(text: str, expected: tuple[int, int]) -> None:
    assert khmer.share(text) == expected


KHMER = st.sampled_from([*map(chr, range(0x1780, 0x1800)), *"\u17d2\u179a" * 8])
OTHER = st.sampled_from("ae \r\n\u0301👩👧🏽❤️🇰🇭\u200b\u200c\u200d")
ANY = st.one_of(
    st.text(st.one_of(KHMER, OTHER)),
    st.text(),
    st.text(st.characters(codec=None, categories=None)),
)
FAST = settings(max_examples=100, deadline=None, database=None)


def ends(parts: list[str]) -> set[int]:
    return set(accumulate(map(len, parts)))


@FAST
@given(ANY)
def test_clusters_and_runs_are_lossless(text: str) -> None:
    parts = khmer.clusters(text)
    assert "".join(parts) == text
    assert all(parts)
    assert khmer.count(text) == len(parts)
    assert "".join(run.text for run in khmer.runs(text)) == text


@FAST
@given(ANY)
def test_runs_are_never_cut_inside_a_cluster(text: str) -> None:
    runs = khmer.runs(text)
    assert ends([run.text for run in runs]) <= ends(khmer.clusters(text))
    assert all(a.is_khmer != b.is_khmer for a, b in pairwise(runs))


@FAST
@given(ANY)
def test_no_boundary_after_a_coeng_or_before_a_khmer_mark(text: str) -> None:
    parts = khmer.clusters(text)
    for before, after in pairwise(parts):
        joined = before[-1] == "\u17d2" and "\u1780" <= after[0] <= "\u17b3"
        mark = "\u17b4" <= after[0] <= "\u17d3" or after[0] == "\u17dd"
        assert not joined
        assert not mark or before[-1] in "\r\n\u200b" or not before.isprintable()


@FAST
@given(ANY)
def test_problems_of_khmer_syllables_never_end_inside_a_cluster(text: str) -> None:
    boundaries = ends(khmer.clusters(text)) | {0}
    for problem in khmer.check(text):
        if problem.kind == "coeng-order":
            assert problem.offset in boundaries
