"""Every message of every finding, in English and Khmer: one table, one file a family."""

from __future__ import annotations

from karpear.messages.built import BUILT
from karpear.messages.citations import CITATIONS
from karpear.messages.engine import ENGINE
from karpear.messages.entry import Message
from karpear.messages.files import FILES
from karpear.messages.helplines import HELPLINES
from karpear.messages.language import LANGUAGE
from karpear.messages.parity import PARITY
from karpear.messages.recordings import RECORDINGS
from karpear.messages.safety import SAFETY
from karpear.messages.shortids import SHORT_IDS
from karpear.messages.structure import STRUCTURE
from karpear.messages.terms import TERMS

MESSAGES: dict[str, Message] = {
    **FILES,
    **STRUCTURE,
    **SHORT_IDS,
    **PARITY,
    **LANGUAGE,
    **TERMS,
    **CITATIONS,
    **HELPLINES,
    **SAFETY,
    **RECORDINGS,
    **BUILT,
    **ENGINE,
}

__all__ = ["MESSAGES", "Message"]
