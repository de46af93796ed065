"""Copies where something they need is not there."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import check

from karpear.build import skipped_editions
from karpear.choices import PrintFile, PrintItem, PrintShelf
from karpear.copies import Source, make_copies
from karpear.copies.lite import lite_view
from karpear.copies.rewrite import without_prints
from karpear.copies.styles import style_for
from karpear.copies.zimwords import spellings, windows, without_marks
from karpear.editions import EDITIONS
from karpear.model import Language
from karpear.pages.view import make_view
from karpear.rendering.templates import environment


def test_without_libzim_the_rest_is_built_and_says_so(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(skipped_editions(())) == []
    monkeypatch.setitem(sys.modules, "libzim.writer", None)
    (found,) = skipped_editions(())
    assert (found.code, str(found.severity)) == ("B406", "warning")
    assert "zim" in found.message
    assert list(skipped_editions(("zim",))) == [found]
    assert list(skipped_editions(tuple(EDITIONS))) == []
    library = check(content).library
    source = Source(library=library, site=tmp_path, site_url="https://karpear.example/", epoch=0)
    assert make_copies(source, ("zim",)) == ()


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("ឪពុកម្តាយ", "ឪពុកម្ដាយ"),
        ("ឪពុកម្ដាយ", "ឪពុកម្តាយ"),
        ("ស្ត្រី", "ស្រ្តី"),
        ("ឱ្យ", "ឲ្យ"),
        ("ឱ្យ", "អោយ"),
        ("13", "១៣"),
        ("១៣", "13"),
        ("Facebook", "facebook"),
    ],
)
def test_other_spellings_are_indexed_too(text: str, typed: str) -> None:
    """As Kiwix reads a question: without marks."""
    assert without_marks(typed) in spellings(text)


def test_what_the_index_would_drop_is_not_given_to_it() -> None:
    """Xapian leaves out words of more than 64 bytes, and a Khmer letter has three."""
    assert spellings("ក" * 21) == ("ក" * 21,)
    assert spellings("ក" * 22) == ()
    assert spellings("\u17d2") == ()


def test_neighbours_stand_in_one_piece_with_and_without_what_says_nothing() -> None:
    found = set(windows("គំរាមនិងបង្ហោះរូប។ លុយ", ["និង"]))
    for typed in ("គំរាមបង្ហោះរូប", "បង្ហោះរូប", "និងបង្ហោះ", "គំរាមនិង"):
        assert without_marks(typed) in found
    assert not [form for form in found if "លយ" in form]


def test_a_copy_lists_no_files_that_it_does_not_hold(content: Path) -> None:
    """The PDF files stay on the website: without them their names and sizes were text to tap on."""
    file = PrintFile(href="x.pdf", title="A5 booklet", note="4 pages, 9 kB")
    item = PrintItem(title="Ages 6-9", picture="", files=(file,))
    shelves = [PrintShelf(id=name, title=name, items=(item,)) for name in ("parents", "teachers")]
    names = {"ui": lambda key: key, "pictogram": lambda name: name}
    made: Any = environment().get_template("components/prints.html.jinja").make_module(names)
    listed = f"<p>one</p>{made.prints((file,))}<p>two</p>{made.shelves(shelves)}<p>three</p>"
    assert "A5 booklet" in listed
    found = without_prints(listed, "no files & none")
    assert found == "<p>one</p><p>two</p><p>no files &amp; none</p>\n<p>three</p>"
    library = check(content).library
    page = library.page("parents/10-12", Language.KM)
    assert page
    assert lite_view(replace(make_view(library, page), prints=(file,))).prints == ()


def test_a_single_file_has_the_rules_it_can_use_and_no_more() -> None:
    """Element, class and id have to be there, and a value has to be asked for."""
    css = """:root{--ink:#000;--gone:#111;--c:var(--ink)}
      html{color:var(--c)} .k-a dl>dt,.k-a p:not(.k-no){margin:0} table td{padding:0}
      [open]>summary::before{top:0} :where(main) a{top:1px} .k-b{color:var(--gone)}
      p:nth-child(2){left:0} h1:lang(en),h2:lang(en){left:1px} p:hover{top:2px}
      @media (min-width:1em){ #x p{right:0} #y p{right:1px} }"""
    html = '<main id="x"><h1>1</h1><p class="k-a"><a href="#x">2</a></p></main>'
    assert style_for(css, html) == (
        ":root{--ink:#000;--c:var(--ink)}html{color:var(--c)}.k-a p:not(.k-no){margin:0}"
        ":where(main) a{top:1px}p:nth-child(2){left:0}h1:lang(en){left:1px}"
        "@media (min-width:1em){#x p{right:0}}"
    )
