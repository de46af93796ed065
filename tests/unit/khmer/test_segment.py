"""khmer.md, test cases 12-18: word boundaries, and where a line may break."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karpear import khmer

module = import_module("karpear.khmer.segment")  # the package's own ``segment`` is the function
DOT = "·"
ZWSP = "\u200b"
SENTENCE = "ស្តីពីកិច្ចការពារកុមារតាមប្រព័ន្ធអនឡាញ"


def cut(text: str) -> str:
    return DOT.join(khmer.segment(text))


@pytest.mark.parametrize("word", khmer.LEXICON)
def test_no_boundary_inside_our_own_words(word: str) -> None:
    """Case 12, for every word of the lexicon; a short one only where it is a word."""
    for text in (word, f"នៅ{word}", f"{word}នេះ", f"តាម{word} និង{word}របស់កុមារ"):
        places = set(accumulate(map(len, khmer.segment(text))))
        at = text.index(word)
        assert not places & set(range(at + 1, at + len(word))), cut(text)


def test_online_is_one_word_wherever_it_stands() -> None:
    """Case 12: ICU splits it."""
    for text in ("អនឡាញ", "សុវត្ថិភាពអនឡាញរបស់កុមារ", "លើអនឡាញ។", "អនឡាញអនឡាញ"):
        assert set(khmer.segment(text)) >= {"អនឡាញ"}


@pytest.mark.parametrize("text", ["តារាង", "តារាងម៉ោង", "ប៉ាន់", "ប៉ារ៉ា", "ហ្គេមៗ", "ម៉ាក់ៗ"])
def test_a_short_word_of_ours_never_cuts_a_longer_one(text: str) -> None:
    assert khmer.segment(text)[0] in {"តារាង", "ប៉ាន់", "ប៉ារ៉ា", "ហ្គេមៗ", "ម៉ាក់ៗ"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ផ្សេងៗ", "ផ្សេងៗ"),
        ("រឿងធំៗ", "រឿង·ធំៗ"),
        ("ធំៗនិងផ្សេងៗទៀត", "ធំៗ·និង·ផ្សេងៗ·ទៀត"),
        ("**ធំ**ៗ", "**·ធំ·**ៗ"),
        ("ធំ ៗ", "ធំ· ·ៗ"),
        ("ៗធំ", "ៗ·ធំ"),
        ("Facebookៗៗ", "Facebookៗៗ"),
    ],
)
def test_no_boundary_before_a_repeat_sign(text: str, words: str) -> None:
    """Case 13: ៗ stays with the word it repeats, whatever stands between."""
    assert cut(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("គ្រោះថ្នាក់៖ ហៅ", "គ្រោះថ្នាក់·៖· ·ហៅ"),
        ("ពីក្រៅប្រទេស៖", "ពី·ក្រៅ·ប្រទេស·៖"),
        ("ម្នាក់ឯង៖អង្គុយ", "ម្នាក់ឯង·៖·អង្គុយ"),
        ("ឆ្នាំ២០២៤៖បន្ទាន់", "ឆ្នាំ·២០២៤·៖·បន្ទាន់"),
    ],
)
def test_a_word_before_a_colon_is_cut_as_before_a_full_stop(text: str, words: str) -> None:
    """khmercut does not know ៖: it took the word's last cluster off, in print and in e-books."""
    assert cut(text) == words
    assert cut(text.replace("៖", "។")) == words.replace("៖", "។")


def test_the_boundaries_that_a_reader_needs() -> None:
    """Case 14."""
    assert cut(SENTENCE) == "ស្តីពី·កិច្ចការពារ·កុមារ·តាម·ប្រព័ន្ធ·អនឡាញ"


def test_scripts_are_parted_and_latin_stays_whole() -> None:
    """Case 15."""
    text = "ប្រើ Facebook និងTikTok ឬYouTubeសម្រាប់កុមារ"
    assert cut(text) == "ប្រើ· ·Facebook· ·និង·TikTok· ·ឬ·YouTube·សម្រាប់·កុមារ"
    assert "".join(khmer.segment(text)) == text


