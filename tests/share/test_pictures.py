"""Pictures to share: the words fit their box, nothing tells of a child, two are as they were."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont, ImageStat

from karpear import fonts, khmer
from karpear.editions.share import write_share
from karpear.load import read_library
from karpear.model import Language, Library
from karpear.rendering.words import Words
from karpear.share import SHAPES, draw, is_possible, picture_of, picture_path
from karpear.share.lines import TooLong, fit, font, wrap
from karpear.share.picture import PAPER, plan
from karpear.share.strokes import mask, strokes
from tests.conftest import ROOT

MOST = 60_000
MOST_CHANGE = 0.05  # of 255 on average; one more number in small letters makes 0.17
GOLDEN = Path(__file__).parent / "golden"
CASES = [("parents/6-9", Language.KM, "wide"), ("topics/grooming", Language.EN, "square")]


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "content", date(2026, 11, 22)).library


@pytest.fixture(scope="module")
def drawings() -> dict[str, str]:
    text = (ROOT / "docs/pictograms.svg").read_text("utf-8")
    return dict(re.findall(r'<symbol id="(\w[\w-]*)"[^>]*>(.*?)</symbol>', text, re.DOTALL))


def test_khmer_can_be_shaped_here() -> None:
    assert is_possible()


@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_fits_its_box(library: Library, shape: str) -> None:
    """Measured from the glyphs themselves, marks above and below included."""
    for page in library.pages:
        picture = picture_of(Words(library=library, lang=page.lang), page)
        found = plan(picture, shape)
        for lines, box, weight, text in (
            (found.title, found.title_box, 700, picture.title),
            (found.note, found.note_box, 400, picture.note),
        ):
            assert re.sub(r"\s", "", "".join(lines.lines)) == re.sub(r"\s", "", text)
            for number, line in enumerate(lines.lines):
                left, top, right, bottom = font(lines.size, weight).getbbox(line)
                assert box[0] + left >= box[0] - 8, page.url
                assert box[0] + right <= box[2] + 4, (page.url, line)
                assert box[1] + number * lines.step + top >= box[1] - 4
                assert box[1] + number * lines.step + bottom <= box[3] + 4, (page.url, line)


def test_lines_break_between_khmer_words_alone(library: Library) -> None:
    face = font(60, 700)
    for page in library.in_language(Language.KM):
        allowed = set(khmer.with_breaks(page.title).replace(" ", "\u200b").split("\u200b"))
        for line in wrap(page.title, 400, face):
            assert set(
                khmer.with_breaks(line).replace(" ", "\u200b").split("\u200b")
            ) <= allowed | {""}
            assert not line.startswith(("។", "៖", "ៗ", "»", "?"))


def test_too_long_a_title_is_said_and_not_cut() -> None:
    with pytest.raises(TooLong):
        fit("word " * 200, (500, 200), range(60, 40, -4), 700, 1.5)


def test_sheltered_pages_share_one_picture_of_nothing(library: Library) -> None:
    for lang in Language:
        words = Words(library=library, lang=lang)
        sheltered = [page for page in library.in_language(lang) if page.is_sheltered]
        assert {page.id for page in sheltered} >= {"help", "help/sent", "children", "children/0-5"}
        assert len({picture_of(words, page) for page in sheltered}) == 1
        assert {picture_path(page, "wide") for page in sheltered} == {
            f"share/{lang}/neutral.wide.png"
        }
        others = [p for p in library.in_language(lang) if not p.is_sheltered and p.id]
        assert all(picture_of(words, page).title == page.title for page in others)


def test_no_picture_holds_a_number_to_call(library: Library) -> None:
    for page in library.pages:
        picture = picture_of(Words(library=library, lang=page.lang), page)
        assert not re.search("1280|១២៨០|117|092", picture.title + picture.note)


@pytest.mark.parametrize(("page_id", "lang", "shape"), CASES)
def test_two_pictures_are_as_they_were(
    library: Library, drawings: dict[str, str], page_id: str, lang: Language, shape: str
) -> None:
    """Golden files were looked at by eye; to make them anew: delete them and run this twice."""
    page = library.page(page_id, lang)
    assert page is not None
    page = replace(
        page, updated=date(2026, 11, 22)
    )  # the day of the golden files, not of its words
    data = draw(picture_of(Words(library=library, lang=lang), page), shape, drawings)
    golden = GOLDEN / f"{lang}-{page_id.replace('/', '-')}.{shape}.png"
    if not golden.is_file():
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(data)
        pytest.fail(f"{golden.name} was written: look at it, then run again")
    now, then = (Image.open(BytesIO(d)).convert("RGB") for d in (data, golden.read_bytes()))
    assert now.size == then.size == SHAPES[shape]
    assert max(ImageStat.Stat(ImageChops.difference(now, then)).mean) <= MOST_CHANGE


def test_shaping_is_right_and_not_letter_by_letter() -> None:
    """A consonant below another takes no room beside it, and a vowel of two parts is not drawn twice:
    shaped, both are narrower than their letters in a row."""
    shaped = font(60, 400)
    data = BytesIO(fonts.variable_font_bytes())
    in_a_row = ImageFont.truetype(data, 60, layout_engine=ImageFont.Layout.BASIC)
    in_a_row.set_variation_by_axes([400, 100])
    for text in ("ខ្មែរ", "កោ", "ក្ក"):
        assert shaped.getlength(text) < 0.8 * in_a_row.getlength(text)


def test_pictograms_are_drawn(drawings: dict[str, str]) -> None:
    for name in ("parents", "teachers", "lotus", "content", "contact", "conduct", "contract"):
        assert strokes(drawings[name])
        assert mask(drawings[name], 48).getextrema()[1] > 200


@pytest.mark.slow
def test_all_pictures_are_small_and_made_once(
    library: Library, drawings: dict[str, str], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "pictograms.svg").write_bytes((ROOT / "docs/pictograms.svg").read_bytes())
    write_share(library, site, "https://karpear.example/")
    files = sorted(site.glob("share/*/*.png"))
    assert files
    for path in files:
        assert path.stat().st_size <= MOST, path.name
        with Image.open(path) as picture:
            assert picture.size == SHAPES[path.name.split(".")[1]]
            assert picture.convert("RGB").getpixel((5, picture.size[1] - 5)) == PAPER
    assert {path.relative_to(site).as_posix() for path in files} == {
        picture_path(page, shape) for page in library.pages for shape in SHAPES
    }
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "share").iterdir()}
    write_share(library, site, "https://karpear.example/")
    assert kept == {path: path.stat().st_mtime_ns for path in (tmp_path / "share").iterdir()}
