"""What YAML drops without a word: the rest of a title behind ``#``, a closing line with a space."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Edit, check, found, replaced

EN, RISKS = "en/parents/10-12.md", "shared/risks.yml"
PLAIN = 'plain: {km: "របៀបដែលយើងប្រព្រឹត្តចំពោះគ្នា។", en: "How we treat each other."}'
TITLE = "title: Your child at 10 to 12"


@pytest.mark.parametrize(
    ("edit", "path", "line"),
    [
        (replaced(EN, TITLE, "title: Your child # 10 to 12"), EN, 3),
        (replaced(EN, "summary: What can", "summary: We are #1 # What can"), EN, 4),
        (replaced(RISKS, PLAIN, "plain:\n      en: Be kind # to all\n      km: ល្អ"), RISKS, 6),
    ],
)
def test_words_behind_a_hash(content: Path, edit: Edit, path: str, line: int) -> None:
    edit(content)
    finding = found(content, "S119")
    assert (finding.path, finding.line) == (f"content/{path}", line)
    assert "# " in finding.message


@pytest.mark.parametrize(
    "edit",
    [
        replaced(EN, "kind: module", "kind: module  # one of five"),
        replaced(EN, TITLE, 'title: "Your child at 10 to 12"  # look again'),
        replaced(EN, TITLE, f"# look again\n{TITLE}"),
        replaced(EN, TITLE, "title: Your child at 10 to 12#"),
    ],
)
def test_notes_of_editors(content: Path, edit: Edit) -> None:
    edit(content)
    assert not check(content).findings


def test_a_closing_line_with_a_space(content: Path) -> None:
    replaced(EN, "\n---\n\n##", "\n--- \n\n##")(content)
    assert "spaces" in found(content, "S121").mend
