"""What stands on paper can be searched, copied and read out by software that is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from karpear.khmer import without_breaks
from tests.prints.conftest import Print, bare, on_all

LENGTH, SHARE = 25, 0.99


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
    always = [line.numbers[0].shown for line in prints[0].shop.library.helplines[:1]]

    def look(one: Print) -> Iterator[str]:
        named = re.findall(r'class="(?:k-number|num|number|tel number)"[^>]*>([^<]+)<', one.html)
        for number in {bare(n) for n in (*named, *always, "117", "092 311 511")}:
            for reader in ("raw", "pdfium"):
                whole = bare_whole(one, reader)
                if number not in whole:
                    yield f"{number} is not in {reader}"

    assert list(on_all(prints, look)) == []


def bare_whole(one: Print, reader: str) -> str:
    """The text with its feet: numbers stand there, too."""
    return getattr(one, reader) + "".join(one.feet)


def test_no_break_mark_is_in_titles_bookmarks_or_metadata(prints: list[Print]) -> None:
    import pikepdf

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
    import pikepdf

    def look(one: Print) -> Iterator[str]:
        headings = len(re.findall("<h[12]", one.html))
        with pikepdf.open(one.file) as pdf, pdf.open_outline() as outline:
            marks = sum(1 + len(item.children) for item in outline.root)
        if one.is_tagged and headings and not marks:
            yield f"{headings} headings, no bookmark"

    assert list(on_all(prints, look)) == []
