"""How each section of a page is heard: as a person read it, or by a voice of the device."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from karpear.model import Recording, Sound
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words
from karpear.sections import may_be_read_aloud
from karpear.stamps import current_recordings
from karpear.views import RecordingView, SectionView


def add_listening(
    words: Words, addresses: Addresses, sections: Iterable[SectionView]
) -> Iterator[SectionView]:
    """The sections with their recordings, or else with the device's voice where it may speak."""
    page = addresses.page
    read = {
        recording.section: (recording, sound)
        for recording, sound in current_recordings(words.library)
        if (recording.page, recording.lang) == (page.id, page.lang)
    }
    is_first = True
    for section in sections:
        found = read.get(section.key)
        if found:
            yield replace(section, recording=_recording(words, addresses, *found))
        else:
            aloud = may_be_read_aloud(page, section.key)
            yield replace(section, aloud=aloud, is_first_aloud=aloud and is_first)
            is_first = is_first and not aloud


def _recording(
    words: Words, addresses: Addresses, recording: Recording, sound: Sound
) -> RecordingView:
    minutes, seconds = divmod(sound.seconds, 60)
    key = "sound-minutes" if minutes else "sound-seconds"
    size = max(round(sound.size / 1000), 1)
    return RecordingView(
        src=addresses.to(f"/{sound.path}"),
        length=words.ui(key, minutes=minutes, seconds=seconds, size=size),
        reader=words.ui("sound-reader", by=recording.reader, date=words.date(recording.on)),
    )
