"""The built site, read as a visitor's browser would: every link, anchor and file must be there.

MkDocs reports dead anchors and root-relative links as mere information, and knows nothing of
the other language's half; so the gate before publishing is a crawl of the finished HTML.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote

from karpear.addresses import Reach, Site, Target, clean, target_of
from karpear.crawl_read import Document, Kind, Reference, kind_of, read_document
from karpear.crawl_rules import SITEMAP, Fault, check_page, check_sitemap
from karpear.findings import Finding, error

COULD_NOT_CHECK = frozenset({"B100"})
_SAFE_DATA = re.compile(r"data:(image|font|application/(x-)?font)", re.IGNORECASE)
_ROOTED = re.compile(r"/|#|[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crawl:
    """What is known of the whole site before the first rule is asked."""

    root: Path
    site: Site
    files: frozenset[str]
    documents: Mapping[str, Document]


def check_site(root: Path, *, site_url: str) -> Iterator[Finding]:
    """Everything wrong with the built site under ``root``; paths are relative to it.

    Nothing to look at is a finding, too (B100): an empty folder is not a good site.
    """
    files = frozenset(_files(root))
    problems: list[Finding] = []
    documents = {doc.path: doc for doc in _documents(root, files, problems)}
    if not any(doc.kind is Kind.PAGE for doc in documents.values()):
        yield error(".", 1, "B100", value=root)
        return
    yield from problems
    crawl = _Crawl(root=root, site=Site.at(site_url), files=files, documents=documents)
    for document in documents.values():
        yield from _check_document(document, crawl)
    yield from _check_map(crawl)


def _files(root: Path) -> Iterator[str]:
    """Every file below ``root`` with its exact case, which a server minds and macOS does not."""
    for folder, _, names in os.walk(root):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def _documents(root: Path, files: frozenset[str], problems: list[Finding]) -> Iterator[Document]:
    """Each HTML, SVG and CSS file, parsed once; unreadable ones become ``problems``."""
    for path in sorted(files):
        kind = kind_of(path)
        if kind is None:
            continue
        try:
            text = (root / path).read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            problems.append(error(path, 1, "B119", value=problem))
            continue
        if not text.strip() and kind is not Kind.STYLE:
            problems.append(error(path, 1, "B119", value="0 bytes"))
        yield read_document(path, kind, text)


def _check_document(document: Document, crawl: _Crawl) -> Iterator[Finding]:
    faults = list(check_page(document, crawl.documents, crawl.site))
    for reference in document.references:
        faults += _check_reference(reference, document, crawl)
    yield from _findings(document.path, faults, crawl.root)


def _check_reference(reference: Reference, document: Document, crawl: _Crawl) -> Iterator[Fault]:
    """One address: safe, ours where it is fetched, and leading to something that is there."""
    value = reference.value
    if document.kind is Kind.NOT_FOUND and not _ROOTED.match(clean(value)):
        yield _fault("B106", value)
        return
    target = target_of(value, document.path, crawl.site)
    if target.reach is Reach.UNSAFE and not _is_safe_data(reference, document):
        yield _fault("B134", value)
    elif target.reach is Reach.ELSEWHERE and reference.fetched:
        yield _fault("B130", value)
    elif target.reach is Reach.ASTRAY:
        yield _fault("B104", value)
    elif target.reach is Reach.INSIDE:
        yield from _check_target(reference, target, crawl)


def _is_safe_data(reference: Reference, document: Document) -> bool:
    """Pictures and fonts within the file itself; a file that stands alone may hold more."""
    value = clean(reference.value)
    if not reference.fetched or value[:5].lower() != "data:":
        return False
    if reference.tag in ("script", "iframe", "use"):
        return False
    return document.kind is Kind.STANDALONE or bool(_SAFE_DATA.match(value))


def _check_target(reference: Reference, target: Target, crawl: _Crawl) -> Iterator[Fault]:
    """Is the file there, in this very case, and the anchor in it?"""
    value = reference.value
    if target.path not in crawl.files or (reference.fetched and not value):
        folder = f"{target.path}/index.html"
        code = "B105" if folder in crawl.files else "B103" if reference.fetched else "B101"
        yield _fault(code, value)
        return
    aim = crawl.documents.get(target.path)
    if aim is not None and aim.kind is not Kind.STYLE and not _has_anchor(aim, target.fragment):
        is_drawing = aim.kind is Kind.DRAWING or reference.tag == "use"
        yield _fault("B107" if is_drawing else "B102", value)


def _has_anchor(document: Document, fragment: str) -> bool:
    """As browsers look: the top, the id as written, the id after percent-decoding."""
    fragment = fragment.partition(":~:")[0]
    if not fragment or (fragment.lower() == "top" and document.kind is not Kind.DRAWING):
        return True
    return fragment in document.ids or unquote(fragment) in document.ids


def _check_map(crawl: _Crawl) -> Iterator[Finding]:
    """The sitemap against the pages that are really there."""
    pages = {crawl.site.url(d.path) for d in crawl.documents.values() if d.kind is Kind.PAGE}
    try:
        text = (crawl.root / SITEMAP).read_bytes()
    except OSError as problem:
        yield error(SITEMAP, 1, "B120", value=problem.strerror)
        return
    yield from _findings(SITEMAP, list(check_sitemap(text, pages)), crawl.root)


def _fault(code: str, value: str) -> Fault:
    return Fault(code=code, written=value, values={"value": value})


def _findings(path: str, faults: list[Fault], root: Path) -> Iterator[Finding]:
    """Faults with their lines; the text is read again only where something is wrong."""
    if not faults:
        return
    text = (root / path).read_text(encoding="utf-8-sig", errors="replace")
    for fault in faults:
        line = _line(text, fault.written) if fault.written else 1
        yield error(path, line, fault.code, **fault.values)


def _line(text: str, written: str) -> int:
    """The line where ``written`` first stands, preferably as a whole attribute value."""
    forms = (f'"{written}"', f"'{written}'", f'"{escape(written)}"', written)
    at = next((at for form in forms if (at := text.find(form)) >= 0), 0)
    return text.count("\n", 0, at) + 1
