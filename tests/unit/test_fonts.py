"""The font we ship: small, the same on every build, and able to show what we write."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from karpear.fonts import CHARACTERS, WEIGHTS, font_bytes, write_fonts

BUDGET = 45_000  # bytes for both weights, contract.md


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return write_fonts(tmp_path_factory.mktemp("fonts"))


def test_two_weights_and_the_licence(made: tuple[Path, ...]) -> None:
    names = [path.name for path in made]
    assert names == ["noto-sans-khmer-400.woff2", "noto-sans-khmer-700.woff2", "OFL.txt"]
    assert "SIL Open Font License" in made[-1].read_text()


def test_both_weights_keep_the_budget(made: tuple[Path, ...]) -> None:
    assert sum(path.stat().st_size for path in made if path.suffix == ".woff2") <= BUDGET


def test_the_same_bytes_each_time() -> None:
    first = font_bytes(400)
    font_bytes.cache_clear()
    assert font_bytes(400) == first


def test_an_unchanged_font_is_not_written_again(made: tuple[Path, ...]) -> None:
    before = [path.stat().st_mtime_ns for path in made]
    assert write_fonts(made[0].parent) == made
    assert [path.stat().st_mtime_ns for path in made] == before
    assert not list(made[0].parent.glob("*.part"))


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_character_we_write_has_a_glyph(weight: int) -> None:
    known = TTFont(BytesIO(font_bytes(weight))).getBestCmap()
    khmer_letters = {code for code in CHARACTERS if 0x1780 <= code <= 0x17D3}
    ascii_letters = set(range(0x20, 0x7F))
    assert not {hex(code) for code in khmer_letters | ascii_letters if code not in known}
    assert all(ord(char) in known for char in "«»“”‘’–—…៛។៕៖ៗ០១២៣៤៥៦៧៨៩")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_weight_shaping_and_advances_are_those_of_the_full_font(weight: int) -> None:
    ours = TTFont(BytesIO(font_bytes(weight)))
    assert ours["OS/2"].usWeightClass == weight
    features = {record.FeatureTag for record in ours["GSUB"].table.FeatureList.FeatureRecord}
    assert features >= {"pref", "blwf", "abvf", "pstf", "pres", "blws", "abvs", "psts", "clig"}
    assert "fvar" not in ours


def test_regular_advances_equal_the_full_font() -> None:
    source = files("fontpkg_noto_sans_khmer").joinpath("files/NotoSansKhmer[wdth,wght].ttf")
    full, ours = TTFont(BytesIO(source.read_bytes())), TTFont(BytesIO(font_bytes(400)))
    for char in "កខគងចតនបមរលសហអាិីុូេោំះ0189":
        theirs = full["hmtx"][full.getBestCmap()[ord(char)]][0]
        assert ours["hmtx"][ours.getBestCmap()[ord(char)]][0] == theirs
