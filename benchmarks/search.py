"""Recall and precision of our search beside Material's own (lunr) and Pagefind, and its speed.

The same pages, the same questions (tests/search/queries.yml). Printed, never asserted. lunr and
Pagefind come from npm into a temporary folder; what cannot be installed is left out.

lunr is set up as Material's worker does it: a document for each page and section, titles weigh a
thousand times, a wildcard behind each word; Khmer has no pipeline there. Pagefind indexes the built
site as it stands. Run: python benchmarks/search.py
"""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import yaml
from playwright.sync_api import Page, sync_playwright

from karpear import inline
from karpear.build import build_project
from karpear.load import read_library
from karpear.model import Language, Library
from karpear.project import Project, today
from karpear.search import Corpus, make_index, search

ROOT = Path(__file__).parent.parent
TOP = 3
Find = Callable[[str, str], list[str]]
LUNR = """
const lunr = require("lunr"), fs = require("fs");
const [docs, queries] = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const index = {};
for (const lang of ["km", "en"]) index[lang] = lunr(function () {
  this.ref("location");
  this.field("title", {boost: 1000});
  this.field("text");
  for (const doc of docs[lang]) this.add(doc);
});
const found = queries.map(([lang, q]) => {
  try {
    const words = q.replace(/[+\\-:^~*]/g, " ").split(/\\s+/).filter(Boolean);
    return index[lang].search(words.map(word => word + "*").join(" ")).map(hit => hit.ref);
  } catch (problem) { return []; }
});
process.stdout.write(JSON.stringify(found));
"""
PAGEFIND = """async ([url, questions]) => {
  const pagefind = await import(url);
  const found = [];
  for (const question of questions) {
    const {results} = await pagefind.search(question);
    const pages = await Promise.all(results.slice(0, 10).map(result => result.data()));
    found.push(pages.map(page => page.raw_url));
  }
  return found;
}"""
TYPE = """async question => {
  const field = document.getElementById("q"), data = document.getElementById("search").dataset;
  delete data.asked;
  const start = performance.now();
  field.value = question;
  field.dispatchEvent(new Event("input"));
  let longest = 0, before = start;
  while (data.asked !== question) {
    await new Promise(go => setTimeout(go));
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }
  return [before - start, longest];
}"""


def read_queries() -> list[tuple[str, str, tuple[str, ...]]]:
    rows = yaml.safe_load((ROOT / "tests/search/queries.yml").read_text("utf-8"))["queries"]
    return [(row["lang"], row["q"], tuple(row["page"])) for row in rows]


QUERIES = read_queries()


def report(name: str, found: list[list[str]]) -> None:
    """Share of questions with a right page first and in three, and precision of the first three."""
    for lang in ("km", "en"):
        rows = [
            (list(dict.fromkeys(urls)), set(pages))
            for (its, _, pages), urls in zip(QUERIES, found, strict=True)
            if its == lang
        ]
        first = sum(bool(set(urls[:1]) & pages) for urls, pages in rows) / len(rows)
        three = sum(bool(set(urls[:TOP]) & pages) for urls, pages in rows) / len(rows)
        shown = sum(len(urls[:TOP]) for urls, _ in rows)
        right = sum(len(set(urls[:TOP]) & pages) for urls, pages in rows)
        print(
            f"{name:10} {lang}  first {first:.2f}  recall@{TOP} {three:.2f}"
            f"  precision@{TOP} {right / max(shown, 1):.2f}  nothing found"
            f" {sum(not urls for urls, _ in rows)}/{len(rows)}"
        )


def ours(library: Library) -> list[list[str]]:
    corpora = {str(lang): Corpus.of(make_index(library, lang)) for lang in Language}
    return [[r.url for r in search(corpora[lang], q)] for lang, q, _ in QUERIES]


def npm(folder: Path, *names: str) -> bool:
    """Whether these packages could be installed below a folder."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
    return shutil.which("npm") is not None and not subprocess.run([*command, *names]).returncode


def documents(library: Library, lang: Language) -> Iterator[dict[str, str]]:
    """Pages and sections as Material's search plug-in lists them."""
    for page in library.in_language(lang):
        if page.id == "search":
            continue
        yield {"location": page.url, "title": page.title, "text": page.summary}
        for section in page.sections:
            text = " ".join(inline.plain(item.text) for item in section.items())
            location = f"{page.url}#{section.key}"
            yield {"location": location, "title": section.title, "text": text}


def lunr(library: Library, folder: Path) -> list[list[str]]:
    docs = {str(lang): list(documents(library, lang)) for lang in Language}
    data = folder / "lunr.json"
    data.write_text(json.dumps([docs, [[lang, q] for lang, q, _ in QUERIES]]), "utf-8")
    (folder / "lunr.js").write_text(LUNR, "utf-8")
    command = ["node", str(folder / "lunr.js"), str(data)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [[ref.partition("#")[0] for ref in refs] for refs in json.loads(output)]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def browser_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def pagefind(site: Path, folder: Path) -> list[list[str]]:
    """Pagefind runs in a browser only; it chooses its index by the language of the page."""
    copy = folder / "copy"
    shutil.copytree(site, copy)
    command = [str(folder / "node_modules/.bin/pagefind"), "--site", str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    found: dict[str, list[list[str]]] = {}
    with served(copy) as url, browser_page() as page:
        for lang in ("km", "en"):
            (copy / f"{lang}.blank.html").write_text(f'<!doctype html><html lang="{lang}">')
            page.goto(f"{url}{lang}.blank.html")
            questions = [q for its, q, _ in QUERIES if its == lang]
            found[lang] = page.evaluate(PAGEFIND, [f"{url}pagefind/pagefind.js", questions])
    rows = {lang: iter(lists) for lang, lists in found.items()}
    return [next(rows[lang]) for lang, _, _ in QUERIES]


def speed(site: Path) -> None:
    """From the last letter typed to the list, on a processor six times slower."""
    with served(site) as url, browser_page() as page:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
        for lang, path in (("km", "search/"), ("en", "en/search/")):
            for stage in ("first", "full"):
                page.goto(f"{url}{path}")
                if stage == "first":
                    page.route("**/*.full.js", lambda route: route.abort())
                page.locator("#q").focus()
                page.wait_for_selector(f"#search[data-stage={stage}]")
                times = [page.evaluate(TYPE, q) for its, q, _ in QUERIES if its == lang]
                page.unroute_all()
                total, longest = zip(*times, strict=True)
                print(
                    f"6x slower  {lang}  {stage:5} stage: letter to list median {median(total):.0f}"
                    f" ms, worst {max(total):.0f} ms; longest pause {max(longest):.0f} ms"
                )


def main() -> None:
    library = read_library(ROOT / "content", today()).library
    report("Karpear", ours(library))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = Project(
            root=ROOT, content=ROOT / "content", work=folder / "build", output=folder / "site"
        )
        build_project(project)
        if npm(folder, "lunr"):
            report("lunr", lunr(library, folder))
        if npm(folder, "pagefind"):
            report("Pagefind", pagefind(project.output, folder))
        speed(project.output)


if __name__ == "__main__":
    main()
