"""First contentful paint of a module page on a slow phone: ours beside stock Material.

Same staged pages, same run, turn by turn: 400 kbit/s, 400 ms, processor six times slower. Both
are served compressed. Prints medians and the ratio; asserts nothing.
Run: ``make bench`` or ``.venv/bin/python benchmarks/page.py [--content DIR] [--runs 5]``.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.build import ROOT, ours, stock

PAGE = "parents/10-12/"
#: Where the same page stands: Khmer is at our root, English at the stock site's.
PLACES = {"km": ("", "km/"), "en": ("en/", "")}
NETWORK = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
PAINT = """() => new Promise(done => new PerformanceObserver(list => {
  for (const e of list.getEntries()) if (e.name === 'first-contentful-paint') done(e.startTime);
}).observe({type: 'paint', buffered: true}))"""


class _Compressed(http.server.SimpleHTTPRequestHandler):
    """A static server that compresses text, as any real one does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in {".html", ".css", ".js", ".svg", ".json", ".xml"}:
            return super().send_head()
        if not path.is_file():
            self.send_error(404)
            return None
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    handler = functools.partial(_Compressed, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def first_paint(browser: Browser, address: str) -> float:
    """Milliseconds to the first contentful paint of a first visit."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    tab.goto(address, wait_until="commit", timeout=120_000)
    found = float(tab.evaluate(PAINT))
    context.close()
    return found


def measure(our_site: Path, stock_site: Path, runs: int) -> dict[str, list[float]]:
    """Paint times by site and language, the two sites in turn."""
    times: dict[str, list[float]] = {}
    with served(our_site) as us, served(stock_site) as them, sync_playwright() as playwright:
        path = shutil.which("chromium")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        for _ in range(runs):
            for lang, (our_root, stock_root) in PLACES.items():
                for name, address in ((f"ours {lang}", us + our_root + PAGE),
                                      (f"stock {lang}", them + stock_root + PAGE)):  # fmt: skip
                    times.setdefault(name, []).append(first_paint(browser, address))
        browser.close()
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours(options.content.absolute(), folder, 1)
        stock(folder / "build/pages", folder, 1)
        times = measure(folder / "site", folder / "stock-site", options.runs)
    middle = {name: round(statistics.median(found)) for name, found in times.items()}
    for lang in PLACES:
        we, they = middle[f"ours {lang}"], middle[f"stock {lang}"]
        sys.stdout.write(f"/{PAGE} {lang}: first contentful paint ours {we} ms, stock {they} ms, ")
        sys.stdout.write(f"ratio {we / they:.2f}\n")
    sys.stdout.write(json.dumps(middle) + "\n")


if __name__ == "__main__":
    main()
