"""The small Markdown of our sentences: parsed once, then checked, shown or read as plain text.

Beside bold and links there are three forms of our own (``handbook/content.md``):
``[[helpline]]``, ``[text]{lang=en}`` and the marked quotation ``!«…»``. Everything else that
Markdown knows (HTML, images, italics, code) is still recognised, so that checks can name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

CITE = re.compile(r"[ \t]*\[\^([^\]\s]*)\]")
_HELPLINE = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_SPAN = re.compile(r"\[([^\[\]]+)\]\{([^{}]*)\}")
_LANG = re.compile(r"lang=(km|en)")
_SENTENCE = re.compile(r"(?<=[.!?។])\s")
_QUOTES = {"«": "»", "“": "”"}


class Resolver(Protocol):
    """Turns what a sentence names into addresses and words of one page."""

    def link(self, href: str) -> str:
        """The address to write for a link's target."""

    def helpline(self, name: str) -> str:
        """Finished HTML for ``[[name]]``."""

    def words(self, text: str) -> str:
        """Finished HTML of plain words outside links; it may link some of them."""


def _helpline(state: StateInline, silent: bool) -> bool:
    match = _HELPLINE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("helpline", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    match = _SPAN.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("span", "", 0)
        token.content, token.info = match[1], match[2]
    state.pos = match.end()
    return True


def _quotation(state: StateInline, silent: bool) -> bool:
    closing = _QUOTES.get(state.src[state.pos + 1 : state.pos + 2])
    if state.src[state.pos] != "!" or closing is None:
        return False
    end = state.src.find(closing, state.pos + 2)
    if end < 0:
        return False
    if not silent:
        state.push("quotation", "", 0).content = state.src[state.pos + 1 : end + 1]
    state.pos = end + 1
    return True


def _anything(_url: str) -> bool:
    """Let every link through the parser: what it may point to is a check's business."""
    return True


def block_parser() -> MarkdownIt:
    """The Markdown of a whole file: HTML is recognised so that it can be refused."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.disable(["reference", "lheading"])
    parser.validateLink = _anything  # type: ignore[method-assign, assignment]
    parser.inline.ruler.before("link", "helpline", _helpline)
    parser.inline.ruler.before("link", "span", _span)
    parser.inline.ruler.before("image", "quotation", _quotation)
    return parser


_PARSER = block_parser()


@lru_cache(maxsize=65536)
def parse(text: str) -> tuple[Token, ...]:
    """The inline tokens of one sentence or paragraph."""
    tokens = _PARSER.parseInline(text)
    return tuple(tokens[0].children or ()) if tokens else ()


def walk(text: str) -> Iterator[Token]:
    """All inline tokens, the inside of images included."""
    for token in parse(text):
        yield token
        yield from token.children or ()


def take_cites(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its ``[^…]`` citations, and their ids in order."""
    return CITE.sub("", text).strip(), tuple(CITE.findall(text))


def plain(text: str, *, quotations: bool = True, foreign: bool = True) -> str:
    """The visible words of a sentence, without names of helplines.

    ``quotations=False`` leaves marked quotations out, ``foreign=False`` leaves out what is
    marked as the other language.
    """
    return "".join(_plain_token(token, quotations, foreign) for token in parse(text))


def sentences(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sentence: its visible words and the helplines it names. Marked quotations are left out
    before they can be cut in two."""
    named = (
        f"[[{token.content}]]" if token.type == "helpline" else _plain_token(token, False, True)
        for token in parse(text)
    )
    for sentence in _SENTENCE.split("".join(named)):
        yield _HELPLINE.sub("", sentence), tuple(_HELPLINE.findall(sentence))


def _plain_token(token: Token, quotations: bool, foreign: bool) -> str:
    if token.type == "quotation":
        return token.content if quotations else ""
    if token.type == "span":
        return token.content if foreign else ""
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    return token.content if token.type in {"text", "code_inline", "image"} else ""


def lang_of(span: Token) -> str | None:
    """The language a span names, or None when its braces hold anything else."""
    match = _LANG.fullmatch(span.info.strip())
    return match[1] if match else None


def links(text: str) -> Iterator[str]:
    """The targets of all links, decoded as a browser would read them."""
    for token in walk(text):
        if token.type == "link_open":
            yield str(token.attrGet("href") or "")


def images(text: str) -> Iterator[tuple[str, str]]:
    """Target and alternative text of all images."""
    for token in walk(text):
        if token.type == "image":
            yield str(token.attrGet("src") or ""), token.content


def helplines(text: str) -> Iterator[str]:
    """The names inside ``[[…]]``."""
    return (token.content for token in walk(text) if token.type == "helpline")


def render(text: str, resolver: Resolver) -> str:
    """Finished HTML of one sentence; only what this module knows becomes an element."""
    parts, inside = [], 0
    for token in parse(text):
        inside += token.nesting if token.type.startswith("link_") else 0
        is_free = token.type == "text" and not inside
        parts.append(resolver.words(token.content) if is_free else _html(token, resolver))
    return "".join(parts)


_STATIC = {
    "softbreak": " ",
    "hardbreak": " ",
    "strong_open": "<strong>",
    "em_open": "<strong>",
    "strong_close": "</strong>",
    "em_close": "</strong>",
    "link_close": "</a>",
}


def _html(token: Token, resolver: Resolver) -> str:
    match token.type:
        case "text" | "code_inline" | "html_inline":
            return escape(token.content, quote=False)
        case "link_open":
            href = escape(resolver.link(str(token.attrGet("href") or "")))
            return f'<a href="{href}">' if href else "<a>"
        case "helpline":
            return resolver.helpline(token.content)
        case "quotation":
            return f'<q class="not-this">{escape(token.content, quote=False)}</q>'
        case "span":
            return _span_html(token)
        case "image":
            return _image_html(token, resolver)
    return _STATIC.get(token.type, "")


def _span_html(token: Token) -> str:
    lang = lang_of(token)
    words = escape(token.content, quote=False)
    return f'<span lang="{lang}">{words}</span>' if lang else words


def _image_html(token: Token, resolver: Resolver) -> str:
    src = escape(resolver.link(str(token.attrGet("src") or "")))
    alt = escape(token.content)
    return f'<img src="{src}" alt="{alt}" loading="lazy">' if src else alt
