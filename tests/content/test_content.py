"""What the published words are held to: length of sentences, sources, own words, coverage."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest

from karpear import inline, khmer
from karpear.build import Checked
from karpear.coverage import measure
from karpear.findings import as_text
from karpear.model import Audience, Kind, Language, Page
from tests.content.shingles import SEEN, WORDS, in_sources

MAX_WORDS, MEAN_WORDS, MAX_CLUSTERS = 25, 14, 120
_STOPS = {
    Language.EN: re.compile(r"(?<=[.?!…])[”’)]?\s+|:\s+|\s+[–—]\s+"),
    Language.KM: re.compile("[។៕?!]|៖"),
}


def sentences(page: Page) -> list[tuple[int, str]]:
    """Every sentence of the page's prose with its line; table cells count as prose."""
    found = []
    for section in page.sections:
        for item in section.items():
            text = inline.plain(item.text).strip()
            found += [(item.line, s.strip()) for s in _STOPS[page.lang].split(text) if s.strip()]
    return found


def is_for_families(page: Page) -> bool:
    """Children's and carers' pages: the strictest reader."""
    return page.young or page.audience in {Audience.PARENTS, Audience.CHILDREN}


def test_no_finding(checked: Checked) -> None:
    assert checked.findings == (), as_text(checked.findings)


def test_english_sentences_are_short(checked: Checked) -> None:
    long = [
        f"{page.path}:{line} {len(sentence.split())}: {sentence}"
        for page in checked.library.in_language(Language.EN)
        if is_for_families(page)
        for line, sentence in sentences(page)
        if len(sentence.split()) > MAX_WORDS
    ]
    assert long == []


def test_english_sentences_are_short_on_average(checked: Checked) -> None:
    for page in checked.library.in_language(Language.EN):
        if is_for_families(page):
            lengths = [len(sentence.split()) for _, sentence in sentences(page)]
            assert mean(lengths) <= MEAN_WORDS, page.path


def test_khmer_sentences_are_short(checked: Checked) -> None:
    long = [
        f"{page.path}:{line} {khmer.count(sentence)}: {sentence}"
        for page in checked.library.in_language(Language.KM)
        if is_for_families(page)
        for line, sentence in sentences(page)
        if khmer.count(sentence) > MAX_CLUSTERS
    ]
    assert long == []


def test_every_guidance_item_is_cited(checked: Checked) -> None:
    cited = measure(checked.library).cited
    assert cited.n == cited.of > 0


def test_every_translation_is_current(checked: Checked) -> None:
    parity = measure(checked.library).parity
    assert parity.n == parity.of > 0


def test_nothing_is_marked_reviewed_by_a_machine(checked: Checked) -> None:
    for page in checked.library.pages:
        for review in page.review:
            assert not re.search(
                r"machine|model|assistant|bot\b", f"{review.by} {review.role}", re.I
            )


OFFICIAL_NAMES = (
    "cambodian national council for children",
    "convention on the rights of the child",
)


def words_of(page: Page) -> list[str]:
    """The page's own words in lower case, without marked quotations and official names."""
    texts = [inline.plain(item.text, quotations=False) for s in page.sections for item in s.items()]
    text = " \x00 ".join(texts).lower()
    for name in OFFICIAL_NAMES:
        text = text.replace(name, "\x00")
    return WORDS.findall(text)


def test_no_seven_words_in_a_row_are_those_of_a_source(checked: Checked) -> None:
    """``SEEN`` are hashes of all runs of seven words of the five documents (shingles.py)."""
    assert len(SEEN) > 10_000
    taken = []
    for page in checked.library.in_language(Language.EN):
        words = words_of(page)
        for start in range(len(words) - 6):
            run = words[start : start + 7]
            if in_sources(run):
                taken.append(f"{page.path}: {' '.join(run)}")
    assert taken == []


@pytest.mark.parametrize("lang", list(Language))
def test_neutral_titles_where_a_child_reads(checked: Checked, lang: Language) -> None:
    for page in checked.library.in_language(lang):
        if page.kind is Kind.FLOW or page.audience is Audience.CHILDREN:
            assert page.young or page.id == "help/tell", page.path


def test_pictures_of_the_content_are_used(checked: Checked) -> None:
    used = {
        src
        for page in checked.library.pages
        for section in page.sections
        for item in section.items()
        for src, _ in inline.images(item.text)
    }
    assert used == set(checked.library.images)


def test_the_ledger_is_complete(checked: Checked) -> None:
    assert len(checked.library.facts) == 390
    assert len(checked.library.terms) == 196
    assert sum(term.public for term in checked.library.terms) >= 120
    text = (Path(__file__).parent.parent.parent / "content/shared/facts.yml").read_text("utf-8")
    assert text.count("held_back: true") == 12


def test_everything_of_the_brief_is_written(checked: Checked) -> None:
    coverage = measure(checked.library)
    for name in ("modules", "topics", "flows"):
        share = getattr(coverage, name)
        assert share.n == share.of, name
    assert {cell.state for cell in coverage.cells} <= {"filled", "not-applicable"}
    assert len(coverage.cells) == 5 * 3 * 4
    assert coverage.facts.n >= 300


def test_every_empty_cell_says_why(checked: Checked) -> None:
    excused = {(n.audience, n.band, n.category) for n in checked.library.not_applicable}
    for cell in measure(checked.library).cells:
        if cell.state == "not-applicable":
            assert (cell.audience, cell.band, cell.category) in excused


def test_children_are_never_led_to_adult_topics(checked: Checked) -> None:
    for page in checked.library.pages:
        if page.young:
            for section in page.sections:
                for item in section.items():
                    for href in inline.links(item.text):
                        assert not re.search(r"/topics/(csam|livestreaming)/", href), page.path


def test_each_flow_names_two_routes_before_its_first_step(checked: Checked) -> None:
    for page in checked.library.pages:
        if page.kind is Kind.FLOW:
            opening = page.section("open")
            assert opening is not None
            named = {n for item in opening.items() for n in inline.helplines(item.text)}
            assert "h1" in named, page.path
            assert len(named) >= 2, page.path
