"""khmer.md, test case 20: a Khmer paragraph on the narrowest screen, in our font and style."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from karpear.fonts import font_bytes

ROOT = Path(__file__).parent.parent.parent
NEVER_FIRST = "ៗ។៕៖៘៙៚»)"
SENTENCES = (
    "រឿងផ្សេងៗ និងពាក្យធំៗ ដែលកុមារជួបតាមប្រព័ន្ធអនឡាញជារៀងរាល់ថ្ងៃៗ ត្រូវស្តាប់មុន៖ "
    "ស្តីពីកិច្ចការពារកុមារតាមប្រព័ន្ធអនឡាញនិងសុវត្ថិភាពឯកជនភាពព័ត៌មានផ្ទាល់ខ្លួនរបស់កុមារទាំងអស់។ "
    "កុំបន្ទោសកូន «កូនមិនខុសទេ» (ប្រាប់ម្តងហើយម្តងទៀតៗ)។ ស្ត្រី ក្រុមគ្រួសារ ម្យ៉ាងទៀត៕"
)
# Where each line begins: the tops of the character boxes, a mark lying on the line of its base.
LINE_STARTS = """() => {
  const node = document.querySelector('p').firstChild, range = document.createRange();
  const starts = [];
  let bottom = -1;
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box || !box.width && !box.height) continue;
    if (box.top > bottom - 2) { starts.push(node.data[at]); bottom = box.bottom; }
  }
  return starts;
}"""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


LINE = (
    '<a class="k-line" href="tel:1">{} <span class="k-number" dir="ltr">092 311 511</span></a>{} {}'
)
# Whether a sign that follows a number lies below the number.
PARTED = """() => [...document.querySelectorAll('.k-number')].filter(number => {
  const range = document.createRange(), after = number.parentNode.nextSibling;
  range.setStart(after, 0); range.setEnd(after, 1);
  const rows = [...number.getClientRects()];
  return range.getBoundingClientRect().top > rows[rows.length - 1].bottom - 4;
}).length"""


def paragraph(width: int, words: str = SENTENCES) -> str:
    font = base64.b64encode(font_bytes(400)).decode()
    css = (ROOT / "docs/css/site.css").read_text("utf-8")
    face = f"@font-face{{font-family:K;src:url(data:font/woff2;base64,{font})}}"
    return (
        f"<!doctype html><html lang=km><style>{css}{face}"
        f"body{{margin:0}}p{{width:{width}px;font-family:K!important}}</style>"
        f"<p>{words}</p>"
    )


@pytest.mark.slow
def test_a_khmer_paragraph_at_320_px(narrow: Page) -> None:
    """No overflow; no line begins with ៗ ។ ៕ ៖, a closing sign or a mark; at many widths."""
    for width in range(120, 321, 8):
        narrow.set_content(paragraph(width))
        narrow.evaluate("document.fonts.ready")
        wide = "document.documentElement.scrollWidth + document.querySelector('p').scrollWidth"
        assert narrow.evaluate(wide) <= 320 + width
        starts = narrow.evaluate(LINE_STARTS)
        assert len(starts) > 5
        for first in starts:
            assert first not in NEVER_FIRST, (width, starts)
            assert not "\u17b4" <= first <= "\u17d3", (width, starts)


@pytest.mark.slow
def test_a_sign_after_a_number_stays_with_it(narrow: Page) -> None:
    """The full stop after a helpline stood alone on the next line; the number itself stays whole."""
    words = "".join(LINE.format("ហៅ" * n, sign, "ក" * n) for n in range(9) for sign in "។៖,")
    for width in range(140, 321, 4):
        narrow.set_content(paragraph(width, words))
        assert narrow.evaluate(PARTED) == 0, width
        rows = (
            "() => [...document.querySelectorAll('.k-number')].map(e => e.getClientRects().length)"
        )
        assert set(narrow.evaluate(rows)) == {1}, width
