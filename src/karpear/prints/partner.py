"""A partner's name, contact and logo on a pack: checked, and kept in a place of its own.

The place stands below our own title and the help box and never over them. A logo is a picture and
nothing else: it is small, of a known kind, runs nothing, and asks for nothing from outside.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from PIL import Image

MAX_BYTES: Final = 500_000
MAX_SIDE, MIN_SIDE, MAX_RATIO = 4_000, 32, 6
MAX_TEXT: Final = 160
_SVG_ALLOWED: Final = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs"}
    | {"title", "desc", "lineargradient", "radialgradient", "stop", "clippath", "use", "text"}
    | {"tspan", "symbol", "metadata"}
)
_OUTSIDE: Final = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
_ENCODING: Final = re.compile(r"<\?xml\b[^>]*?\bencoding\s*=\s*['\"]([^'\"]*)")


class BadPartner(Exception):
    """The partner's text or logo may not be used; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """What a partner adds: a line, a way to reach it, and the logo as a ``data:`` address."""

    line: str = ""
    contact: str = ""
    logo: str = ""

    def __bool__(self) -> bool:
        return bool(self.line or self.contact or self.logo)


def read_partner(line: str = "", contact: str = "", logo: Path | None = None) -> Partner:
    """A checked partner; raises :class:`BadPartner`."""
    for name, text in (("--partner-line", line), ("--contact", contact)):
        if len(text) > MAX_TEXT or any(ord(char) < 0x20 for char in text):
            raise BadPartner(f"{name}: one line of at most {MAX_TEXT} characters, please")
    return Partner(line=line.strip(), contact=contact.strip(), logo=read_logo(logo) if logo else "")


def read_logo(path: Path) -> str:
    """A logo as a ``data:`` address: SVG as it is when it is harmless, others drawn anew as PNG,
    which leaves hidden data behind."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as problem:
        raise BadPartner(f"{path}: {problem.strerror}") from None
    if size > MAX_BYTES:
        raise BadPartner(f"{path} has {size // 1000} kB; {MAX_BYTES // 1000} kB is the limit")
    if path.suffix.lower() == ".svg":
        _check_svg(path, data)
        return f"data:image/svg+xml;base64,{b64encode(data).decode()}"
    return f"data:image/png;base64,{b64encode(_redrawn(path, data)).decode()}"


def _redrawn(path: Path, data: bytes) -> bytes:
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            _check_sides(path, *image.size)
            written = BytesIO()
            image.convert("RGBA" if "A" in image.mode else "RGB").save(written, "PNG")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise BadPartner(f"{path} is no PNG, JPEG or SVG picture that can be read") from None
    return written.getvalue()


def _check_sides(path: Path, width: float, height: float) -> None:
    sides = sorted((width, height))
    if sides[0] < MIN_SIDE or sides[1] > MAX_SIDE:
        raise BadPartner(f"{path}: sides of {MIN_SIDE} to {MAX_SIDE} pixels, please")
    if sides[1] > MAX_RATIO * sides[0]:
        raise BadPartner(f"{path}: no side may be more than {MAX_RATIO} times the other")


def _check_svg(path: Path, data: bytes) -> None:
    """Only drawing, and nothing that runs, loads or is asked for from elsewhere."""
    text = _as_utf_8(path, data)
    if any(word in text for word in ("<!DOCTYPE", "<!ENTITY", "<?xml-stylesheet")):
        raise BadPartner(f"{path}: remove its DOCTYPE, entities and style sheets")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        raise BadPartner(f"{path} is no well-formed SVG") from None
    for element in root.iter():
        _check_element(path, element)
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if len(box) != 4:
        raise BadPartner(f"{path}: its <svg> needs a viewBox")
    try:
        width, height = float(box[2]), float(box[3])
    except ValueError:
        raise BadPartner(f"{path}: its viewBox is no four numbers") from None
    _check_sides(
        path, *(side * MIN_SIDE / max(min(width, height), 1e-6) for side in (width, height))
    )


def _as_utf_8(path: Path, data: bytes) -> str:
    """What every reader of the file sees: in another encoding words could hide from our search."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    said = _ENCODING.match(text)
    if "\0" in text or (said and said[1].lower() != "utf-8"):
        raise BadPartner(f"{path}: save it in UTF-8, please")
    return text


def _check_element(path: Path, element: ElementTree.Element) -> None:
    name = str(element.tag).rpartition("}")[2].lower()
    if not isinstance(element.tag, str) or name not in _SVG_ALLOWED:
        raise BadPartner(f"{path}: <{name}> may not be in a logo; leave shapes and paths only")
    for key, value in element.attrib.items():
        bare = key.rpartition("}")[2].lower()
        is_link = bare in ("href", "src") and not value.startswith("#")
        if bare.startswith("on") or is_link or _OUTSIDE.search(value):
            raise BadPartner(f"{path}: {bare} of <{name}> runs or loads something; remove it")
