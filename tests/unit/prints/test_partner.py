"""A partner's logo is a picture and nothing else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from karpear.prints.partner import BadPartner, read_logo, read_partner

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}</svg>'
DOCTYPE = '<!DOCTYPE svg [<!ENTITY a "b">]>'


def png(width: int, height: int, form: str = "PNG") -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), "#1f5a43").save(written, form)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "begins"),
    [
        ("a.png", png(100, 50), "data:image/png;base64,"),
        ("a.jpg", png(100, 50, "JPEG"), "data:image/png;base64,"),
        ("a.svg", SVG.format('<path d="M0 0h9v9"/>').encode(), "data:image/svg+xml;base64,"),
        ("a.svg", b"\xef\xbb\xbf" + SVG.format("").encode(), "data:image/svg+xml;base64,"),
        (
            *("a.svg", ('<?xml version="1.0" encoding="UTF-8"?>' + SVG.format("")).encode()),
            "data:image/svg+xml;base64,",
        ),
    ],
)
def test_pictures_are_taken(tmp_path: Path, name: str, data: bytes, begins: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_logo(tmp_path / name).startswith(begins)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\nnothing"),
        ("a.png", png(100, 50, "GIF")),
        ("a.png", png(10, 10)),
        ("a.png", png(700, 100)),
        ("a.png", png(4100, 1000)),
        ("a.png", b"x" * 600_000),
        ("a.svg", b"<svg"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="a b c d"/>'),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 9"/>'),
        ("a.svg", (DOCTYPE + SVG.format("")).encode()),
        ("a.svg", (DOCTYPE + SVG.format("")).encode("utf-16")),
        ("a.svg", (DOCTYPE + SVG.format("")).encode("utf-16-le")),
        ("a.svg", ('<?xml version="1.0" encoding="cp037"?>' + SVG.format("")).encode("cp037")),
        ("a.svg", b"<?xml version='1.0' encoding='latin-1'?>" + SVG.format("").encode()),
        ("a.svg", SVG.format("\0").encode()),
        ("a.svg", SVG.format("<script>1</script>").encode()),
        ("a.svg", SVG.format("<foreignObject/>").encode()),
        ("a.svg", SVG.format("<style>@import 'x'</style>").encode()),
        ("a.svg", SVG.format('<image href="https://example.org/a.png"/>').encode()),
        ("a.svg", SVG.format('<use href="https://example.org/a.svg#b"/>').encode()),
        ("a.svg", SVG.format('<path onclick="1" d=""/>').encode()),
        ("a.svg", SVG.format('<path fill="url(https://example.org/a)"/>').encode()),
        ("a.svg", SVG.format('<path style="fill:url(//example.org/a)"/>').encode()),
        ("a.svg", SVG.format('<animate attributeName="x"/>').encode()),
    ],
)
def test_everything_else_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadPartner):
        read_logo(tmp_path / name)


def test_text_is_one_short_line() -> None:
    assert read_partner("Friends of children", "Street 1").line == "Friends of children"
    assert not read_partner()
    for text in ("a\nb", "x" * 161):
        with pytest.raises(BadPartner):
            read_partner(text)