@pytest.mark.parametrize(
    "emoji", ["👩\u200d👩\u200d👧", "👩🏽\u200d⚕️", "🏳️\u200d🌈", "🇰🇭", "1️⃣", "❤️", "🏴\u200d☠️"]
)
def test_emoji_sequences_stay_whole(emoji: str) -> None:
    """Case 16, in the segmenter; clusters have a table of their own."""
    text = f"កុមារ{emoji}សប្បាយ {emoji}"
    assert khmer.segment(text).count(emoji) == 2
    assert "".join(khmer.segment(text)) == text
    assert khmer.without_breaks(khmer.with_breaks(text)) == text


PROGRAM = """
import json, re, sys, time
from pathlib import Path
from karpear import khmer
text = sys.argv[1] * (1_048_576 // len(sys.argv[1].encode()) + 1)
begin = time.process_time()
words = khmer.segment(text)
found = {"seconds": round(time.process_time() - begin, 1)}
found["is_lossless"] = "".join(words) == text
found["kinds"] = sorted(set(words))
# not getrusage: its peak goes through exec, so it would count the test runner's memory
status = Path("/proc/self/status").read_text()
found["mib"] = int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024
print(json.dumps(found))
"""


@pytest.mark.slow
def test_a_megabyte_without_a_space_is_lossless_and_small() -> None:
    """Case 17: below 200 MB, no word lost, none cut where a part ended. The time is printed."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, SENTENCE], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    print(f"1 MB without a space: {found['seconds']} s, {found['mib']} MiB")
    assert found["is_lossless"]
    assert found["mib"] < 200
    assert sorted(khmer.segment(SENTENCE)) == found["kinds"]


@pytest.mark.parametrize("size", [1_990, 2_000, 2_010, 4_321])
def test_the_end_of_a_part_is_no_boundary(size: int) -> None:
    text = (SENTENCE * 200)[:size]
    words = khmer.segment(text)
    assert "".join(words) == text
    assert set(words[:-3]) <= set(khmer.segment(SENTENCE))


@pytest.mark.parametrize(
    "text",
    ["ក" + "\u17d2\u179a" * 3_000, "ៗ" * 5_000, "ក" * 5_000, "១" * 5_000, "ក\u17c6" * 3_000],
    ids=["one-cluster", "repeats", "letters", "digits", "syllables"],
)
def test_long_runs_without_words_are_lossless(text: str) -> None:
    assert "".join(khmer.segment(text)) == text


def test_a_text_that_khmercut_would_change_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "tokenize", lambda _text: ["ក", "ខ"])
    assert khmer.segment("គឃងចឆជ") == ["គឃងចឆជ"]


BROKEN = [
    ("**សុវត្ថិភាពអនឡាញ**", "**សុវត្ថិភាព·អនឡាញ**"),
    ("សូមអាន[ទំព័រជំនួយ](/help/ជំនួយកុមារ)។", None),
    ("`ការពារកុមារ` និងការពារកុមារ", "`ការពារកុមារ` និង·ការពារ·កុមារ"),
    ("``ការ`ពារកុមារ`` ការពារកុមារ", "``ការ`ពារកុមារ`` ការពារ·កុមារ"),
    ("```\nការពារកុមារ\n```\nការពារកុមារ", "```\nការពារកុមារ\n```\nការពារ·កុមារ"),
    ("https://e.org/ការពារកុមារ ការពារកុមារ", "https://e.org/ការពារកុមារ ការពារ·កុមារ"),
    ("<https://e.org/ការពារកុមារ>", "<https://e.org/ការពារកុមារ>"),
    ("[ការពារកុមារ]{lang=km}", "[ការពារ·កុមារ]{lang=km}"),
    ("## ការពារកុមារ {#know}", "## ការពារ·កុមារ {#know}"),
    ("ទូរស័ព្ទទៅ [[h1]] ឬការពារកុមារ។ [^craft]", None),
    ("!«ការពារកុមារ»", "!«ការពារ·កុមារ»"),
    ("កុមារ។ល។", "កុមារ។ល។"),
    ("១០០០៛", "១០០០៛"),
    ("ថ្ងៃទី២២ ខែវិច្ឆិកា", "ថ្ងៃទី២២ ខែវិច្ឆិកា"),
    ("Facebook និងTikTok", "Facebook និងTikTok"),
]


@pytest.mark.parametrize(("text", "broken"), BROKEN)
def test_break_characters_stand_inside_visible_khmer_only(text: str, broken: str | None) -> None:
    """Case 18: bold, link, code, address, id, span, citation, helpline."""
    found = khmer.with_breaks(text, DOT)
    assert found.replace(DOT, "") == text
    if broken:
        assert found == broken
    for kept in ("(/help/ជំនួយកុមារ)", "[[h1]]", "[^craft]", "{#know}", "{lang=km}"):
        assert (kept in text) == (kept in found)


def test_what_may_never_begin_a_line() -> None:
    """Case 20, in print: ៗ ។ ៕ ៖ and closing signs (screens have a test in Chromium)."""
    for sign in module.NEVER_FIRST:
        text = f"ការពារកុមារ{sign}ការពារកុមារ"
        assert f"{DOT}{sign}" not in khmer.with_breaks(text, DOT)


def test_breaks_are_placed_anew() -> None:
    once = khmer.with_breaks(SENTENCE)
    assert once == ZWSP.join(khmer.segment(SENTENCE))
    assert khmer.with_breaks(once) == once
    assert khmer.with_breaks(f"ការ{ZWSP}ពារកុមារ") == f"ការពារ{ZWSP}កុមារ"
    assert khmer.without_breaks(once) == SENTENCE


KHMER = st.sampled_from([*map(chr, range(0x1780, 0x1800)), *"\u17d2\u179aៗ" * 8])
WORD = st.sampled_from([*khmer.LEXICON, *khmer.segment(SENTENCE), "ធំៗ", "**", "](", ")", "`", "<"])
OTHER = st.sampled_from("ae \r\n\u0301👩👧🏽❤️🇰🇭\u200b\u200c\u200d")
ANY = st.one_of(
    st.text(st.one_of(KHMER, OTHER)),
    st.lists(st.one_of(WORD, WORD, KHMER, OTHER)).map("".join),
    st.text(),
    st.text(st.characters(codec=None, categories=None)),
)
FAST = settings(max_examples=100, deadline=None, database=None)


def ends(parts: list[str]) -> set[int]:
    return set(accumulate(map(len, parts)))


@FAST
@given(ANY)
def test_segments_are_lossless_and_never_cut_a_cluster(text: str) -> None:
    words = khmer.segment(text)
    assert "".join(words) == text
    assert all(words)
    assert ends(words) <= ends(khmer.clusters(text))


@FAST
@given(ANY)
def test_a_repeat_sign_never_begins_a_word_after_another(text: str) -> None:
    for before, after in pairwise(khmer.segment(text)):
        assert not after.startswith("ៗ") or before.isspace()


@FAST
@given(ANY)
def test_breaks_are_idempotent_and_lossless(text: str) -> None:
    broken = khmer.with_breaks(text)
    assert khmer.without_breaks(broken) == khmer.without_breaks(text)
    assert khmer.with_breaks(broken) == broken


@FAST
@given(ANY)
def test_breaks_stand_between_khmer_clusters(text: str) -> None:
    clean = text.replace(DOT, "")
    broken = khmer.with_breaks(clean, DOT)
    assert broken.replace(DOT, "") == khmer.without_breaks(clean) or ZWSP in broken
    for before, after in pairwise(broken.split(DOT)):
        assert "\u1780" <= before[-1] <= "\u17ff"
        assert "\u1780" <= after[0] <= "\u17ff"
        assert after[0] not in module.NEVER_FIRST
