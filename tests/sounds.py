"""Tiny recordings for tests: silence of 36 ms a frame, and what a careless telephone adds to it."""

from __future__ import annotations

FRAME = b"\xff\xfb\x18\xc0" + bytes(140)  # MPEG 1, Layer III, 32 kbit/s, 32 kHz, one voice


def silence(frames: int = 100) -> bytes:
    return FRAME * frames


def tag(*fields: tuple[bytes, bytes], version: int = 4, flags: int = 0, padding: int = 0) -> bytes:
    """An ID3v2 tag with fields of a name and a value each."""
    body = b"".join(
        name
        + (_seven(len(value)) if version == 4 else len(value).to_bytes(4, "big"))
        + b"\0\0"
        + value
        for name, value in fields
    ) + bytes(padding)
    return b"ID3" + bytes((version, 0, flags)) + _seven(len(body)) + body


def _seven(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
