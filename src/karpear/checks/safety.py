"""X: no markup of any kind in a text but the small set that we know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import Item, Language, Library, Page
from karpear.model.pairs import Pair, shared_pairs

_ATTRIBUTES = re.compile(r"\{[:#.]?[^{}]*[=#.:][^{}]*\}|\{[:#.][^{}]*\}")
_IN_PAIRS = re.compile(r"[<>`]|\]\(|\*\*|&#?\w+;|\[\[|\[\^|\]\{|!«|!“")
_MARKUP = re.compile(r"[<>`]|\]\(|\*\*|&#?\w+;|\{[^}]*\}")


def check_safety(library: Library) -> Iterator[Finding]:
    """HTML, attribute lists, markup in titles, italics and code; in shared files any markup."""
    for pair in shared_pairs(library):
        if not pair.path.endswith("/actions.yml"):  # may name helplines; has a check of its own
            yield from _plain_pair(pair)
    for page in library.pages:
        yield from _plain_words(page)
        for section in page.sections:
            if match := _MARKUP.search(section.title):
                yield error(page.path, section.line, "X106", key="heading", text=match.string)
            for item in section.items():
                yield from _item(page, item)


def _plain_pair(pair: Pair) -> Iterator[Finding]:
    for lang in Language:
        if _IN_PAIRS.search(text := pair.text[lang]):
            yield error(pair.path, pair.line, "X106", key=pair.key, text=text)


def _plain_words(page: Page) -> Iterator[Finding]:
    for key, text in (("title", page.title), ("summary", page.summary)):
        if _MARKUP.search(text):
            yield error(page.path, page.lines.get(key, 1), "X106", key=key, text=text)


def _item(page: Page, item: Item) -> Iterator[Finding]:
    for token in inline.walk(item.text):
        if token.type == "html_inline":
            yield error(page.path, item.line, "X101", html=token.content)
        elif token.type in {"em_open", "code_inline"}:
            yield error(page.path, item.line, "X107", text=token.content or item.text)
        elif token.type == "span" and inline.lang_of(token) is None:
            yield error(page.path, item.line, "X104", text="{" + token.info + "}")
        elif token.type == "text" and (match := _ATTRIBUTES.search(token.content)):
            yield error(page.path, item.line, "X104", text=match[0])
