"""Our HTML as XHTML for e-books: every element closed, Khmer words parted by U+200B.

E-readers break lines at spaces only, so each text gets the breaks of our segmenter; attributes,
scripts and code do not.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

from karpear import khmer

_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "path", "circle", "rect", "line"})
_VOID |= {"ellipse", "polyline", "polygon", "use"}
_SVG_NAMES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
_DIVS = {"details": "div", "summary": "p"}
_LEFT_OUT = frozenset({"focusable", "tabindex", "loading", "rel", "target"})


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        end = "/>" if tag in _VOID else ">"
        self.parts.append(f"<{_DIVS.get(tag, tag)}{_attributes(tag, attrs)}{end}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.parts.append(f"</{_DIVS.get(tag, tag)}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(escape(khmer.with_breaks(data), quote=False))


def _attributes(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    kept = ((_SVG_NAMES.get(name, name), value or "") for name, value in attrs)
    return "".join(
        f' {name}="{escape(value)}"{_xml_lang(name, value)}'
        for name, value in kept
        if name not in _LEFT_OUT
    )


def _xml_lang(name: str, value: str) -> str:
    return f' xml:lang="{escape(value)}"' if name == "lang" else ""


def as_xhtml(html: str) -> str:
    """A piece of our own HTML as XHTML; folds stand open, because not every reader opens them."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "".join(writer.parts)
