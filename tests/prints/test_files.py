"""The files themselves: accessible, complete, of the right size, the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf

from karpear.prints.workshop import make_prints
from karpear.project import Project
from tests.prints.conftest import SITE_URL, Print, on_all, run

POINTS = 72 / 25.4


def test_tagged_files_have_no_error_of_pdf_ua(prints: list[Print]) -> None:
    """Many files a call: the tool takes longer to start than to look."""
    tool = Path(sys.executable).with_name("outloud")
    tagged = [one for one in prints if one.is_tagged]
    parts = [tagged[at : at + 20] for at in range(0, len(tagged), 20)]

    def look(part: list[Print]) -> str:
        command = [tool, "--quiet", *(str(one.file) for one in part)]
        return subprocess.run(command, capture_output=True, text=True).stdout

    with ThreadPoolExecutor(2) as pool:
        lines = "".join(pool.map(look, parts)).splitlines()
    clean = [line for line in lines if ": 0 error(s), " in line]
    missing = [p for p in tagged if not any(p.file.name in line for line in clean)]
    assert [one.artifact.path for one in missing] == []


def test_fonts_are_embedded_and_subset(prints: list[Print]) -> None:
    def look(one: Print) -> Iterator[str]:
        rows = run("pdffonts", str(one.file)).splitlines()[2:]
        if not rows:
            yield "no font at all"
        for row in rows:
            if re.split(r"\s+", row.strip())[-5:-2] != ["yes", "yes", "yes"]:
                yield row

    assert list(on_all(prints, look)) == []


def test_a_font_of_the_system_is_refused() -> None:
    """As it was drawn where fontconfig could not read our file, with no word on any page of it."""
    draw = (
        "from karpear.prints.weasy import make_pdf;"
        "make_pdf('<html lang=en><title>a</title><p>word', (10,), 0, 0)"
    )
    env = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    done = subprocess.run([sys.executable, "-c", draw], capture_output=True, text=True, env=env)
    assert re.search("PrintFailed: the font .+ is not ours", done.stderr), done.stderr


def test_no_word_stands_outside_its_page(prints: list[Print]) -> None:
    def look(one: Print) -> Iterator[str]:
        width = height = 0.0
        for line in run("pdftotext", "-bbox", str(one.file), "-").splitlines():
            found = [float(n) for n in re.findall(r'(?:width|height|[xy]M\w+)="([-\d.]+)"', line)]
            if "<page" in line:
                width, height = found
            elif "<word" in line:
                left, top, right, bottom = found
                if min(left, top) < 0 or right > width or bottom > height:
                    yield line.strip()

    assert list(on_all(prints, look)) == []


def test_sheets_have_their_exact_size(prints: list[Print]) -> None:
    def look(one: Print) -> Iterator[str]:
        form = one.job.form
        wanted = (form.width, form.height) if one.is_tagged else (297, 210)
        with pikepdf.open(one.file) as pdf:
            if len(pdf.pages) != one.artifact.pages:
                yield f"{len(pdf.pages)} pages, {one.artifact.pages} told"
            if form.pages and one.is_tagged and len(pdf.pages) > form.pages:
                yield f"{len(pdf.pages)} pages, {form.pages} allowed"
            for page in pdf.pages:
                box = [float(n) for n in page.mediabox]
                size = (box[2] - box[0], box[3] - box[1])
                for got, want in zip(size, wanted, strict=True):
                    if abs(got - want * POINTS) > 0.02:
                        yield f"{got / POINTS:.2f} mm, not {want}"

    assert list(on_all(prints, look)) == []


def test_modules_have_two_to_four_pages(prints: list[Print]) -> None:
    counts = {p.artifact.path: p.artifact.pages for p in prints if p.job.form.variant == "a4"}
    modules = {
        p.artifact.path
        for p in prints
        if p.job.form.variant == "a4" and p.job.shelf in ("parents", "teachers", "children")
    }
    assert len(modules) == 30
    assert {path: counts[path] for path in modules if not 2 <= counts[path] <= 4} == {}


def test_a_second_making_gives_the_same_bytes(
    prints: list[Print], project: Project, tmp_path: Path
) -> None:
    """One of each kind and variant, in another folder and another process, in another order."""
    chosen = {(p.job.shelf, p.job.form.variant): p.job for p in prints}
    again = Project(root=project.root, content=project.content, work=tmp_path, output=tmp_path)
    made = make_prints(again, prints[0].shop.library, SITE_URL, list(chosen.values())[::-1])
    before = {p.artifact.path: p.artifact.sha256 for p in prints}
    assert made
    assert {a.path: a.sha256 for a in made} == {a.path: before[a.path] for a in made}


def test_nothing_is_made_twice(prints: list[Print], project: Project, monkeypatch: object) -> None:
    times = {p.file: p.file.stat().st_mtime_ns for p in prints}
    make_prints(project, prints[0].shop.library, SITE_URL)
    assert {file: file.stat().st_mtime_ns for file in times} == times
