"""The commands as a program calls them: output, exit codes, refusals."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

import pytest
from tests.conftest import check, replaced, written

from karpear.cli import main
from karpear.model import Language, State
from karpear.stamps import state_of_title, states

EN, KM = "en/parents/10-12.md", "km/parents/10-12.md"


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


def test_check_says_so_when_nothing_is_wrong(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--content", content) == 0
    assert capsys.readouterr().out == "6 pages, 0 errors, 0 warnings\n"


def test_check_names_file_line_and_a_way_to_mend(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(EN, "[[h1]]", "[[h7]]")(content)
    assert run("check", "--content", content) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        "content/en/parents/10-12.md:26: error P210 the helplines differ: h7"
    )
    assert lines[1].startswith("    mend: ")
    assert lines[-1].startswith("6 pages, ")


def test_check_speaks_khmer(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(EN, "[[h1]]", "[[h7]]")(content)
    run("check", "--content", content, "--lang", "km")
    assert "    កែ: " in capsys.readouterr().out


def test_check_as_json(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(EN, "updated: 2026-11-22", "updated: soon")(content)
    assert run("check", "--content", content, "--format", "json") == 1
    rows = json.loads(capsys.readouterr().out)
    assert set(rows[0]) == {"path", "line", "code", "severity", "message", "mend"}
    assert {row["code"] for row in rows} >= {"S114"}


def test_check_of_one_file_tells_that_file_only(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(EN, "updated: 2026-11-22", "updated: soon")(content)
    assert run("check", "--content", content, "km/index.md") == 0
    assert run("check", "--content", content, content / EN) == 1
    assert "S114" in capsys.readouterr().out


def test_check_of_one_file_where_nothing_could_be_checked(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No check has seen the page while a shared file cannot be read, so it is not called fine."""
    replaced(EN, "Goals", "<b>Goals</b>")(content)
    replaced("shared/helplines.yml", "    kind: helpline", "\tkind: helpline")(content)
    assert run("check", "--content", content, content / EN) == 1
    assert "shared/helplines.yml" in capsys.readouterr().out


