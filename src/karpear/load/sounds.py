"""Recordings that editors add: MP3, small, and with nothing in them but the sound and its title.

A telephone writes place, name and even a picture into what it records. So every byte must belong to
a frame of sound or to a title: whatever else a file holds, it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from karpear.findings import Finding, error
from karpear.load.files import ContentFile
from karpear.model import Sound

MAX_SOUND_BYTES = 1024 * 1024
_TITLES = frozenset({b"TIT2", b"TT2"})
_FOREIGN = {b"TAG": "ID3v1", b"APETAGEX": "APE", b"LYRICSBEGIN": "Lyrics3"}
# By version of MPEG (3 is 1, 2 is 2, 0 is 2.5): kbit/s of Layer III, samples a second.
_LOW = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_BITRATES = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: _LOW,
    0: _LOW,
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_LAYER_3 = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Bytes and seconds of one frame of sound."""

    size: int
    seconds: float


def read_sound(file: ContentFile) -> tuple[Sound | None, list[Finding]]:
    """A sound file's size and length, or what is wrong with it (A207-A209)."""
    if file.size > MAX_SOUND_BYTES:
        return None, [error(file.path, 1, "A209", size=file.size, limit=MAX_SOUND_BYTES)]
    data = file.absolute.read_bytes()
    start = _tag_size(data)
    tags = [error(file.path, 1, "A208", tag=name) for name in _tags(data[:start])]
    frames = list(_frames(data, start))
    end = start + sum(frame.size for frame in frames)
    foreign = next((name for mark, name in _FOREIGN.items() if data.startswith(mark, end)), "")
    if foreign:
        tags.append(error(file.path, 1, "A208", tag=foreign))
    elif not frames or end != len(data):
        return None, [*tags, error(file.path, 1, "A207", name=file.relative, offset=end)]
    seconds = round(sum(frame.seconds for frame in frames))
    return Sound(path=file.relative, size=file.size, seconds=max(seconds, 1)), tags


def _frames(data: bytes, at: int) -> Iterator[_Frame]:
    """Whole frames, one behind the other."""
    while (frame := _frame(data[at : at + 4])) and at + frame.size <= len(data):
        yield frame
        at += frame.size


def _frame(head: bytes) -> _Frame | None:
    """What four bytes announce, if they begin a frame of Layer III."""
    if len(head) < 4 or head[0] != 0xFF or head[1] >> 5 != 0b111:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    speed, rate = head[2] >> 4, head[2] >> 2 & 3
    if version not in _RATES or layer != _LAYER_3 or speed in (0, 15) or rate == 3:
        return None
    samples = 1152 if version == 3 else 576
    hertz = _RATES[version][rate]
    size = samples // 8 * _BITRATES[version][speed - 1] * 1000 // hertz + (head[2] >> 1 & 1)
    return _Frame(size=size, seconds=samples / hertz)


def _tag_size(data: bytes) -> int:
    """How many bytes at the start are an ID3v2 tag."""
    return 10 + _syncsafe(data[6:10]) if data.startswith(b"ID3") and len(data) >= 10 else 0


def _tags(tag: bytes) -> Iterator[str]:
    """Names of what an ID3v2 tag holds beside a title."""
    if tag and tag[5]:
        yield "ID3v2 with flags"
        return
    is_old = tag[3:4] == b"\x02"
    width, head = (3, 6) if is_old else (4, 10)
    at = 10
    while at + head <= len(tag) and tag[at]:
        name, size = tag[at : at + width], tag[at + width : at + 2 * width]
        if name not in _TITLES:
            yield name.decode("ascii", "replace")
        at += head + (_syncsafe(size) if tag[3] == 4 else int.from_bytes(size, "big"))
    if any(tag[at:]):
        yield "ID3v2"


def _syncsafe(size: bytes) -> int:
    """A number of which every byte keeps its first bit clear."""
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(size)))
