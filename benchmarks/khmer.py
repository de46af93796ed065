"""Khmer word boundaries and search keys: speed and peak memory, each in a process of its own.

Prints; asserts nothing. Run: ``.venv/bin/python benchmarks/khmer.py [--megabytes 1]``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
SENTENCE = "ស្តីពីកិច្ចការពារកុមារតាមប្រព័ន្ធអនឡាញ"
PROGRAM = """
import json, resource, sys, time
from khmercut import tokenize
from karpear import khmer
import icu
job, text = sys.argv[1], open(sys.argv[2], encoding="utf-8").read()
khmer.segment("កុមារ")
iterator = icu.BreakIterator.createWordInstance(icu.Locale("km"))
def by_icu():
    iterator.setText(text)
    return list(iterator)
jobs = {
    "nothing": lambda: None,
    "segment": lambda: khmer.segment(text),
    "with_breaks": lambda: khmer.with_breaks(text),
    "search_key": lambda: khmer.search_key(text),
    "clusters": lambda: khmer.clusters(text),
    "check and fix": lambda: (list(khmer.check(text)), khmer.fix(text)),
    "khmercut alone": lambda: tokenize(text),
    "ICU words": by_icu,
}
begin = time.process_time()
jobs[job]()
seconds = time.process_time() - begin
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
JOBS = ("nothing", "segment", "with_breaks", "search_key", "clusters", "check and fix", "ICU words")


def measured(job: str, file: Path) -> tuple[float, float]:
    """Processor seconds of one job and the peak memory of its process in MiB."""
    command = [sys.executable, "-c", PROGRAM, job, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, mebibytes = json.loads(done.stdout)
    return seconds, mebibytes


def content() -> str:
    """All Khmer pages as they are typed: sentences that come back, spaces, Latin, Markdown."""
    return "".join(path.read_text("utf-8") for path in sorted((ROOT / "content/km").rglob("*.md")))


def table(name: str, text: str, jobs: tuple[str, ...], folder: Path) -> None:
    """One line a job."""
    file = folder / "text"
    file.write_text(text, "utf-8")
    size = len(text.encode()) / 1_048_576
    sys.stdout.write(f"{name}: {len(text):,} characters, {size:.2f} MB\n")
    for job in jobs:
        seconds, mebibytes = measured(job, file)
        rate = f"{len(text) / seconds:12,.0f} characters/s" if seconds > 0.001 else ""
        sys.stdout.write(f"  {job:15} {seconds:7.2f} s {mebibytes:6.0f} MiB {rate}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--raw", action="store_true", help="khmercut in one piece: gigabytes")
    options = parser.parse_args()
    times = int(options.megabytes * 1_048_576 / len(SENTENCE.encode())) + 1
    jobs = (*JOBS, "khmercut alone") if options.raw else JOBS
    with TemporaryDirectory() as name:
        table("content/km", content(), JOBS, Path(name))
        table("no space in it", SENTENCE * times, jobs, Path(name))


if __name__ == "__main__":
    main()
