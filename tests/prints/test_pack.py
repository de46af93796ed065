"""``karpear pack``: one file, numbered through, with the help numbers whatever is asked for."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from karpear.cli import main
from karpear.commands.pack import LANGUAGES
from karpear.model import Language
from karpear.prints import weasy
from karpear.prints.jobs import Shop
from karpear.prints.pack import PACK_FORMS, choose_pages, make_pack, pack_document, pages_of
from karpear.prints.partner import Partner
from karpear.project import Project
from tests.prints.conftest import bare, run

PAGES = ("parents/6-9", "help/threatened")
LOGO = Partner(
    line="Partner",
    contact="Street 1",
    logo="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA5IDkiPjxwYXRoIGQ9Ik0wIDBoOXY5SDB6Ii8+PC9zdmc+",
)


@pytest.fixture(scope="module")
def pack(shop: Shop, project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    weasy.use_own_fonts(project.work / "print-fonts")
    file = tmp_path_factory.mktemp("pack") / "pack.pdf"
    file.write_bytes(make_pack(shop, PAGES, (Language.KM, Language.EN), "a4", partner=LOGO))
    return file


def test_pages_are_numbered_through(pack: Path) -> None:
    with pikepdf.open(pack) as pdf:
        count = len(pdf.pages)
    for number in range(1, count + 1):
        text = run("pdftotext", "-raw", "-f", str(number), "-l", str(number), str(pack), "-")
        khmer = "".join(chr(0x17E0 + int(d)) if d.isdigit() else d for d in f"{number}/{count}")
        assert khmer in bare(text), number


def test_help_numbers_stand_on_every_page(pack: Path) -> None:
    with pikepdf.open(pack) as pdf:
        count = len(pdf.pages)
    for number in range(1, count + 1):
        text = bare(run("pdftotext", "-raw", "-f", str(number), "-l", str(number), str(pack), "-"))
        assert all(wanted in text for wanted in ("1280", "092311511", "117")), number


def test_bookmarks_and_contents_lead_to_every_page(pack: Path, shop: Shop) -> None:
    titles = {
        page.title for lang in Language for i in PAGES if (page := shop.library.page(i, lang))
    }
    with pikepdf.open(pack) as pdf, pdf.open_outline() as outline:
        assert len(outline.root) == 1 + len(titles)
    first = bare(run("pdftotext", "-raw", "-l", "1", str(pack), "-"))
    assert all(bare(title) in first for title in titles)


def test_a_pack_is_accessible_and_repeatable(pack: Path, shop: Shop) -> None:
    tool = str(Path(sys.executable).with_name("outloud"))
    assert "0 error(s)" in run(tool, "--no-info", str(pack))
    again = make_pack(shop, PAGES, (Language.KM, Language.EN), "a4", partner=LOGO)
    assert again == pack.read_bytes()


def links_within(pdf: pikepdf.Pdf) -> set[str]:
    """The names of places in the document that its first page links to."""
    found = [annotation for annotation in pdf.pages[0].Annots if annotation.Subtype == "/Link"]
    return {str(annotation.Dest) for annotation in found if "/Dest" in annotation}


def test_contents_lead_within_the_file(pack: Path) -> None:
    with pikepdf.open(pack) as pdf:
        assert links_within(pdf) == {f"part-{number}" for number in range(1, 5)}


@pytest.mark.parametrize("variant", sorted(PACK_FORMS))
@pytest.mark.parametrize("languages", LANGUAGES.values(), ids=list(LANGUAGES))
def test_nothing_chosen_is_left_out(
    shop: Shop, languages: tuple[Language, ...], variant: str
) -> None:
    """Side by side a module is one part, whatever the language; all else is one for each."""
    form = PACK_FORMS[variant]
    pages = pages_of(shop.library, PAGES, languages, form)
    parts = [(page.id, page.lang) for page in pages]
    modules = [Language.KM] if variant == "bilingual" else languages
    assert parts == [
        *(("parents/6-9", lang) for lang in modules),
        *(("help/threatened", lang) for lang in languages),
    ]
    html = pack_document(shop, pages, languages[0], form, "", Partner())
    assert len(re.findall('<section class="packed"', html)) == len(parts)
    assert ("pair pair-h2" in html) is (variant == "bilingual")


def test_modules_side_by_side_can_be_made_for_english_readers(
    shop: Shop, project: Project, tmp_path: Path
) -> None:
    weasy.use_own_fonts(project.work / "print-fonts")
    file = tmp_path / "pack.pdf"
    file.write_bytes(make_pack(shop, ["parents/6-9"], (Language.EN,), "bilingual"))
    text = bare(run("pdftotext", "-raw", str(file), "-"))
    for lang in Language:
        page = shop.library.page("parents/6-9", lang)
        assert page is not None
        assert bare(page.summary) in text


def test_pages_that_no_language_has_are_told(shop: Shop) -> None:
    without = tuple(page for page in shop.library.pages if page.lang is Language.KM)
    half = replace(shop, library=replace(shop.library, pages=without))
    with pytest.raises(weasy.PrintFailed, match="help/threatened is there in en"):
        make_pack(half, ["help/threatened"], (Language.EN,), "a4")


@pytest.mark.parametrize("variant", sorted(PACK_FORMS))
def test_every_variant_carries_the_help_box_and_our_name(shop: Shop, variant: str) -> None:
    pages = [p for i in PAGES if (p := shop.library.page(i, Language.KM))]
    html = pack_document(shop, pages, Language.KM, PACK_FORMS[variant], "", LOGO)
    cover = html[: html.index('class="packed"')]
    assert (
        cover.index('class="check"') < cover.index('class="aid"') < cover.index('class="partner"')
    )
    assert "1280" in cover
    assert not re.search(r"\.partner[^}]*(position|z-index|:[^;]* -)", html)


def test_pages_are_chosen_by_audience_band_and_topic(shop: Shop) -> None:
    library = shop.library
    assert len(choose_pages(library, audiences=["parents"])) == 5
    assert len(choose_pages(library, bands=["6-9"])) == 3
    chosen = choose_pages(library, ["parents"], ["10-12", "6-9"], ["grooming", "meet", "contact"])
    assert chosen == (
        *("parents/6-9", "parents/10-12", "topics/grooming", "help/meet", "risks/contact"),
    )
    unknown: list[dict[str, list[str]]] = [
        {"topics": ["nothing"]},
        {"pages": ["glossary"]},
        {"bands": ["6-99"], "topics": ["grooming"]},
    ]
    for wrong in unknown:
        with pytest.raises(KeyError):
            choose_pages(library, **wrong)


def test_standing_packs_can_be_made(shop: Shop, project: Project) -> None:
    """Drawn in their own variant, with every part in the bookmarks below the cover."""
    weasy.use_own_fonts(project.work / "print-fonts")
    for pack in shop.library.packs:
        chosen = choose_pages(shop.library, pages=pack.pages)
        assert chosen == pack.pages
        data = make_pack(shop, chosen, (Language.KM,), pack.variant, title=pack.title.km)
        with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
            assert outline.root[0].title == pack.title.km
            assert len(outline.root) == 1 + len(chosen), pack.id


def test_the_command_refuses_what_it_cannot_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "out.pdf")
    wrong = [
        ["-o", str(tmp_path / "out.txt"), "--topic", "grooming"],
        ["-o", str(tmp_path / "no" / "out.pdf"), "--topic", "grooming"],
        ["-o", target],
        ["-o", target, "--topic", "nothing"],
        ["-o", target, "--topic", "grooming", "--band", "6-99"],
        ["-o", target, "--name", "nothing"],
        ["-o", target, "--topic", "grooming", "--contact", "x" * 200],
        ["-o", target, "--topic", "grooming", "--logo", str(tmp_path / "none.png")],
    ]
    for options in wrong:
        assert main(["pack", "--work", str(tmp_path / "work"), *options]) == 2, options
        assert capsys.readouterr().err.startswith("karpear: ")
    assert not Path(target).exists()
