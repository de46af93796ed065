"""``karpear check --fix``: what it mends, what it shows, and all that it must leave alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import check, replaced, written

from karpear import khmer
from karpear.cli import main
from karpear.commands import fix
from karpear.commands.fix import fixed_text

KM, EN = "km/parents/10-12.md", "en/parents/10-12.md"
TERMS = "shared/terms.yml"
# Spelled out: an editor program must not mend the tests.
WOMAN = "\u179f\u17d2\u179a\u17d2\u178f\u17b8"  # coeng RO before coeng TA
RIGHT = "\u179f\u17d2\u178f\u17d2\u179a\u17b8"
ALL = "\u1791\u17c6\u17b6\u1784"  # AM typed as NIKAHIT, AA


def run(content: Path, *arguments: str | Path) -> int:
    return main(["check", "--content", str(content), "--fix", *map(str, arguments)])


def snapshot(content: Path) -> dict[str, bytes]:
    files = (path for path in sorted(content.rglob("*")) if path.is_file())
    return {str(path.relative_to(content)): path.read_bytes() for path in files}


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


def test_right_content_stays_byte_for_byte(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(content)
    assert run(content) == 0
    assert snapshot(content) == before
    assert capsys.readouterr().out == "6 pages, 0 errors, 0 warnings\n"


def test_each_change_is_shown_and_what_is_left_is_reported(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(KM, "កូនហ៊ានប្រាប់", f"ឲ្យកូន{WOMAN} និង{ALL}")(content)
    assert run(content) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        f"content/{KM}:21: {WOMAN} → {RIGHT}",
        f"content/{KM}:21: \u1791\u17c6\u17b6 → \u1791\u17b6\u17c6",
    ]
    left = [line.split()[2] for line in lines[2:] if line.startswith("content/")]
    assert "L205" in left
    assert "L201" not in left


def test_nothing_but_the_order_changes(content: Path) -> None:
    file = content / KM
    text = (
        file.read_text("utf-8").replace("កូនហ៊ានប្រាប់", f"ឲ្យ  {WOMAN}\u200b \t").replace("\n", "\r\n")
    )
    file.write_bytes(text.encode())
    file.chmod(0o640)
    before = snapshot(content)
    run(content)
    after = snapshot(content)
    assert after.pop(KM) == text.replace(WOMAN, RIGHT).encode()
    assert after == {name: data for name, data in before.items() if name != KM}
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_second_run_changes_nothing(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(KM, "កូនហ៊ានប្រាប់", WOMAN)(content)
    run(content)
    before = snapshot(content)
    capsys.readouterr()
    run(content)
    assert snapshot(content) == before
    assert "→" not in capsys.readouterr().out


def test_shared_files_are_mended_and_lists_of_wrong_forms_are_not(content: Path) -> None:
    replaced(TERMS, "ក្រោម ១៨", f"{ALL} ១៨")(content)
    replaced(TERMS, '{form: "ក្មេង"}', f'{{form: "{WOMAN}"}}, {{form: {ALL}}}')(content)
    replaced(TERMS, '["ឲ្យ", "អោយ"]', f'["{WOMAN}",\n      "{ALL}"]')(content)
    replaced(TERMS, 'warn: ["ល្ងង់"]', f"warn:\n      - {WOMAN}\n      - {ALL}\n")(content)
    text = (content / TERMS).read_text("utf-8")
    run(content)
    assert (content / TERMS).read_text("utf-8") == text.replace(f"{ALL} ១៨", "ទាំង ១៨")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (f"---\ntitle: {WOMAN}\n---\n".encode("utf-16"), "L102"),
        (b"\xef\xbb\xbf" + WOMAN.encode(), "L103"),
        (WOMAN.encode() + b"\xe9", "L104"),
        (WOMAN.encode() + b"\0", "L105"),
        (b"", "L101"),
        (WOMAN.encode() * 200_000, "X207"),
    ],
)
def test_a_file_in_another_encoding_is_refused(content: Path, data: bytes, code: str) -> None:
    written(KM, data)(content)
    assert run(content) == 1
    assert (content / KM).read_bytes() == data
    assert code in {finding.code for finding in check(content).findings}


def test_only_the_files_that_were_named(content: Path) -> None:
    for name in (KM, "km/index.md"):
        replaced(name, "{#minute}\n", f"{{#minute}}\n\n{WOMAN}\n")(content)
    run(content, "km/index.md")
    assert WOMAN in (content / KM).read_text("utf-8")
    assert WOMAN not in (content / "km/index.md").read_text("utf-8")


def test_links_to_other_places_are_not_followed(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(WOMAN, "utf-8")
    os.symlink(outside, content / "km/linked.md")
    run(content)
    assert outside.read_text("utf-8") == WOMAN


def test_a_failure_leaves_the_old_file_and_no_draft(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(KM, "កូនហ៊ានប្រាប់", WOMAN)(content)
    before = snapshot(content)

    def fail(_source: object, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(fix.os, "replace", fail)
    assert run(content) == 2
    assert snapshot(content) == before
    assert "No space left" in capsys.readouterr().err


def test_a_report_for_programs_is_not_mixed_with_changes(content: Path) -> None:
    before = snapshot(content)
    assert run(content, "--format", "json") == 2
    assert snapshot(content) == before


KHMER = st.sampled_from([*map(chr, range(0x1780, 0x17EA)), *"\u17d2\u179a" * 8])
LINES = st.text(st.one_of(KHMER, KHMER, st.sampled_from("a \n\r[]{}\"',:-\u0301\u200b")))


@settings(max_examples=100, deadline=None, database=None)
@given(LINES, st.booleans())
def test_lines_and_spaces_stay_whatever_the_text(text: str, is_yaml: bool) -> None:
    fixed = fixed_text(text, is_yaml=is_yaml)
    assert fixed_text(fixed, is_yaml=is_yaml) == fixed
    assert [line.count(" ") for line in fixed.split("\n")] == [
        line.count(" ") for line in text.split("\n")
    ]
    if not is_yaml:
        assert fixed == "\n".join(khmer.fix(line) for line in text.split("\n"))
