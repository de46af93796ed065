"""A file that cannot be read is told alone: what only follows from it would send editors wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Edit, codes, replaced, written
from tests.small import small_files

BOM = b"\xef\xbb\xbf"
FILES = {name: text.encode() for name, text in small_files().items()}


def marked(name: str) -> Edit:
    """An edit as Notepad makes it: with a byte order mark."""
    return written(name, BOM + FILES[name])


PACK = 'packs:\n  - {id: a, title: {km: "ក", en: "A"}, pages: [parents/10-12]}\n'
SOUND = """recordings:
  - {page: parents/10-12, section: minute, lang: km, file: audio/km/parents/10-12/minute.mp3,
     reader: "Sok Dara", on: 2026-11-01, stamp: new}
"""


@pytest.mark.parametrize(
    "name",
    ["km/parents/10-12.md", "en/parents/10-12.md", "km/help/index.md", "km/index.md"],
)
def test_a_page(content: Path, name: str) -> None:
    """No missing twin, no dead link, and above all no advice to change a permanent short id."""
    written("shared/packs.yml", PACK)(content)
    marked(name)(content)
    assert codes(content) == ["L103"]


def test_a_recording_of_it(content: Path) -> None:
    written("shared/audio.yml", SOUND)(content)
    marked("km/parents/10-12.md")(content)
    assert "A201" not in codes(content)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (marked("shared/helplines.yml"), "L103"),
        (replaced("shared/helplines.yml", "    kind: helpline", "\tkind: helpline"), "S101"),
        (replaced("shared/terms.yml", 'title: {km: "កុមារ"', 'title: {km: "កុមារ'), "S101"),
        (lambda root: (root / "shared/facts.yml").unlink(), "S124"),
    ],
)
def test_a_shared_file(content: Path, edit: Edit, code: str) -> None:
    edit(content)
    assert codes(content) == [code]
