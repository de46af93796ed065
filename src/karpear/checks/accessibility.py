"""A: pictures have words, links have names."""

from __future__ import annotations

from collections.abc import Iterator

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import Library


def check_accessibility(library: Library) -> Iterator[Finding]:
    """WCAG 2.2, 1.1.1 and 2.4.4, as far as the text of an item tells."""
    for page in library.pages:
        for section in page.sections:
            for item in section.items():
                for src, alt in inline.images(item.text):
                    if not alt.strip():
                        yield error(page.path, item.line, "A101", src=src)
                for href in _nameless(item.text):
                    yield error(page.path, item.line, "A102", href=href)


def _nameless(text: str) -> Iterator[str]:
    """Targets of links with nothing to read between their ends."""
    href, words = "", ""
    for token in inline.parse(text):
        if token.type == "link_open":
            href, words = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            if not words.strip():
                yield href
        else:
            words += token.content
