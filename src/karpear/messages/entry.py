"""The shape of one message: what is wrong and how to mend it, with ``{names}`` of values."""

from __future__ import annotations

from dataclasses import dataclass

from karpear.model import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """``message`` says what is wrong (the value quoted), ``mend`` what an editor does."""

    message: Bilingual
    mend: Bilingual


def entry(en: str, mend_en: str, km: str, mend_km: str) -> Message:
    """A message from its four texts."""
    return Message(message=Bilingual(km=km, en=en), mend=Bilingual(km=mend_km, en=mend_en))
