"""A: pictures have words, links have names that say where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import Item, Library, Page

# Words that say nothing when a screen reader lists the links of a page.
VAGUE = frozenset(
    {
        *("here", "click here", "more", "read more", "read on", "see more", "learn more"),
        *("this", "this page", "this part", "page", "link", "steps", "these steps"),
        *("ទីនេះ", "នៅទីនេះ", "ចុចទីនេះ", "បន្ថែម", "អានបន្ថែម", "អានបន្ត", "មើលបន្ថែម", "ទំព័រនេះ", "តំណ"),
        *("ផ្នែកនេះ", "ជំហាន", "ជំហាននេះ", "ជំហានទាំងនេះ"),
    }
)


def check_accessibility(library: Library) -> Iterator[Finding]:
    """WCAG 2.2, 1.1.1, 2.4.4 and 2.4.9, as far as the text of an item tells."""
    for page in library.pages:
        for section in page.sections:
            for item in section.items():
                yield from _pictures(page, item)
                yield from _vague_links(page, item)


def _pictures(page: Page, item: Item) -> Iterator[Finding]:
    for src, alt in inline.images(item.text):
        if not alt.strip():
            yield error(page.path, item.line, "A101", src=src)


def _vague_links(page: Page, item: Item) -> Iterator[Finding]:
    for href, words in _links(item.text):
        if not words:
            yield error(page.path, item.line, "A102", href=href)
        elif words.casefold().rstrip(".:…។៖ ") in VAGUE:
            yield error(page.path, item.line, "A103", text=words)


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Each link's target, and what stands between its ends."""
    href, words = "", ""
    for token in inline.parse(text):
        if token.type == "link_open":
            href, words = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            yield href, words.strip()
        else:
            words += token.content
