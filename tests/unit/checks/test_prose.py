"""L206-L212, row by row: what is found, what is right as it stands, and what it costs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.conftest import Edit, check, codes, found, replaced

from karpear.checks.prose import check_prose
from karpear.findings import Severity
from karpear.load import read_library
from karpear.model import Language
from karpear.project import today

ROOT = Path(__file__).resolve().parents[3]
KM, EN = "km/parents/10-12.md", "en/parents/10-12.md"
TERMS, UI = "shared/terms.yml", "shared/ui.yml"
GOAL_KM, GOAL_EN = "កូនហ៊ានប្រាប់។", "The child dares to tell."


def km(text: str) -> Edit:
    """The one goal of the Khmer module replaced by ``text``."""
    return replaced(KM, GOAL_KM, text)


def en(text: str) -> Edit:
    return replaced(EN, GOAL_EN, text)


TERM = """  - id: stranger
    group: people
    title: {km: "មនុស្សដែលមិនស្គាល់", en: "stranger"}
    definition: {km: "អ្នកដទៃ។", en: "Somebody else."}
    variants: [{form: "មនុស្សមិនស្គាល់"}, {form: "ជនចម្លែក"}, {form: "មនុស្សដែលមិនស្គាល់ទេ"}]
    avoid: []
words:
"""
TWICE = "មនុស្សដែលមិនស្គាល់ និងមនុស្សដែលមិនស្គាល់ "


def term(text: str) -> Edit:
    def edit(root: Path) -> None:
        replaced(TERMS, "words:\n", TERM)(root)
        km(text)(root)

    return edit


FAULTS: list[tuple[Edit, str, str]] = [
    (km("ផ្តោត និងផ្តោត តែផ្ដោត"), "L206", "ផ្ដោត"),
    (km("ប្រើ Facebookនៅផ្ទះ"), "L207", "kន"),
    (km("ប្រើនិងTikTok"), "L207", "ងT"),
    (km("**Facebook**ល្អ"), "L207", "kល"),
    (km("[Print]{lang=en}ល្អ"), "L207", "tល"),
    (km("កូនហ៊ានប្រាប់."), "L208", "ប្រាប់."),
    (km("«កូនហ៊ាន». ហើយប្រាប់"), "L208", "ហ៊ាន»."),
    (km("ក្នុងឆ្នាំ ២០២៦."), "L208", "២០២៦."),
    (km("កូនអាយុ 12 ឆ្នាំ"), "L209", "12"),
    (km("រៀងរាល់ 24/7 ម៉ោង"), "L209", "24/7"),
    (km("ចំនួន 1,234.5។"), "L209", "1,234.5"),
    (km("ទៅ [[h1]] ក្នុង 3 ម៉ោង"), "L209", "3"),
    (km('"កូន" ហ៊ាន'), "L210", '"កូន"'),
    (km("“កូន” ហ៊ាន"), "L210", "“កូន”"),
    (km("!“កូន” ហ៊ាន"), "L210", "“កូន”"),
    (km("'កូន' ហ៊ាន"), "L210", "'កូន'"),
    (km("កូន  ហ៊ាន"), "L211", "កូន  ហ៊ាន"),
    (km("ទៅ [[h1]]  ឥឡូវ"), "L211", "[[h1]]  ឥឡូវ"),
    (term(f"{TWICE} មនុស្សមិនស្គាល់"), "L212", "មនុស្សមិនស្គាល់"),
    (replaced(KM, "summary: អ្វី", "summary: 3 អ្វី"), "L209", "3"),
    (replaced(KM, "គោលដៅ {#", "គោលដៅ 3 {#"), "L209", "3"),
]
RIGHT: list[tuple[Edit, str]] = [
    (km("ផ្តោត និងផ្តោត"), "L206"),
    (km("តា និងដា ហើយប្តី ប្រាប់ដី"), "L206"),
    (km("ប្រើ Facebook ឬ TikTok។ (YouTube) «Messenger»"), "L207"),
    (km("ប្រើ ៤G និង MP3"), "L207"),
    (km("[អានបន្ថែម](/help/#urgent)ល្អ"), "L207"),
    (km("ក.ជ.ក.ក និង ក. ខ. ... ហើយ…"), "L208"),
    (km("១. កូន"), "L208"),
    (en("The child dares. Then tells."), "L208"),
    (km("MP3, 4G, H5, A4, WCAG 2.2, Windows 11 និង https://e.org/2026"), "L209"),
    (km("[Windows]{lang=en} 11 [2026]{lang=en} !“at 3 o'clock”"), "L209"),
    (km("អាយុ ១២ ឆ្នាំ"), "L209"),
    (en("At 12 years"), "L209"),
    (km("«កូន» !«ល្ងង់» !“careless” It's"), "L210"),
    (km("កូន ហ៊ាន"), "L211"),
    (term("មនុស្សមិនស្គាល់"), "L212"),  # the site does not write the term
    (term(f"{TWICE} !«មនុស្សមិនស្គាល់»"), "L212"),
    (term(f"{TWICE} ជនចម្លែក"), "L212"),  # shares no word with it
    (term(f"{TWICE} មនុស្សដែលមិនស្គាល់ទេ"), "L212"),  # holds the term, and is a sentence
]


@pytest.mark.parametrize(("edit", "code", "quoted"), FAULTS)
def test_each_fault_is_a_warning_that_quotes_the_place(
    content: Path, edit: Edit, code: str, quoted: str
) -> None:
    edit(content)
    finding = found(content, code)
    after = (content / KM).read_text("utf-8").split("\n")
    assert finding.path == f"content/{KM}"
    assert finding.severity is Severity.WARNING
    assert quoted in finding.message
    assert set(quoted) <= set(after[finding.line - 1])
    assert finding.hint(Language.KM)


@pytest.mark.parametrize(("edit", "code"), RIGHT)
def test_what_is_right_stays_quiet(content: Path, edit: Edit, code: str) -> None:
    edit(content)
    assert code not in codes(content)


def test_both_spellings_on_the_site_warn_at_each_rarer_place(content: Path) -> None:
    """khmer.md, case 11: over pages, and with the count of the usual one."""
    replaced("km/index.md", "- មួយ។", "- ផ្តោត។")(content)
    replaced("km/help/index.md", "មានអ្នកស្តាប់។", "ផ្តោត។")(content)
    replaced(UI, "ui:\n", 'ui:\n  another: {km: "ផ្ដោតលើ", en: "focus"}\n')(content)
    km("ផ្ដោត")(content)
    places = [f for f in check(content).findings if f.code == "L206"]
    # A tie of two against two: coeng DA comes first in code points and so counts as usual.
    assert [f.path for f in places] == ["content/km/help/index.md", "content/km/index.md"]
    replaced("km/index.md", "- ពីរ។", "- ផ្តោតលើ។")(content)
    places = [f for f in check(content).findings if f.code == "L206"]
    assert [f.path for f in places] == [f"content/{KM}", "content/shared/ui.yml"]
    assert all("3 other places" in f.message for f in places)


def test_a_form_that_the_glossary_itself_writes_is_an_ordinary_word(content: Path) -> None:
    term(f"{TWICE} មនុស្សមិនស្គាល់")(content)
    replaced(TERMS, "អ្នកដទៃ។", "មនុស្សមិនស្គាល់។")(content)
    assert "L212" not in codes(content)


def test_a_variant_is_told_once_a_page_and_never_on_the_glossary(content: Path) -> None:
    term(f"{TWICE} មនុស្សមិនស្គាល់ និងមនុស្សមិនស្គាល់")(content)
    text = (content / "km/index.md").read_text("utf-8").replace("- មួយ។", "- មនុស្សមិនស្គាល់។")
    (content / "km/glossary.md").write_text(text, "utf-8")
    places = [f.path for f in check(content).findings if f.code == "L212"]
    assert places == [f"content/{KM}"] or not places


FORBIDDEN = [
    "\u200b",
    "\u00a0",
    "\u202e",
    "\u200f",
    "\u2066",
    "\u17a3",
    "\u17a4",
    "\u17d3",
    "\u17d8",
]


@pytest.mark.parametrize("sign", [*FORBIDDEN, "\u200c", "\u00ad", "&nbsp;", "&#8203;"])
def test_forbidden_characters_have_line_and_column(content: Path, sign: str) -> None:
    """khmer.md, case 19, in content: the second line of an item, as it is typed."""
    km(f"កូន\n  ហ៊ាន{sign}ប្រាប់")(content)
    finding = next(f for f in check(content).findings if f.code in {"L201", "L202"})
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == (f"content/{KM}", 22)
    assert dict(finding.values)["column"] == "7"


def test_a_joiner_after_a_shifter_is_right(content: Path) -> None:
    km("ស៊\u200cី")(content)
    assert not {"L201", "L202"} & set(codes(content))


@pytest.mark.parametrize("name", [KM, EN])
def test_tables_and_list_marks_may_be_set_out_with_spaces(content: Path, name: str) -> None:
    heading = "## សកម្មភាព" if name == KM else "## Activities"
    table = "-   one\n\n1.  two\n\n| a   | b  |\n| --- | -- |\n| c   | d  |\n\n"
    replaced(name, heading, table + heading)(content)
    assert "L211" not in codes(content)
    replaced(name, "| c ", "| c  c ")(content)
    assert found(content, "L211").path == f"content/{name}"


@pytest.mark.parametrize(
    "text",
    [
        *("ក" * 60_000, "a" * 60_000, "កa" * 30_000, "១." * 30_000, "1 " * 30_000),
        *('"ក" ' * 15_000, "ក. " * 20_000, "ផ្តោតផ្ដោត" * 6_000, "a  " * 20_000, "!«" * 30_000),
    ],
    ids=lambda text: text[:4],
)
def test_a_hostile_text_costs_no_square(content: Path, text: str) -> None:
    km(text)(content)
    library = read_library(content, today()).library
    begin = time.process_time()
    list(check_prose(library))
    assert time.process_time() - begin < 5


def test_the_whole_content_costs_less_than_two_seconds() -> None:
    library = read_library(ROOT / "content", today()).library
    begin = time.process_time()
    list(check_prose(library))
    assert time.process_time() - begin < 2
