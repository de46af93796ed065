"""Pictures that editors add: only small, harmless, traceless ones are let in.

A picture can carry the place where it was taken (EXIF), a script (SVG), or be a decompression
bomb; the header is read with Pillow, the pixels never are.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from karpear.findings import Finding, error
from karpear.load.files import ContentFile, decode

MAX_IMAGE_BYTES = 1024 * 1024
MAX_SIDE = 4096
_GPS_IFD = 0x8825
_SVG_REFUSED = re.compile(
    r"<\s*([\w.-]+:)?(script|foreignObject|iframe|image|animate|set|handler|style)\b"
    r"|\son[a-z]+\s*="
    r"|<!(DOCTYPE|ENTITY)|<\?xml-stylesheet"
    r"|(href|src)\s*=\s*[\"']\s*(?!#)"
    r"|url\(\s*[\"']?\s*(?!#)"
    r"|javascript:|data:|@import",
    re.IGNORECASE,
)


def check_image(file: ContentFile) -> Iterator[Finding]:
    """Findings (X3xx) for one picture file."""
    if file.size > MAX_IMAGE_BYTES:
        yield error(file.path, 1, "X301", size=file.size, limit=MAX_IMAGE_BYTES)
    elif file.relative.endswith(".svg"):
        yield from _check_svg(file)
    else:
        yield from _check_bitmap(file)


def _check_svg(file: ContentFile) -> Iterator[Finding]:
    text, findings = decode(file.absolute.read_bytes(), file.path)
    yield from findings
    if text and "<svg" not in text:
        yield error(file.path, 1, "X302", name=file.relative)
    for match in _SVG_REFUSED.finditer(text):
        line = text[: match.start()].count("\n") + 1
        yield error(file.path, line, "X303", what=match[0].strip())


def _check_bitmap(file: ContentFile) -> Iterator[Finding]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file.absolute) as image:
                yield from _check_opened(file, image)
    except Image.DecompressionBombError:
        yield error(file.path, 1, "X304", width="?", height="?", limit=MAX_SIDE)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        yield error(file.path, 1, "X302", name=file.relative)


def _check_opened(file: ContentFile, image: Image.Image) -> Iterator[Finding]:
    if max(image.size) > MAX_SIDE:
        yield error(file.path, 1, "X304", width=image.width, height=image.height, limit=MAX_SIDE)
    elif _GPS_IFD in image.getexif():
        yield error(file.path, 1, "X305", name=file.relative)
    elif len(image.getexif()) or "exif" in image.info or "XML:com.adobe.xmp" in image.info:
        yield error(file.path, 1, "X306", name=file.relative)
