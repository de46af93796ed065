"""What stands on paper can be searched, copied and read out by software that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
import pytest
from selectolax.lexbor import LexborHTMLParser

from karpear.khmer import without_breaks
from tests.prints.conftest import Print, bare, on_all

LENGTH, SHARE = 25, 0.99
ALWAYS = ("1280", "092 311 511", "117")


def chunks(block: str) -> list[str]:
    """Pieces of 25 characters; a shorter block is one piece."""
    whole = [block[at : at + LENGTH] for at in range(0, len(block) - LENGTH + 1, LENGTH)]
    return whole or [block]


def lost(one: Print, text: str) -> list[str]:
    return [piece for block in one.blocks for piece in chunks(block) if piece not in text]


@pytest.mark.parametrize("reader", ["raw", "pdfium"])
def test_text_comes_back(prints: list[Print], reader: str) -> None:
    def look(one: Print) -> Iterator[str]:
        pieces = [piece for block in one.blocks for piece in chunks(block)]
        missing = lost(one, getattr(one, reader))
        assert pieces, one.artifact.path
        if len(missing) > (1 - SHARE) * len(pieces):
            share = 1 - len(missing) / len(pieces)
            yield f"{share:.3f} of {len(pieces)}; lost {missing[:3]}"

    assert list(on_all(prints, look)) == []


def test_every_helpline_number_comes_back(prints: list[Print]) -> None:
    def look(one: Print) -> Iterator[str]:
        named = re.findall(r'class="(?:k-number|num|number|tel number)"[^>]*>([^<]+)<', one.html)
        for reader in ("raw_pages", "pdfium_pages"):
            whole = bare("".join(getattr(one, reader)))
            wanted = {bare(number) for number in (*named, *ALWAYS)}
            yield from (f"{number} is not in {reader}" for number in wanted if number not in whole)

    assert list(on_all(prints, look)) == []


def test_the_three_numbers_come_back_from_every_page(prints: list[Print]) -> None:
    """From the file itself, whose foot has them; cards to cut out have none, and their numbers are
    looked for above."""
    with_foot = [one for one in prints if one.job.form.foot != "none"]

    def look(one: Print) -> Iterator[str]:
        for reader in ("raw_pages", "pdfium_pages"):
            pages = getattr(one, reader)
            assert len(pages) >= one.artifact.pages
            for number, page in enumerate(map(bare, pages), 1):
                lost = [known for known in map(bare, ALWAYS) if known not in page]
                if lost:
                    yield f"page {number} in {reader} lacks {lost}"

    assert list(on_all(with_foot, look)) == []


def test_no_break_mark_is_in_titles_bookmarks_or_metadata(prints: list[Print]) -> None:
    def look(one: Print) -> Iterator[str]:
        with pikepdf.open(one.file) as pdf:
            found = [str(value) for value in pdf.docinfo.values()]
            with pdf.open_outline() as outline:
                found += [item.title for item in outline.root]
            found.append(pdf.Root.Metadata.read_bytes().decode() if one.is_tagged else "")
            if str(pdf.docinfo["/Title"]) != without_breaks(one.artifact.title):
                yield f"its title is {pdf.docinfo['/Title']}"
            if one.artifact.lang in ("km", "en") and str(pdf.Root.Lang) != one.artifact.lang:
                yield f"its language is {pdf.Root.Lang}"
        yield from (text for text in found if "\u200b" in text)

    assert list(on_all(prints, look)) == []


def test_bookmarks_lead_to_every_section(prints: list[Print]) -> None:
    def titles(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
        for item in items:
            yield bare(item.title)
            yield from titles(item.children)

    def look(one: Print) -> Iterator[str]:
        wanted = [bare(node.text()) for node in LexborHTMLParser(one.html).css("h1, h2, h3")]
        with pikepdf.open(one.file) as pdf, pdf.open_outline() as outline:
            found = list(titles(outline.root))
        if one.is_tagged and found != wanted:
            yield f"bookmarks {found}, headings {wanted}"

    assert list(on_all(prints, look)) == []
