"""Pieces of printing that need no engine: imposition, words on paper, progress, missing libraries."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import AS_OF, ROOT

from karpear import build, khmer
from karpear.load import read_library
from karpear.model import Language
from karpear.needs import NEEDS
from karpear.prints.drawings import read_drawings
from karpear.prints.impose import booklet_order
from karpear.prints.paper import on_paper, with_line_breaks
from karpear.prints.progress import Progress
from karpear.prints.render import as_sentence, in_sentences
from karpear.prints.weasy import PrintFailed
from karpear.project import Project


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (4, [(3, 0), (1, 2)]),
        (8, [(7, 0), (1, 6), (5, 2), (3, 4)]),
        (7, [(6, 0), (1, None), (5, 2), (3, 4)]),
        (5, [(4, 0), (1, None), (None, 2), (3, None)]),
        (1, [(0, None), (None, None)]),
    ],
)
def test_a_booklet_reads_in_order_when_folded(
    pages: int, sides: list[tuple[int | None, int | None]]
) -> None:
    found = booklet_order(pages)
    assert sorted(p for side in found for p in side if p is not None) == list(range(pages))
    assert found == sides


NOTHING = ("libnothing-of-this-name.so.9",)


def test_links_say_where_they_lead() -> None:
    base, short = "https://karpear.example/parents/6-9/", {"https://karpear.example/help/": "k/ab"}
    html = (
        '<a class="k-term-link" href="../x">word</a> <a href="../../help/#urgent">steps</a> '
        '<a class="k-line" href="tel:1280">line <span class="k-number">1280</span></a> '
        '<a class="k-line" href="https://www.stopncii.org/" rel="noreferrer">StopNCII</a>'
    )
    found = on_paper(html, base, short)
    assert found.startswith("word <a")
    assert 'href="https://karpear.example/help/#urgent">steps</a>' in found
    assert '<span class="short-place">(k/ab)</span>' in found
    assert '<strong class="line">line <span class="k-number">1280</span></strong>' in found
    assert 'StopNCII <span class="address" lang="en">(stopncii.org)</span>' in found


def test_lines_break_in_words_and_nowhere_else() -> None:
    html = "<title>ការពារកុមារ</title><style>a{b:c}</style><p title='ការពារកុមារ'>ការពារកុមារ</p>"
    found = with_line_breaks(html)
    assert found == html.replace(">ការពារកុមារ</p>", ">ការពារ\u200bកុមារ</p>")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>កុំប្រាប់កុមារទេ។</p>", "<p>កុំប្រាប់|កុមារទេ។</p>"),
        ("<p>កុំប្រាប់កុមារទេ</p>", "<p>កុំប្រាប់|កុមារទេ</p>"),
        ("<p>ស្គាល់ឬមិនស្គាល់កុមារ</p>", "<p>ស្គាល់|ឬ|មិនស្គាល់|កុមារ</p>"),
        ("<p>ប្រាប់កុមារបាន?</p>", "<p>ប្រាប់|កុមារបាន?</p>"),
        ("<p>ប្រាប់កុមារ។</p>", "<p>ប្រាប់|កុមារ។</p>"),
    ],
)
def test_no_last_word_stands_alone_and_no_negation_is_parted(text: str, wanted: str) -> None:
    assert with_line_breaks(text) == wanted.replace("|", "\u200b")


def test_posters_break_between_sentences() -> None:
    span = '<span class="sentence">{}</span>'
    found = in_sentences("Talk <early>. It helps.")
    assert found == span.format("Talk &lt;early&gt;.") + " " + span.format("It helps.")
    assert in_sentences("ហៅបាន។ បាន?") == span.format("ហៅបាន។") + " " + span.format("បាន?")


def test_a_note_can_follow_a_sentence() -> None:
    assert as_sentence("not yet re-checked by us", "en") == "Not yet re-checked by us."
    assert as_sentence("មិនទាន់ទេ", "km") == "មិនទាន់ទេ។"


def test_every_pictogram_of_the_templates_is_drawn() -> None:
    import re

    drawn = read_drawings(ROOT)
    text = "".join(p.read_text("utf-8") for p in (ROOT / "src").rglob("print/*.jinja"))
    assert set(re.findall(r'sign\("([a-z0-9-]+)"\)', text)) <= set(drawn)
    library = read_library(ROOT / "content", AS_OF).library
    assert {heading.picture for heading in library.agreement} <= set(drawn)
    assert len(library.agreement) == 6


def test_words_of_editions_are_well_formed_khmer() -> None:
    library = read_library(ROOT / "content", AS_OF).library
    texts = [text.km for text in library.ui.values()]
    for heading in library.agreement:
        texts += [heading.title.km]
        texts += [t.km for row in heading.rows for t in (row.adults, row.child)]
    texts += [pack.title[Language.KM] for pack in library.packs]
    assert [(t, list(khmer.check(t))) for t in texts if list(khmer.check(t))] == []


def test_progress_is_a_bar_on_a_terminal_and_lines_elsewhere() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for out, wanted in ((Terminal(), "\r"), (io.StringIO(), "2/2 prints, 0:00\n")):
        progress = Progress(2, out=out)
        progress.step()
        progress.step()
        assert wanted in out.getvalue()
        assert out.getvalue().endswith("\n")


def test_without_the_libraries_the_site_is_built_and_the_line_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NEEDS, "prints", replace(NEEDS["prints"], libraries=NOTHING))
    monkeypatch.setitem(NEEDS, "share", replace(NEEDS["share"], libraries=NOTHING))
    library = read_library(ROOT / "content", AS_OF).library
    project = Project(root=ROOT, content=ROOT / "content", work=tmp_path, output=tmp_path / "site")
    assert build.with_prints(project, library, "https://karpear.example/", ()) == (library, ())
    (skipped,) = build.skipped_editions(())
    assert (skipped.code, str(skipped.severity)) == ("B403", "warning")
    assert "prints, share" in skipped.message
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for need in NEEDS.values():
        assert " ".join(need.packages) in skipped.mend
        assert " ".join(need.packages) in makefile  # `make site` installs what the line names
    assert list(build.skipped_editions(("epub",))) == []


def test_a_print_that_fails_stops_the_build_and_names_itself_and_its_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PrintFailed("page 2: a line", "poster-help-km-a4-poster.pdf", "content/km/help.md")

    monkeypatch.setattr(build, "make_prints", fail)
    library = read_library(ROOT / "content", AS_OF).library
    project = Project(root=ROOT, content=ROOT / "content", work=tmp_path, output=tmp_path / "site")
    (found,) = build.make_site(project, library, ("prints",))
    assert (found.code, str(found.severity), found.path) == ("B402", "error", "content/km/help.md")
    told = "the print poster-help-km-a4-poster.pdf could not be made: page 2: a line"
    assert found.message == told
