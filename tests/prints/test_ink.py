"""QR codes lead somewhere, and prints for photocopiers stay readable in black and white."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator

import pikepdf

from karpear.model import Language, Library
from tests.prints.conftest import SITE_URL, Print, on_all

DPI = 200
_FILL = {"rg", "g", "k", "scn", "sc"}
_SHOW = {"Tj", "TJ", "'", '"'}


def read_codes(one: Print, page: int) -> list[str]:
    """What zbarimg reads on a page as it comes out of a printer; where there is a foot, in that."""
    image = subprocess.run(
        [
            *("pdftoppm", "-r", str(DPI), "-gray", "-f", str(page), "-l", str(page)),
            *(*part(one), str(one.file)),
        ],
        capture_output=True,
        check=True,
    ).stdout
    with tempfile.NamedTemporaryFile(suffix=".pgm") as file:
        file.write(image)
        file.flush()
        command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.name]
        return subprocess.run(command, capture_output=True).stdout.decode().split()


def part(one: Print) -> list[str]:
    """The lower left corner, or for prints without a foot and imposed ones the whole sheet."""
    form = one.job.form
    if form.foot not in ("full", "small") or not one.is_tagged:
        return []
    dot = DPI / 25.4
    box = (form.margins[1] - 4, form.height - form.margins[2], 34, form.margins[2])
    return [x for n, v in zip("xyWH", box, strict=True) for x in (f"-{n}", str(round(v * dot)))]


def own_address(one: Print, library: Library) -> str:
    """The short address of the page that a print is made of; in both languages that of the Khmer."""
    lang = Language(one.job.lang.partition("-")[0])
    page = library.page("help" if one.job.id == "site" else one.job.id, lang)
    (row,) = (row for row in library.short_ids if page and (row.page, row.lang) == (page.id, lang))
    return f"{SITE_URL}k/{row.id}/"


def test_every_qr_is_read_and_leads_to_its_page(prints: list[Print], library: Library) -> None:
    def look(one: Print) -> Iterator[str]:
        drawn = len(re.findall('<svg class="qr"', one.html))
        if not drawn:
            yield "no QR code"
        wanted = own_address(one, library)
        pages = range(1, one.artifact.pages + 1)
        for page in pages if one.is_tagged else [1]:
            codes = read_codes(one, page)
            if not codes:
                yield f"page {page}: no code was read"
            yield from (f"page {page}: {code}" for code in codes if code != wanted)

    assert list(on_all(prints, look)) == []


def luminance(channels: list[float]) -> float:
    """Relative luminance (WCAG 2.2) of red, green, blue or grey from 0 to 1."""
    red, green, blue = channels if len(channels) == 3 else channels * 3
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def text_colours(one: Print) -> set[tuple[float, ...]]:
    """The fill colour at each moment that text is shown."""
    found: set[tuple[float, ...]] = set()
    with pikepdf.open(one.file) as pdf:
        for page in pdf.pages:
            colour: tuple[float, ...] = (0.0,)
            kept: list[tuple[float, ...]] = []
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name == "q":
                    kept.append(colour)
                elif name == "Q":
                    colour = kept.pop()
                elif name in _FILL:
                    colour = tuple(float(n) for n in operands if not isinstance(n, pikepdf.Name))
                elif name in _SHOW:
                    found.add(colour)
    return found


def test_low_ink_is_grey_and_has_contrast(prints: list[Print]) -> None:
    low = [p for p in prints if p.job.form.low]
    assert low

    def look(one: Print) -> Iterator[str]:
        colours = text_colours(one)
        assert colours, one.artifact.path
        for colour in colours:
            contrast = 1.05 / (luminance(list(colour)) + 0.05)
            if contrast < 4.5:
                yield f"{colour} on white: {contrast:.2f}"
            if len({round(c, 3) for c in colour}) > 1:
                yield f"{colour} is no grey"

    assert list(on_all(low, look)) == []


def test_low_ink_fills_nothing(prints: list[Print]) -> None:
    """Photocopiers make grey areas blotchy: nearly all of the sheet stays white."""
    low = [p for p in prints if p.job.form.low]

    def look(one: Print) -> Iterator[str]:
        data = subprocess.run(
            ["pdftoppm", "-r", "36", "-gray", "-f", "1", "-l", "1", str(one.file)],
            capture_output=True,
            check=True,
        ).stdout
        pixels = data.split(b"255\n", 1)[1]
        ink = sum(255 - value for value in pixels) / 255 / len(pixels)
        if ink > 0.16:
            yield f"{ink:.2f} of the sheet is ink"

    assert list(on_all(low, look)) == []
