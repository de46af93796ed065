"""B4: what the site engine says of the staged pages."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

ENGINE: dict[str, Message] = {
    "B401": entry(
        "the engine stopped: {problem}",
        "this is a fault of templates or settings, not of the content; nothing was published",
        "ម៉ាស៊ីនបង្កើតគេហទំព័របានឈប់៖ {problem}",
        "នេះជាកំហុសនៃពុម្ព ឬការកំណត់ មិនមែនមាតិកាទេ គ្មានអ្វីត្រូវបានផ្សាយ",
    ),
}
