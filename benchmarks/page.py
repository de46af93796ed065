"""First contentful paint of a module page on a slow phone: ours beside stock Material.

Same staged pages, same run, turn by turn: 400 kbit/s, 400 ms, processor six times slower. Both
are served compressed, ours with the headers that our server files send. Ours paints its krama band
first, so the largest paint, which is text on both, is told as well. Prints medians and ratios;
asserts nothing.
Run: ``make bench`` or ``.venv/bin/python benchmarks/page.py [--content DIR] [--runs 5]``.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
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
from typing import Any, BinaryIO

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.build import ROOT, ours, stock
from karpear.headers import headers_of

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
LARGEST = """() => new Promise(done => new PerformanceObserver(list =>
  done(list.getEntries().at(-1).startTime)
).observe({type: 'largest-contentful-paint', buffered: true}))"""


class _Compressed(http.server.SimpleHTTPRequestHandler):
    """A static server that compresses text, as any real one does, and sends our headers."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, ours: bool, directory: str) -> None:
        self.ours = ours
        super().__init__(*arguments, directory=directory)

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
        if self.ours:
            name = path.relative_to(self.directory).as_posix()
            for header in headers_of(name, secure=False).items():
                self.send_header(*header)
        self.end_headers()
        return BytesIO(body)


class _Server(http.server.ThreadingHTTPServer):
    """Silent about a browser that closes a visit before everything has come."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, *, ours: bool = True) -> Iterator[str]:
    """The address of a folder on loopback."""
    handler = functools.partial(_Compressed, ours=ours, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def paints(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds to the first and to the largest contentful paint of a first visit."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    tab.goto(address, wait_until="commit", timeout=120_000)
    first = float(tab.evaluate(PAINT))
    tab.wait_for_load_state("load")
    largest = float(tab.evaluate(LARGEST))
    context.close()
    return first, largest


def measure(our_site: Path, stock_site: Path, runs: int) -> dict[str, list[tuple[float, float]]]:
    """Paint times by site and language, the two sites in turn."""
    times: dict[str, list[tuple[float, float]]] = {}
    with (
        served(our_site) as us,
        served(stock_site, ours=False) as them,
        sync_playwright() as playwright,
    ):
        path = shutil.which("chromium")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        for _ in range(runs):
            for lang, (our_root, stock_root) in PLACES.items():
                for name, address in ((f"ours {lang}", us + our_root + PAGE),
                                      (f"stock {lang}", them + stock_root + PAGE)):  # fmt: skip
                    times.setdefault(name, []).append(paints(browser, address))
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
    for at, what in enumerate(("first contentful paint", "largest contentful paint")):
        _tell(what, {name: statistics.median(pair[at] for pair in times[name]) for name in times})


def _tell(what: str, middle: dict[str, float]) -> None:
    for lang in PLACES:
        we, they = middle[f"ours {lang}"], middle[f"stock {lang}"]
        sys.stdout.write(f"/{PAGE} {lang}: {what} ours {we:.0f} ms, stock {they:.0f} ms, ")
        sys.stdout.write(f"ratio {we / they:.2f}\n")


if __name__ == "__main__":
    main()
