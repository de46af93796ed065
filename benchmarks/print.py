"""Printing a module: our PDF beside headless Chromium's print-to-PDF of the same page, in one run.

Both engines stay warm and take turns page by page. Prints seconds of wall and processor time, the
most memory that the engine's processes held together, size, pages, and how much of the text comes
back by ``pdftotext -raw`` in pieces of 25 characters (of our document: what the page itself does
not print, such as short addresses beside links, counts as lost for the browser). Asserts nothing.
Run: ``make bench`` or ``.venv/bin/python benchmarks/print.py [--lang km] [--only parents/6-9]``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import unicodedata
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright
from selectolax.lexbor import LexborHTMLParser

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.build import ROOT
from benchmarks.page import served
from karpear.build import make_site
from karpear.editions import EDITIONS
from karpear.load import read_library
from karpear.model import Kind, Language, Page
from karpear.prints import forms, weasy
from karpear.prints.jobs import Job, Shop
from karpear.prints.pages import page_job
from karpear.prints.press import Order, press
from karpear.prints.repair import count_pages
from karpear.prints.workshop import open_shop, order_of
from karpear.project import Project, today

TICK = 0.02
LENGTH = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One page by one engine."""

    seconds: float
    busy: float
    megabytes: float
    data: bytes
    text: float


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    below = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout
    return [pid, *(p for child in below.split() for p in tree(int(child)))]


def memory_of(pids: list[int]) -> float:
    """Megabytes of the processes' own share (PSS where the system tells it, else RSS)."""
    total = 0
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(next(n for n in re.findall(r"^Pss: +(\d+)", text, re.MULTILINE)))
        except (OSError, StopIteration):
            continue
    return total / 1024


def busy_of(pids: list[int]) -> float:
    """Seconds of processor time that the processes have used."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(pid: int, make: Callable[[], bytes], expected: list[str]) -> Measured:
    """Run ``make`` while watching the processes of its engine."""
    peak, stop = [0.0], threading.Event()

    def watch() -> None:
        while not stop.wait(TICK):
            peak[0] = max(peak[0], memory_of(tree(pid)))

    busy, began = busy_of(tree(pid)), time.perf_counter()
    watcher = threading.Thread(target=watch)
    watcher.start()
    data = make()
    seconds = time.perf_counter() - began
    stop.set()
    watcher.join()
    spent = busy_of(tree(pid)) - busy
    return Measured(
        seconds=seconds, busy=spent, megabytes=peak[0], data=data, text=share(data, expected)
    )


def bare(text: str) -> str:
    return re.sub(r"[\s\u200b\u2060]", "", unicodedata.normalize("NFC", text))


def pieces(html: str) -> list[str]:
    """Paragraphs of a document in pieces of 25 characters."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(["sup", "svg"])  # notes stand on our paper only
    found = tree.css("main p, main li")
    leaves = [n for n in found if not any(m.mem_id != n.mem_id for m in n.css("p, li"))]
    texts = [bare(node.text()) for node in leaves]
    return [t[at : at + LENGTH] for t in texts for at in range(0, len(t) - LENGTH + 1, LENGTH)]


def share(data: bytes, expected: list[str]) -> float:
    """The share of pieces that pdftotext gives back."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        said = subprocess.run(["pdftotext", "-raw", file.name, "-"], capture_output=True)
    text = bare(said.stdout.decode())
    return sum(piece in text for piece in expected) / max(len(expected), 1)


def draw(order: Order) -> bytes:
    """In the worker: make the files of an order and give the PDF."""
    return press(order).file.read_bytes()


def compare(
    shop: Shop, pages: list[Page], work: Path, url: str
) -> dict[str, list[tuple[str, Measured]]]:
    """Both engines on each page, by turns, after one page each to warm them."""
    rows: dict[str, list[tuple[str, Measured]]] = {"karpear": [], "chromium": []}
    context = multiprocessing.get_context("spawn")
    weasy.use_own_fonts(work / "fonts")
    with (
        ProcessPoolExecutor(1, context, weasy.use_own_fonts, (work / "fonts",)) as pool,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        tab = chromium.new_page()
        ours_pid = pool.submit(os.getpid).result()
        theirs_pid = chromium_pid()
        for number, page in enumerate([pages[0], *pages]):
            job: Job = page_job(shop.library, page, forms.A4)
            folder = work / f"turn-{number}"
            folder.mkdir()
            order = order_of(shop, job, folder)
            expected = pieces(order.html)
            one = measure(ours_pid, lambda o=order: pool.submit(draw, o).result(), expected)  # type: ignore[misc]
            tab.goto(url + page.url[1:])
            other = measure(
                theirs_pid, lambda: tab.pdf(prefer_css_page_size=True, tagged=True), expected
            )
            if number:
                rows["karpear"].append((page.id, one))
                rows["chromium"].append((page.id, other))
        chromium.close()
    return rows


def chromium_pid() -> int:
    """The browser's first process below ours."""
    for pid in tree(os.getpid())[1:]:
        try:
            command = Path(f"/proc/{pid}/cmdline").read_text()
        except OSError:
            continue
        if "chrom" in command and "--type=" not in command and "--headless" in command:
            return pid
    raise LookupError("Chromium is not running")


def tell(rows: dict[str, list[tuple[str, Measured]]]) -> None:
    print(f"{'page':18} {'engine':9} {'s':>6} {'cpu s':>6} {'MiB':>6} {'kB':>6} pages   text")
    for pair in zip(rows["karpear"], rows["chromium"], strict=True):
        for engine, (page, m) in zip(rows, pair, strict=True):
            size, count = len(m.data) / 1000, count_pages(m.data)
            print(
                f"{page:18} {engine:9} {m.seconds:6.2f} {m.busy:6.2f} {m.megabytes:6.0f} "
                f"{size:6.0f} {count:5} {m.text:6.1%}"
            )
    for engine, found in rows.items():
        values = [m for _, m in found]
        print(
            f"median {engine}: {statistics.median(m.seconds for m in values):.2f} s, "
            f"{statistics.median(m.busy for m in values):.2f} s of processor, "
            f"{statistics.median(m.megabytes for m in values):.0f} MiB, "
            f"{statistics.median(len(m.data) for m in values) / 1000:.0f} kB, "
            f"text {statistics.median(m.text for m in values):.1%}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--lang", choices=("km", "en"), default="km")
    parser.add_argument("--only", action="append", metavar="PAGE", help="ids of modules")
    options = parser.parse_args()
    library = read_library(ROOT / "content", today()).library
    pages = [p for p in library.in_language(Language(options.lang)) if p.kind is Kind.MODULE]
    pages = [p for p in pages if not options.only or p.id in options.only]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        project = Project(root=ROOT, content=ROOT / "content", work=work, output=work / "out")
        found = make_site(project, library, tuple(e for e in EDITIONS if e != "prints"))
        assert not found, found
        with served(project.built) as url:
            shop = open_shop(project, library, "https://karpear.example/")
            tell(compare(shop, pages, work, url))


if __name__ == "__main__":
    main()
