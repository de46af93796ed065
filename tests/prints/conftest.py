"""Every print of the real content, made once for the whole session in a folder of its own."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from karpear.khmer import to_khmer
from karpear.load import read_library
from karpear.model import Artifact, Library
from karpear.prints.impose import booklet_order
from karpear.prints.jobs import Job, Shop
from karpear.prints.kinds import all_jobs
from karpear.prints.repair import count_pages
from karpear.prints.workshop import make_prints, open_shop
from karpear.project import Project, today

ROOT = Path(__file__).parent.parent.parent
SITE_URL = "https://karpear.example/"
HALF = 297 / 2 * 72 / 25.4  # points
BLOCKS = "h1, h2, h3, p, li, td, th, .block"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here reads all prints, which take minutes to make."""
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.slow)


def bare(text: str) -> str:
    """Text without white space and signs that nobody sees."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\x02\ufffe]", "-", text)  # how pdfium marks a hyphen at the end of a line
    return re.sub(r"[\s\u200b\u2060\u00ad\ufeff]", "", text)


def pdfium_pages(file: Path) -> list[str]:
    """The text of each page as the reader inside Chromium gives it back."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@dataclass(frozen=True, kw_only=True)
class Print:
    """One finished file, the document it was drawn from, and what foreign readers see in it."""

    artifact: Artifact
    job: Job
    shop: Shop

    @property
    def file(self) -> Path:
        return self.artifact.source

    @property
    def is_tagged(self) -> bool:
        return not self.artifact.variant.endswith("-booklet")

    @cached_property
    def html(self) -> str:
        return self.job.make(self.shop)

    @cached_property
    def blocks(self) -> list[str]:
        """The text of each smallest block of the document, without what only layout repeats."""
        tree = LexborHTMLParser(self.html)
        tree.strip_tags(["svg"])
        body = tree.body
        assert body is not None
        found = [n for n in body.css(BLOCKS) if not n.css_matches(".foot *")]
        leaves = [n for n in found if not any(m.mem_id != n.mem_id for m in n.css(BLOCKS))]
        return [text for node in leaves if (text := bare(node.text()))]

    @cached_property
    def feet(self) -> list[str]:
        """What stands between two halves of a text that goes on: the foot, the title above."""
        cells = LexborHTMLParser(self.html).css(".foot td")
        above = re.search(r'data-running="([^"]*)"', self.html)
        texts = [bare(cell.text()) for cell in cells] + [bare(unescape(above[1])) if above else ""]
        return [text for text in texts if text]

    @cached_property
    def raw(self) -> str:
        """What pdftotext gives back, without the feet."""
        return self._joined(self.raw_pages)

    @cached_property
    def raw_pages(self) -> list[str]:
        """What pdftotext gives back of each page, in the order in which they are read."""
        if self.is_tagged:
            return run("pdftotext", "-raw", str(self.file), "-").split("\f")[:-1]
        return self._in_order([self._raw_half(n) for n in self._halves()])

    def _halves(self) -> list[tuple[int, int]]:
        """Side and half of each place on an imposed sheet."""
        return [(side, half) for side in range(self.artifact.pages) for half in (0, 1)]

    def _raw_half(self, place: tuple[int, int]) -> str:
        page, left = str(place[0] + 1), str(round(place[1] * HALF))
        area = ("-x", left, "-y", "0", "-W", str(round(HALF)), "-H", "596")
        return run("pdftotext", "-raw", "-f", page, "-l", page, *area, str(self.file), "-")

    def _in_order(self, texts: list[str]) -> list[str]:
        """The halves as they follow each other in the folded booklet, whose tagged twin lies
        beside it and has as many pages."""
        count = count_pages(self.file.with_suffix("").with_suffix(".pdf").read_bytes())
        order = [number for side in booklet_order(count) for number in side]
        pages = {n: text for n, text in zip(order, texts, strict=True) if n is not None}
        return [pages[number] for number in range(count)]

    @cached_property
    def pdfium(self) -> str:
        """What the reader inside Chromium gives back, without the feet."""
        sheets = self.pdfium_pages
        return self._joined(sheets if self.is_tagged else self._folded(sheets))

    @cached_property
    def pdfium_pages(self) -> list[str]:
        """What the reader inside Chromium gives back of each page; of an imposed file, each side."""
        return pdfium_pages(self.file)

    def _folded(self, sheets: list[str]) -> list[str]:
        """The pages of the tagged twin that the imposed sheets give back whole, in their order: a
        sentence that goes on overleaf stands on another sheet."""
        pages = pdfium_pages(self.file.with_suffix("").with_suffix(".pdf"))
        whole = [bare(sheet) for sheet in sheets]
        return [page for page in pages if any(bare(page) in sheet for sheet in whole)]

    def _joined(self, pages: list[str]) -> str:
        pages = [page for page in pages if page.strip()]
        return "".join(
            self._without_foot(bare(page), f"{number}/{len(pages)}")
            for number, page in enumerate(pages, 1)
        )

    def _without_foot(self, page: str, number: str) -> str:
        for piece in (*self.feet, number, to_khmer(number)):
            page = page.replace(piece, "", 1)
        return page


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(ROOT / "content", today()).library


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """``KARPEAR_TEST_WORK`` names a folder that stays, for those who work on prints."""
    kept = os.environ.get("KARPEAR_TEST_WORK")
    work = Path(kept) if kept else tmp_path_factory.mktemp("prints")
    return Project(
        root=ROOT,
        content=ROOT / "content",
        work=work,
        output=work.with_name(f"{work.name}-published"),
    )


@pytest.fixture(scope="session")
def shop(project: Project, library: Library) -> Shop:
    return open_shop(project, library, SITE_URL)


@pytest.fixture(scope="session")
def prints(project: Project, library: Library, shop: Shop) -> list[Print]:
    made = make_prints(project, library, SITE_URL)
    jobs = {job.path: job for job in all_jobs(library)}
    found = [
        Print(artifact=a, job=jobs[a.path.replace("-booklet.pdf", ".pdf")], shop=shop) for a in made
    ]
    assert {p.artifact.path for p in found} >= set(jobs)
    return found


def on_all(prints: list[Print], look: object) -> Iterator[str]:
    """Faults of every print, two at a time; ``look`` yields words, the path goes before them."""
    assert callable(look)
    with ThreadPoolExecutor(2) as pool:
        for one, faults in zip(prints, pool.map(lambda p: list(look(p)), prints), strict=True):
            yield from (f"{one.artifact.path}: {fault}" for fault in faults)