@pytest.mark.parametrize(
    "path", ["../../etc/passwd", "/etc/passwd", "x" * 300, "no\0where", "gone.md"]
)
def test_check_refuses_paths_outside_the_content(
    content: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--content", content, path) == 2
    assert "is not a file in" in capsys.readouterr().err


def test_found_nothing_wrong_is_not_looked_at_nothing(tmp_path: Path) -> None:
    assert run("check", "--content", tmp_path / "gone") == 2
    assert run("coverage", "--content", tmp_path) == 2
    (tmp_path / "file").write_text("x")
    assert run("check", "--content", tmp_path / "file") == 2


def test_coverage_counts(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("coverage", "--content", content, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["modules"] == {"n": 1, "of": 3}
    assert [c["state"] for c in data["cells"]] == ["filled", "missing", "missing"]
    assert data["parity"]["n"] == data["parity"]["of"]
    assert data["cited"]["n"] == data["cited"]["of"]
    assert run("coverage", "--content", content) == 0
    assert "modules: 1 of 3" in capsys.readouterr().out


def test_stamp_makes_a_stale_translation_current_and_touches_nothing_else(content: Path) -> None:
    replaced(KM, "កូនហ៊ានប្រាប់", "កូនហ៊ានប្រាប់ឥឡូវ")(content)
    before = (content / EN).read_text("utf-8").split("stamps:")
    assert {f.code for f in check(content).findings} == {"P203"}
    assert run("stamp", "--content", content, "parents/10-12") == 0
    assert check(content).findings == ()
    after = (content / EN).read_text("utf-8").split("stamps:")
    assert after[0] == before[0]
    assert after[1].split("---")[1] == before[1].split("---")[1]
    assert run("stamp", "--content", content, content / KM) == 0


def test_stamp_refuses_what_has_no_twin(content: Path) -> None:
    (content / EN).unlink()
    assert run("stamp", "--content", content, "parents/10-12") == 2
    assert run("stamp", "--content", content, "nowhere") == 2


@pytest.mark.parametrize(
    "stamps",
    [
        'stamps:\n  minute: "0"\n\n  # a note\n  goals: "0"\n',
        'stamps: {minute: "0",\n  goals: "0"\n}\n',
        "stamps: {minute: 012345678901}\n",
    ],
)
def test_stamp_replaces_stamps_however_they_stand(content: Path, stamps: str) -> None:
    """As somebody may have set them out by hand: nothing of them is left over."""
    path = content / EN
    head, rest = path.read_text("utf-8").split("stamps:\n")
    path.write_text(head + stamps + "young: false\n---\n" + rest.split("\n---\n", 1)[1], "utf-8")
    assert run("stamp", "--content", content, "parents/10-12") == 0
    assert not [f for f in check(content).findings if f.code != "P207"]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_stamp_keeps_notes_behind_the_stamps(content: Path, gap: str) -> None:
    """They belong to the key below them."""
    note = f"{gap}# asked Dara to read it\nyoung: false\n---\n"
    head, rest = (content / EN).read_text("utf-8").split("\n---\n", 1)
    (content / EN).write_text(f"{head}\n{note}{rest}", "utf-8")
    replaced(EN, "minute:", "goals-old:")(content)
    assert run("stamp", "--content", content, "parents/10-12") == 0
    kept = (content / EN).read_text("utf-8")
    assert f"{gap}# asked Dara to read it\nyoung: false\nstamps:\n" in kept


def test_stamp_keeps_line_ends_of_windows(content: Path) -> None:
    replaced(EN, "minute:", "goals-old:")(content)
    path = content / EN
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("stamp", "--content", content, "parents/10-12") == 0
    data = path.read_bytes()
    assert b"minute:" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_stamp_leaves_a_page_whole_where_the_disk_refuses(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_source: object, _target: object) -> None:
        raise OSError(28, "No space left on device")

    replaced(EN, "minute:", "goals-old:")(content)
    before = (content / EN).read_bytes()
    monkeypatch.setattr("os.replace", full)
    assert run("stamp", "--content", content, "parents/10-12") == 2
    assert (content / EN).read_bytes() == before
    assert "No space left" in capsys.readouterr().err


def test_stamp_of_recordings_without_their_list(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "shared/audio.yml").unlink()
    assert run("stamp", "--audio", "--content", content, "parents/10-12") == 2
    assert "audio.yml has no recording" in capsys.readouterr().err


def test_a_preview_where_another_runs(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever types `make serve` twice gets a sentence."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        places = ["--content", content, "--work", tmp_path]
        assert run("serve", *places, "--port", str(port)) == 2
        assert "--port" in capsys.readouterr().err
        assert run("serve", *places, "--port", "80000") == 2
        assert "--port" in capsys.readouterr().err


def test_what_the_disk_refuses_is_told_in_a_sentence(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_content: Path) -> None:
        raise OSError(28, "No space left on device", "from.js", None, "to.js")

    monkeypatch.setattr("karpear.commands.check.check_content", full)
    assert run("check", "--content", content) == 2
    assert capsys.readouterr().err == "karpear: No space left on device: to.js\n"


def test_an_interruption_is_told_in_a_sentence(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_content: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("karpear.commands.check.check_content", interrupted)
    assert run("check", "--content", content) == 130
    assert capsys.readouterr().err.startswith("karpear: interrupted")


def test_the_six_states(content: Path) -> None:
    text = (content / EN).read_text("utf-8")
    goals, know = text.index("## Goals"), text.index("## Key messages")
    moved = text[:goals] + text[know : text.index("## Conversation")] + text[goals:know]
    moved += text[text.index("## Conversation") : text.index("## Help")]
    moved = moved.replace('  talk: "', '  talk-gone: "').replace('  do: "', '  do: "x')
    moved += "## More {#more}\n\nWords.\n"
    (content / EN).write_text(moved, "utf-8")
    library = check(content).library
    page, source = (
        library.page("parents/10-12", Language.EN),
        library.page("parents/10-12", Language.KM),
    )
    assert page is not None
    assert source is not None
    assert states(page, source) == {
        "minute": State.CURRENT,
        "know": State.REORDERED,
        "goals": State.REORDERED,
        "talk": State.UNSTAMPED,
        "do": State.STALE,
        "if": State.CURRENT,
        "more": State.ORPHANED,
        "help": State.MISSING,
    }
    assert state_of_title(page, source) is State.CURRENT


def test_verify_tells_changed_missing_and_extra_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from karpear.manifest import write_manifest

    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("2")
    assert run("verify", tmp_path) == 2
    write_manifest(tmp_path)
    assert run("verify", tmp_path) == 0
    (tmp_path / "a").write_text("9")
    (tmp_path / "b").unlink()
    (tmp_path / "c").write_text("3")
    assert run("verify", tmp_path) == 1
    out = capsys.readouterr().out
    assert [name for name in "abc" if f"{name}:1: error" in out] == ["a", "b", "c"]


def test_build_refuses_an_unknown_edition(content: Path, tmp_path: Path) -> None:
    assert run("build", "--content", content, "--output", tmp_path / "s", "--only", "papyrus") == 2


def test_build_without_a_project_or_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build", "--content", tmp_path / "gone") == 2
    monkeypatch.chdir(tmp_path)
    assert run("build") == 2
    assert run("check") == 2


def test_missing_words_of_the_interface_are_a_finding(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (content / "shared/ui.yml").read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("  not-rechecked:")]
    written("shared/ui.yml", "\n".join(kept))(content)
    work, output = tmp_path / "w", tmp_path / "s"
    assert run("build", "--content", content, "--work", work, "--output", output) == 1
    assert "S126" in capsys.readouterr().out
    assert not output.exists()
    shutil.rmtree(work)
