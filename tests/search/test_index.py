"""The index: what is in it, what it costs, and that its letters and words come back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from karpear import khmer
from karpear.model import Language, Library
from karpear.search import Corpus, Index, make_index, search
from karpear.search.index import Stage
from karpear.search.texts import FREE, fold, folded, letters_of, marked, parts_of, swapped
from tests.conftest import check

FIRST, FULL = 15_000, 120_000


def size(stage: Stage) -> int:
    text = json.dumps(stage, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(text.encode(), 9, mtime=0))


@pytest.mark.parametrize("lang", ["km", "en"])
def test_both_stages_keep_their_budget(indexes: dict[str, Index], lang: str) -> None:
    assert size(indexes[lang].first) <= FIRST - 60  # the script's own words come on top
    assert size(indexes[lang].full) <= FULL - 60


def test_the_first_stage_keeps_its_budget_however_much_is_written(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Key messages move to the second stage, where they are found all the same."""
    monkeypatch.setattr("karpear.search.index.FIRST_BYTES", 12_500)
    index = make_index(library, Language.EN)
    assert size(index.first) <= 12_500
    moved = "The wrong is with whoever presses, threatens or passes on."
    assert moved not in str(index.first)
    assert moved in str(index.full)
    corpus = Corpus.of(index)
    assert search(corpus, "whoever presses, threatens or passes on")[0].url == "/en/topics/sexting/"


def test_the_same_content_gives_the_same_bytes(library: Library, indexes: dict[str, Index]) -> None:
    assert make_index(library, Language.KM) == indexes["km"]


def test_every_section_of_every_page_is_there(library: Library, corpora: dict[str, Corpus]) -> None:
    for lang in Language:
        found = {page.url: [spot.key for spot in page.spots] for page in corpora[lang].pages}
        for page in library.in_language(lang):
            if page.id != "search":
                assert [s.key for s in page.sections] == found[page.url][: len(page.sections)]


def test_keys_are_those_of_the_whole_text(library: Library, corpora: dict[str, Corpus]) -> None:
    """Folding token by token, as the index is, gives what folding a whole text gives."""
    for lang in Language:
        for page in library.in_language(lang):
            for text in (page.title, page.summary):
                assert folded(marked(text)).key == fold(text)


def test_numbers_of_hidden_lines_are_nowhere(library: Library, indexes: dict[str, Index]) -> None:
    hidden = [n for line in library.helplines if not line.is_shown for n in line.numbers]
    for index in indexes.values():
        text = json.dumps([index.first, index.full], ensure_ascii=False)
        assert not [number.shown for number in hidden if number.shown in text]


TEXTS = [
    "ការការពារកុមារតាមប្រព័ន្ធអនឡាញ",
    "ប្រើ Facebook និងTikTok ឬYouTubeសម្រាប់កុមារ",
    "ហៅ {1} ឬ {2}។ ១២៨០ (Link) MP3 a|b \\ \" ' {x}",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_letters_come_back(text: str) -> None:
    letters = letters_of(TEXTS)
    assert len(letters) <= len(FREE)
    assert swapped(swapped(text, letters), letters) == text


@pytest.mark.parametrize("text", TEXTS)
def test_marks_are_between_khmer_words_only_and_cut_no_cluster(text: str) -> None:
    assert marked(text).replace("|", "") == text.replace("|", "/")
    pieces = marked(text).split("|")
    assert [c for piece in pieces for c in khmer.clusters(piece)] == khmer.clusters(
        text.replace("|", "/")
    )


def test_khmer_is_stored_in_one_byte_a_letter() -> None:
    assert swapped(marked(TEXTS[0]), letters_of(TEXTS)).isascii()


def test_words_begin_behind_what_makes_nouns() -> None:
    text = folded(marked("ការលួងលោម"))
    assert text.key.index("លួង") in text.starts


def test_parts_are_clusters_and_letters() -> None:
    assert parts_of("ស្ត្រី") == ["ស្ត្រី"]
    assert parts_of("កុមារ") == ["កុ", "មា", "រ"]
    assert parts_of("abc") == ["a", "b", "c"]


def test_a_content_root_without_help_or_glossary_is_indexed(content: Path) -> None:
    library = check(content).library
    for lang in Language:
        corpus = Corpus.of(make_index(library, lang))
        assert [page.id for page in corpus.pages] == [p.id for p in library.in_language(lang)]
