"""Recordings of sections: registered, in their place, traceless, and heard only while they say
what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import AS_OF, Edit, check, found, replaced, written
from tests.sounds import FRAME, silence, tag

from karpear.cli import main
from karpear.findings import Severity
from karpear.load import read_library
from karpear.model import Language
from karpear.stamps import current_recordings

PLACE = "audio/km/parents/10-12/minute.mp3"
LIST = "shared/audio.yml"
ENTRY = f"""recordings:
  - page: parents/10-12
    section: minute
    lang: km
    file: {PLACE}
    reader: "Sok Dara"
    on: 2026-11-20
    stamp: new
"""


@pytest.fixture
def recorded(content: Path) -> Path:
    """The small root with one recording that says what the page says."""
    written(PLACE, silence())(content)
    written(LIST, ENTRY)(content)
    assert main(["stamp", "--audio", "parents/10-12", "--content", str(content)]) == 0
    return content


def heard(root: Path) -> list[str]:
    library = read_library(root, AS_OF).library
    return [sound.path for _, sound in current_recordings(library)]


def test_a_stamped_recording_is_heard(recorded: Path) -> None:
    assert check(recorded).findings == ()
    assert heard(recorded) == [PLACE]
    ((recording, sound),) = current_recordings(check(recorded).library)
    assert (recording.reader, recording.lang) == ("Sok Dara", Language.KM)
    assert (sound.size, sound.seconds) == (14_400, 4)


STALE: list[Edit] = [
    replaced("km/parents/10-12.md", "ស្តាប់មុន សួរក្រោយ។", "ស្តាប់សិន សួរក្រោយ។"),
    replaced("km/parents/10-12.md", "## ក្នុងមួយនាទី", "## មួយនាទី"),
    replaced("shared/helplines.yml", 'dial: "1280"', 'dial: "1281"'),
    replaced(LIST, 'stamp: "', 'stamp: "0'),
]


@pytest.mark.parametrize("edit", STALE)
def test_other_words_or_another_number_silence_it(recorded: Path, edit: Edit) -> None:
    edit(recorded)
    finding = found(recorded, "A205")
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == (f"content/{LIST}", 8)
    assert heard(recorded) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("សួរក្រោយ។ [^craft]", "សួរក្រោយ។ [^ncg-start-early]"),
        ("- កូនហ៊ានប្រាប់។", "- កូនហ៊ាននិយាយ។"),
        ("- ចាប់ផ្តើមនិយាយ", "-   ចាប់ផ្តើមនិយាយ"),
    ],
    ids=["another source", "another section", "white space"],
)
def test_what_is_not_read_out_changes_nothing(recorded: Path, old: str, new: str) -> None:
    replaced("km/parents/10-12.md", old, new)(recorded)
    assert heard(recorded) == [PLACE]


def test_the_parts_of_a_section_are_read_with_it(recorded: Path) -> None:
    part = "\n### មួយ {#minute-one}\n\n- ថ្មី។ [^craft]\n\n## គោលដៅ"
    replaced("km/parents/10-12.md", "\n## គោលដៅ", part)(recorded)
    assert heard(recorded) == []


def test_a_new_stamp_lets_it_be_heard_again(recorded: Path) -> None:
    STALE[0](recorded)
    assert main(["stamp", "--audio", f"content/{PLACE}", "--content", str(recorded)]) == 0
    assert heard(recorded) == [PLACE]
    assert (recorded / LIST).read_text("utf-8").count("\n") == ENTRY.count("\n")


def test_a_page_without_a_recording_cannot_be_stamped(recorded: Path) -> None:
    assert main(["stamp", "--audio", "help", "--content", str(recorded)]) == 2


FAULTS: list[tuple[Edit, str]] = [
    (replaced(LIST, "page: parents/10-12", "page: parents/10-13"), "A201"),
    (replaced(LIST, "section: minute", "section: hour"), "A201"),
    (lambda root: (root / PLACE).unlink(), "A202"),
    (written(LIST, "recordings: []\n"), "A203"),
    (replaced(LIST, f"file: {PLACE}", "file: audio/km/minute.mp3"), "A204"),
    (replaced(LIST, "lang: km", "lang: en"), "A204"),
    (replaced(LIST, "on: 2026-11-20", "on: 2026-11-23"), "A206"),
    (replaced(LIST, 'reader: "Sok Dara"', 'reader: ""'), "S109"),
    (replaced(LIST, "    on: 2026-11-20\n", ""), "S109"),
    (replaced(LIST, "lang: km", "lang: fr"), "S116"),
    (replaced(LIST, "    reader:", "    voice: low\n    reader:"), "S117"),
    (lambda root: written(LIST, (root / LIST).read_text("utf-8") + ENTRY[12:])(root), "S118"),
    (written("audio/km/parents/10-12/minute.wav", b"RIFF"), "S125"),
    (written("km/minute.mp3", silence()), "S125"),
    (written(PLACE, silence(7300)), "A209"),
]


@pytest.mark.parametrize(("edit", "code"), FAULTS, ids=[code for _, code in FAULTS])
def test_each_fault_stops_the_build(recorded: Path, edit: Edit, code: str) -> None:
    edit(recorded)
    assert found(recorded, code).severity is Severity.ERROR


SOUND = silence(3)
BYTES: list[tuple[bytes, str | None, str]] = [
    (SOUND, None, "sound alone"),
    (tag((b"TIT2", b"\3Minute")) + SOUND, None, "a title"),
    (tag((b"TIT2", b"\3Minute"), version=3, padding=50) + SOUND, None, "a title, older and padded"),
    (tag((b"GEOB", b"place")) + SOUND, "A208", "an object"),
    (tag((b"TIT2", b"\3x"), (b"TPE1", b"\3Dara")) + SOUND, "A208", "a name"),
    (tag((b"APIC", bytes(200)), version=3) + SOUND, "A208", "a picture"),
    (tag((b"TSSE", b"\3Lavf")) + SOUND, "A208", "a program"),
    (tag((b"TIT2", b"\3x"), flags=0x40) + SOUND, "A208", "an extended head"),
    (tag(padding=4)[:-4] + b"\0abc" + SOUND, "A208", "words behind the fields"),
    (SOUND + b"TAG" + bytes(125), "A208", "the old tag at the end"),
    (SOUND + b"APETAGEX" + bytes(24), "A208", "an APE tag"),
    (b"", "A207", "nothing"),
    (b"OggS" + bytes(200), "A207", "another type"),
    (b"\0\0\0\x18ftypM4A " + bytes(200), "A207", "another type, as telephones make it"),
    (SOUND + b"Toul Kork", "A207", "words behind the sound"),
    (SOUND[:-1], "A207", "half a frame"),
    (b"\xff\xfb\xf8\xc0" + bytes(140), "A207", "a speed that is none"),
    (b"\xff\xff\x18\xc0" + bytes(140), "A207", "Layer I"),
    (FRAME + tag((b"TPE1", b"\3Dara")) + FRAME, "A207", "a tag in the middle"),
    (b"ID3\4\0\0\x7f\x7f\x7f\x7f", "A207", "a tag that never ends"),
]


@pytest.mark.parametrize(
    ("data", "code"), [row[:2] for row in BYTES], ids=[row[2] for row in BYTES]
)
def test_every_byte_is_sound_or_title(recorded: Path, data: bytes, code: str | None) -> None:
    written(PLACE, data)(recorded)
    codes = {finding.code for finding in check(recorded).findings} - {"A202"}
    assert codes == ({code} if code else set())
    if code == "A207":
        assert heard(recorded) == []


def test_home_is_called_home(recorded: Path) -> None:
    written("audio/en/home/minute.mp3", silence())(recorded)
    entry = ENTRY[12:].replace("parents/10-12", "home").replace("km", "en")
    written(LIST, (recorded / LIST).read_text("utf-8") + entry)(recorded)
    assert main(["stamp", "--audio", "home", "--content", str(recorded)]) == 0
    assert check(recorded).findings == ()
    assert len(heard(recorded)) == 2
