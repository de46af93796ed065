"""Our whole build beside plain ``mkdocs build`` with stock Material and static-i18n.

Same staged pages, same run. Prints processor times, ratios and peak memory; asserts nothing.
Run: ``make bench`` or ``.venv/bin/python benchmarks/build.py [--pages 1000]``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from karpear.editions import EDITIONS

ROOT = Path(__file__).parent.parent
STOCK = """site_name: Stock
site_url: https://karpear.example/
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, language: en, font: false}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: en, name: English, default: true, build: true}}
        - {{locale: km, name: Khmer, build: true, theme: {{language: en}}}}
"""


def timed(command: list[str], runs: int) -> tuple[float, int]:
    """Least processor time in seconds of some runs, and peak memory of the command in MiB.

    Processor time, because a busy machine stretches wall time of the one and not of the other.
    """
    times, peaks = [], []
    for _ in range(runs):
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
            _pid, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            if process.returncode:
                sys.exit(f"{command[:4]} failed:\n{output.read()[-2000:].decode()}")
        times.append(used.ru_utime + used.ru_stime)
        peaks.append(used.ru_maxrss // 1024)
    return min(times), max(peaks)


def ours(content: Path, folder: Path, runs: int) -> tuple[float, int]:
    """The whole of ``karpear build`` without paper (benchmarks/print.py): read, check, stage,
    build, crawl, publish."""
    website = ",".join(name for name in EDITIONS if name != "prints")
    places = ["--content", content, "--work", folder / "build", "--output", folder / "site"]
    command = [sys.executable, "-m", "karpear", "build", "--only", website, *map(str, places)]
    return timed(command, runs)


def stock(pages: Path, folder: Path, runs: int) -> tuple[float, int]:
    """Plain MkDocs with stock Material and the same i18n plug-in on the same staged pages."""
    config = folder / "stock.yml"
    config.write_text(STOCK.format(docs=pages, site=folder / "stock-site"), "utf-8")
    return timed([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)], runs)


def grow(content: Path, pages: int) -> None:
    """Copies of the parents' module under ``topics/copy-N`` until a language has ``pages``."""
    have = len(list((content / "en").rglob("*.md")))
    for lang in ("km", "en"):
        text = (content / lang / "topics/grooming.md").read_text("utf-8")
        for number in range(pages - have):
            (content / lang / f"topics/copy-{number}.md").write_text(text, "utf-8")


def measure(pages: int | None, runs: int) -> dict[str, float]:
    """Times at the present size, or at ``pages`` a language."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content"
        shutil.copytree(ROOT / "content", content)
        if pages:
            grow(content, pages)
        count = len(list((content / "en").rglob("*.md")))
        our_time, our_memory = ours(content, folder, runs)
        stock_time, stock_memory = stock(folder / "build/pages", folder, runs)
    return {
        "pages": count,
        "ours": our_time,
        "ours_mib": our_memory,
        "stock": stock_time,
        "stock_mib": stock_memory,
    }


def line(found: dict[str, float]) -> str:
    """One row for a person."""
    pages, ratio = found["pages"], found["ours"] / found["stock"]
    row = f"{pages:5} pages a language:"
    for name in ("ours", "stock"):
        each = found[name] / pages * 500
        row += f" {name} {found[name]:6.2f} s ({each:.1f} ms a page, {found[name + '_mib']} MiB);"
    return f"{row} ratio {ratio:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="pages a language in the large run")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    small = measure(None, options.runs)
    sys.stdout.write(line(small) + "\n")
    middle = measure(70, options.runs)
    sys.stdout.write(line(middle) + "\n")
    large = measure(options.pages, 1)
    sys.stdout.write(line(large) + "\n")
    growth = (large["ours"] / large["pages"]) / (middle["ours"] / middle["pages"])
    theirs = (large["stock"] / large["pages"]) / (middle["stock"] / middle["pages"])
    sys.stdout.write(f"time per page against that at 70: ours {growth:.2f}, stock {theirs:.2f}\n")
    sys.stdout.write(json.dumps([small, middle, large]) + "\n")


if __name__ == "__main__":
    main()
