"""Days to come, reviews of older words, withdrawn numbers, figures and length of titles."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest
from tests.conftest import AS_OF, Edit, check, found, replaced

from karpear import project
from karpear.findings import Severity

EN, KM, LINES = "en/parents/10-12.md", "km/parents/10-12.md", "shared/helplines.yml"


def reviewed(day: str, name: str = EN) -> Edit:
    review = f'band: 10-12\nreview:\n  - {{by: "Sok Dara", role: native reader, on: {day}}}'
    return replaced(name, "band: 10-12", review)


APP = 'platforms: [{{id: a, title: "App", facts: [], checked_on: {}}}]\n'


@pytest.mark.parametrize(
    ("edit", "path", "line"),
    [
        (replaced(KM, "updated: 2026-11-22", "updated: 2062-11-22"), KM, 6),
        (reviewed("2026-12-01"), EN, 9),
        (replaced(LINES, "helplines:", "updated: 2062-11-22\nhelplines:"), LINES, 1),
        (
            replaced("shared/platforms.yml", "platforms: []\n", APP.format("2026-11-23")),
            "shared/platforms.yml",
            1,
        ),
    ],
)
def test_a_day_that_is_still_to_come(content: Path, edit: Edit, path: str, line: int) -> None:
    edit(content)
    finding = found(content, "S134")
    assert (finding.path, finding.line) == (f"content/{path}", line)


def test_a_clock_that_is_behind(content: Path) -> None:
    """It is no reason to refuse every page; one page alone still stands out."""
    assert not check(content, date(2024, 1, 1)).findings
    replaced(EN, "updated: 2026-11-22", "updated: 2026-11-23")(content)
    assert "S134" in {f.code for f in check(content, date(2024, 1, 1)).findings}


def test_a_review_of_older_words(content: Path) -> None:
    reviewed("2026-11-01")(content)
    finding = found(content, "S135")
    assert (finding.path, finding.line) == (f"content/{EN}", 9)
    assert finding.severity is Severity.WARNING


def test_a_review_of_today(content: Path) -> None:
    reviewed(str(AS_OF))(content)
    assert not check(content).findings


@pytest.mark.parametrize("number", ["1246", "1247"])
def test_the_number_of_a_withdrawn_line(content: Path, number: str) -> None:
    """One wrong digit, or a memory: the register keeps such numbers so that it can be seen."""
    replaced(LINES, 'shown: "1280", dial: "1280"', f'shown: "{number}", dial: "{number}"')(content)
    told = [f for f in check(content).findings if f.code == "H113"]
    assert [f.line for f in told] == ([3] if number == "1246" else [])


@pytest.mark.parametrize(
    ("edit", "code", "line"),
    [
        (replaced(EN, "at 10 to 12", "at 10 to 13"), "P209", 3),
        (replaced(EN, "summary: What can", "summary: In 4 steps what can"), None, 0),
        (replaced(EN, "## Activities", "## 3 activities"), None, 0),
        (replaced(EN, "## Goals", "## Goals in 2 steps"), None, 0),
    ],
)
def test_figures_of_titles(content: Path, edit: Edit, code: str | None, line: int) -> None:
    """A figure of one language alone may be a word in the other, as in "Twelve things to do"."""
    edit(content)
    assert [(f.code, f.line) for f in check(content).findings] == ([(code, line)] if code else [])


@pytest.mark.parametrize(
    ("heading", "start", "code"), [("ages 6 to 8", 1, "P209"), ("ages 6 to 9", 2, "P208")]
)
def test_figures_of_headings_and_steps(content: Path, heading: str, start: int, code: str) -> None:
    km, en = "## សកម្មភាព {#do}\n\n- កន្ត្រក", "## Activities {#do}\n\n- A phone"
    replaced(KM, km, "## អាយុ ៦ ដល់ ៩ {#do}\n\n1. កន្ត្រក")(content)
    replaced(EN, en, f"## For {heading} {{#do}}\n\n{start}. A phone")(content)
    assert code in [finding.code for finding in check(content).findings]


@pytest.mark.parametrize(("hour", "day"), [(16, 22), (17, 23)])
def test_today_is_the_day_in_cambodia(hour: int, day: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls(2026, 11, 22, hour, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(project, "datetime", Clock)
    assert project.today().day == day


@pytest.mark.parametrize(("length", "codes"), [(160, []), (161, ["S312"])])
def test_a_summary_has_the_length_that_the_handbook_says(
    content: Path, length: int, codes: list[str]
) -> None:
    replaced(EN, "summary: What can be done at home.", f"summary: {'a' * length}")(content)
    assert [finding.code for finding in check(content).findings] == codes
