"""One file of the built site as facts: its ids, its addresses, its head, what it must not hold.

Each file is parsed once; the rules of ``crawl.py`` and ``crawl_rules.py`` read only this.
Drawings go through the same HTML parser: it knows SVG, and browsers inline ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

NOT_FOUND = ("404.html", "en/404.html")
_LOOSE = ("k/", "embed/", "api/v1/")
_STANDALONE = "downloads/"
_FETCHING_RELS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "prefetch"}
    | {"modulepreload", "preconnect", "dns-prefetch", "prerender"}
)
_NAVIGATING = frozenset(
    {("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action"), ("a", "ping")}
    | {("button", "formaction"), ("input", "formaction")}
    | {(tag, "cite") for tag in ("q", "blockquote", "ins", "del")}
)
_ADDRESSES = frozenset(
    {"href", "xlink:href", "src", "poster", "data", "background"}
    | {"action", "formaction", "cite", "ping"}
)
_SETS = frozenset({"srcset", "imagesrcset"})
_DATA_SCRIPTS = frozenset({"application/ld+json", "application/json"})
_FORBIDDEN = frozenset({"base", "object", "embed", "applet", "frame", "frameset"})
_BARE = _FORBIDDEN | {"h1", "style", "script"}
_SHARED = frozenset({"og:image", "og:url", "og:image:secure_url", "twitter:image"})
_CSS_COMMENT = re.compile(r"/\*.*?\*/|@namespace[^;]*;", re.DOTALL)
_CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)

_Attributes = Mapping[str, str | None]
_Node = tuple[str, _Attributes, LexborNode]


class Kind(StrEnum):
    """What is asked of a file; see ``kind_of``."""

    PAGE = "page"
    NOT_FOUND = "not-found"
    LOOSE = "loose"
    STANDALONE = "standalone"
    DRAWING = "drawing"
    STYLE = "style"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An address as written; ``fetched`` when the browser asks for it unasked."""

    value: str
    tag: str
    fetched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the rules need to know of one file; ``forbidden`` are (code, what is written)."""

    path: str
    kind: Kind
    references: tuple[Reference, ...]
    ids: frozenset[str] = frozenset()
    repeated: tuple[str, ...] = ()
    lang: str = ""
    h1: int = 0
    page_id: str | None = None
    canonical: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[tuple[str, str], ...] = ()

    @property
    def is_english(self) -> bool:
        return self.path.startswith("en/")


def kind_of(path: str) -> Kind | None:
    """The kind of a file, or None for one that is only ever a target.

    Short addresses, embeds and data are loose (no help block, not in the sitemap); files to
    download stand alone and carry their style within.
    """
    if path.endswith((".svg", ".css")):
        return Kind.DRAWING if path.endswith(".svg") else Kind.STYLE
    if not path.endswith((".html", ".htm")):
        return None
    if path in NOT_FOUND:
        return Kind.NOT_FOUND
    folder, _, name = path.removeprefix("en/").rpartition("/")
    if name != "index.html":
        return Kind.STANDALONE if (folder + "/").startswith(_STANDALONE) else Kind.LOOSE
    if folder.startswith(_STANDALONE):
        return Kind.STANDALONE
    return Kind.LOOSE if folder.startswith(_LOOSE) else Kind.PAGE


def read_document(path: str, kind: Kind, text: str) -> Document:
    """The facts of one file from its text."""
    if kind is Kind.STYLE:
        return Document(path=path, kind=kind, references=tuple(_css_references(text)))
    tree = LexborHTMLParser(text)
    nodes = list(_nodes(tree.root))
    inert = [node for piece in tree.template_fragments() for node in _nodes(piece)]
    ids = Counter(_ids(nodes))
    metas = {a.get("name"): a.get("content") or "" for tag, a, _ in nodes if tag == "meta"}
    return Document(
        path=path,
        kind=kind,
        references=tuple(dict.fromkeys(_references(nodes + inert))),
        ids=frozenset(ids),
        repeated=tuple(name for name, times in ids.items() if times > 1),
        lang=next((a.get("lang") or "" for tag, a, _ in nodes if tag == "html"), ""),
        h1=sum(tag == "h1" for tag, _, _ in nodes),
        page_id=metas.get("karpear:id"),
        canonical=tuple(a.get("href") or "" for tag, a, _ in nodes if _is_rel(tag, a, "canonical")),
        alternates=tuple(_alternates(nodes)),
        forbidden=tuple(bad for node in nodes + inert for bad in _forbidden(kind, *node)),
    )


def _nodes(root: LexborNode | None) -> Iterator[_Node]:
    """The elements below ``root`` that a rule could ask for, in document order.

    Most elements have no attribute; leaving them out here makes the crawl twice as fast.
    """
    if root is not None:
        for node in root.traverse():
            tag, attributes = (node.tag or "").rpartition(":")[2], node.attributes
            if attributes or tag in _BARE:
                yield tag, attributes, node


def _ids(nodes: list[_Node]) -> Iterator[str]:
    for _, attributes, _ in nodes:
        if (value := attributes.get("id")) is not None:
            yield value


def _is_rel(tag: str, attributes: _Attributes, rel: str) -> bool:
    return tag == "link" and rel in (attributes.get("rel") or "").lower().split()


def _alternates(nodes: list[_Node]) -> Iterator[tuple[str, str]]:
    """(hreflang, address) of each ``link rel=alternate`` that names a language."""
    for tag, attributes, _ in nodes:
        if attributes.get("hreflang") and _is_rel(tag, attributes, "alternate"):
            yield attributes["hreflang"] or "", attributes.get("href") or ""


def _references(nodes: list[_Node]) -> Iterator[Reference]:
    for tag, attributes, _ in nodes:
        yield from _element_references(tag, attributes)


def _element_references(tag: str, attributes: _Attributes) -> Iterator[Reference]:
    """The addresses that one element names."""
    for name, value in attributes.items():
        if name in _ADDRESSES and (name != "data" or tag == "object"):
            yield _reference(value or "", tag, _is_fetched(tag, name, attributes))
        elif name in _SETS:
            yield from (_reference(part, tag, True) for part in srcset_addresses(value or ""))
    if tag == "meta":
        yield from _meta_references(attributes)


def _meta_references(attributes: _Attributes) -> Iterator[Reference]:
    """The picture and address for sharing, and where a refresh leads."""
    content = attributes.get("content") or ""
    if (attributes.get("property") or attributes.get("name")) in _SHARED:
        yield _reference(content, "meta", False)
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        found = re.search(r"url\s*=\s*['\"]?([^'\"]*)", content, re.IGNORECASE)
        if found:
            yield _reference(found.group(1), "meta", False)


@lru_cache(maxsize=65536)
def _reference(value: str, tag: str, fetched: bool) -> Reference:
    """One shared object for each address: navigation repeats them on every page."""
    return Reference(value=value, tag=tag, fetched=fetched)


def _is_fetched(tag: str, name: str, attributes: _Attributes) -> bool:
    if tag == "link":
        return not _FETCHING_RELS.isdisjoint((attributes.get("rel") or "").lower().split())
    return (tag, name) not in _NAVIGATING


def srcset_addresses(value: str) -> Iterator[str]:
    """The addresses of a ``srcset``, read as the HTML standard says (commas may be inside)."""
    rest = value.strip(" \t\n\r\f,")
    while rest:
        address, *after = rest.split(None, 1)
        if address.endswith(","):
            yield address.rstrip(",")
            rest = after[0] if after else ""
        else:
            yield address
            rest = after[0].partition(",")[2] if after else ""
        rest = rest.strip(" \t\n\r\f,")


def _css_references(text: str) -> Iterator[Reference]:
    for found in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield _reference(next((g for g in found.groups() if g), ""), "css", True)


def _forbidden(
    kind: Kind, tag: str, attributes: _Attributes, node: LexborNode
) -> Iterator[tuple[str, str]]:
    """What a strict content security policy would block, and elements that move addresses."""
    for name in attributes:
        if name.lower().startswith("on"):
            yield "B133", name
        if name == "style" and kind not in (Kind.STANDALONE, Kind.DRAWING):
            yield "B132", f"style={attributes[name]}"
        if name == "srcdoc":
            yield "B135", name
    if tag in _FORBIDDEN or (kind is Kind.PAGE and _is_refresh(tag, attributes)):
        yield "B135", f"<{tag}>"
    if kind is not Kind.STANDALONE:
        yield from _inline(kind, tag, attributes, node)


def _is_refresh(tag: str, attributes: _Attributes) -> bool:
    return tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh"


def _inline(
    kind: Kind, tag: str, attributes: _Attributes, node: LexborNode
) -> Iterator[tuple[str, str]]:
    if tag == "style" and kind is not Kind.DRAWING:
        yield "B132", node.text()[:60]
    is_data = (attributes.get("type") or "").lower() in _DATA_SCRIPTS
    if tag == "script" and (kind is Kind.DRAWING or ("src" not in attributes and not is_data)):
        yield "B131", node.text()[:60] or "<script>"
