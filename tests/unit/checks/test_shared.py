"""What holds for the words of pages holds for those of the shared files, each at its own line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Edit, check, found, replaced

from karpear.checks.numbers import phone_like
from karpear.load import read_library
from karpear.model.pairs import shared_pairs

ROOT = Path(__file__).parents[3]
LINES, RISKS, TERMS = "shared/helplines.yml", "shared/risks.yml", "shared/terms.yml"
NUMBER = 'dial: "+85592311511"'
NOTE = f'{NUMBER}, note: {{km: "ពីក្រៅប្រទេស៖ KEPT", en: "From abroad: KEPT"}}'


def test_no_file_with_words_is_forgotten() -> None:
    """Every field of the library that holds pairs is walked, under the name of a file."""
    library = read_library(ROOT / "content", date(2026, 11, 22)).library
    pairs = list(shared_pairs(library))
    assert {pair.path.rpartition("/")[2].removesuffix(".yml") for pair in pairs} == {
        *("bands", "risks", "helplines", "platforms", "actions", "sources", "terms"),
        *("agreement", "packs", "ui"),
    }
    for pair in pairs:
        if not pair.text.km:  # a source may go without an issuer
            continue
        text = (ROOT / pair.path).read_text("utf-8").split("\n")
        assert pair.text.km[:9] in text[pair.line - 1], pair


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (replaced(LINES, 'use: {km: "និយាយ", en: "talk"}', 'use: {km: "១២៨០", en: "1280"}'), 49),
        (replaced(RISKS, "How we treat each other.", "Call 1280."), 5),
        (replaced(TERMS, "Any person under 18.", "Ring (023) 997 919."), 6),
    ],
)
def test_a_number_in_a_shared_text(content: Path, edit: Edit, line: int) -> None:
    edit(content)
    assert found(content, "H101").line == line


def test_a_line_names_its_own_numbers_only(content: Path) -> None:
    """The note of a number repeats it, and nobody thinks of that when the number changes."""
    replaced(LINES, NUMBER, NOTE.replace("KEPT", "+85592311511"))(content)
    assert not check(content).findings
    replaced(
        LINES, f'shown: "092 311 511", {NUMBER}', 'shown: "092 311 577", dial: "+85592311577"'
    )(content)
    both = [finding for finding in check(content).findings if finding.code == "H112"]
    assert [(f.path, f.line) for f in both] == [("content/shared/helplines.yml", 20)]
    assert "+85592311511" in both[0].message


@pytest.mark.parametrize(
    "text",
    [
        *("012 345 678", "(023) 997 919", "023–997–919", "012‑345‑678", "012 34 56 78"),
        *("0 12 345 678", "០១២ ៣៤៥ ៦៧៨", "+855 12 345 678", "00855 12 345 678", "012/345/678"),
        *("855-12-345-678", "012\u00a0345\u00a0678", "+855(0)12 345 678", "1-800-843-5678"),
        *("Call the 1280", "ទូរស័ព្ទទៅលេខ ១៩៩៩", "ខ្សែ ១៩៩៩", "ចុច ១៩៩៩", "Tel. 1999", "hotline 1999"),
    ],
)
def test_what_readers_take_for_a_number(text: str) -> None:
    assert list(phone_like(text, {"1280"}))


@pytest.mark.parametrize(
    "text",
    [
        *("covering 150 facilities", "2013-03-11", "02/03/2013", "០២-០៣-២០១៣", "08.30-17.00"),
        *("0-5, 6-9, 10-12", "from 2019 to 2021", "1,280 children", "100 000 riel", "20.5 %"),
        *("in 2022 and 2023", "4 000-5 000 riel", "1280 %"),
    ],
)
def test_what_readers_do_not(text: str) -> None:
    assert not list(phone_like(text, {"1280"}))


PLAIN = 'plain: {km: "របៀបដែលយើងប្រព្រឹត្តចំពោះគ្នា។", en: "How we treat each other."}'


def plain(km: str, en: str) -> Edit:
    """The sentence of a risk, on line 5 of its file, replaced in both languages."""
    return replaced(RISKS, PLAIN, f'plain: {{km: "{km}", en: "{en}"}}')


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (plain("ពាក្យ\u200bល្អ។", "Kind words."), "L202"),
        (plain("ស្រ្តី", "A woman."), "L201"),
        (plain("ពាក្យ", "cafe\u0301"), "L204"),
        (plain("ធ្វើឲ្យ", "To make."), "L205"),
        (plain("Kind words.", "ពាក្យល្អ។"), "L213"),
        (plain("Kind words for all.", "Kind words for all."), "L213"),
        (plain("ពាក្យល្អ។", "ពាក្យល្អ។"), "L213"),
        (plain("កុមារ ៣ នាក់", "4 children"), "P209"),
        (plain("កុមារ ៣ នាក់", "three children"), "P209"),
        (plain("ទំហំ 1.5GB ហើយ", "1.7GB large"), "P209"),
        (plain("ពាក្យល្អ។", "A <b>kind</b> word."), "X106"),
        (plain("ពាក្យល្អ។", "A **kind** word."), "X106"),
        (plain("ពាក្យល្អ។", "Call [[h1]]."), "X106"),
        (plain("ពាក្យល្អ។", "No child pornography."), "T101"),
        (plain("អាសអាភាសកុមារ", "A picture."), "T101"),
        (plain("កុមារ 3 នាក់", "3 children"), "L209"),
        (plain("ពាក្យ “ល្អ”", "Kind words."), "L210"),
    ],
)
def test_the_rules_of_pages(content: Path, edit: Edit, code: str) -> None:
    edit(content)
    finding = found(content, code)
    assert (finding.path, finding.line) == ("content/shared/risks.yml", 5)


@pytest.mark.parametrize(
    "edit",
    [
        plain("Phnom Penh Post", "Phnom Penh Post"),
        plain("Facebook និង Instagram ជាបណ្តាញសង្គម", "Facebook and Instagram are networks"),
        plain("ហានិភ័យ 4C លើ A4", "the four Cs on A4"),
        plain("អាន kh.boell.org", "read kh.boell.org"),
        plain("info@kh.boell.org", "info@kh.boell.org"),
        plain("t.me/aplehotline", "t.me/aplehotline"),
        plain("ទំហំ ១.៥ ជីហ្គាបៃ", "1.5GB large"),
    ],
)
def test_names_may_stand(content: Path, edit: Edit) -> None:
    edit(content)
    assert not check(content).findings


HOTLINE = 'en: "APLE hotline"}'


@pytest.mark.parametrize(
    "edit",
    [
        replaced(LINES, HOTLINE, 'en: "APLE hotline (free)"}'),
        replaced(LINES, HOTLINE, 'en: "Free: APLE hotline"}'),
        replaced(LINES, NUMBER, f'{NUMBER}, note: {{km: "ឥតគិតថ្លៃ", en: "no cost"}}'),
        replaced(LINES, 'en: "report"', 'en: "report, free."'),
        replaced("en/help/index.md", "[[h3]]", "[[h2]], which is free"),
        replaced("en/help/index.md", "and call [[h3]]", "and call [[h2]] (free)"),
    ],
)
def test_a_claim_that_nobody_confirmed(content: Path, edit: Edit) -> None:
    """With a stop or a bracket behind it, too."""
    edit(content)
    assert found(content, "H111")
