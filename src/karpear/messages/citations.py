"""C: no source, no claim."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

CITATIONS: dict[str, Message] = {
    "C101": entry(
        'the citation "{cite}" is neither a fact nor a source',
        "correct the id; see content/shared/facts.yml and sources.yml",
        "ឯកសារយោង «{cite}» មិនមានក្នុងអង្គហេតុ ឬប្រភព",
        "សូមកែ តាម content/shared/facts.yml និង sources.yml",
    ),
    "C102": entry(
        'nothing says why we say this: "{text}"',
        "add [^fact-id], [^craft] for good practice, or [^out-…]",
        "គ្មានអ្វីបញ្ជាក់ថាហេតុអ្វីយើងនិយាយ៖ «{text}»",
        "សូមបន្ថែម [^fact-id] ឬ [^craft] ឬ [^out-…]",
    ),
    "C103": entry(
        'the fact "{cite}" is held back on purpose',
        "read its caveat in facts.yml and choose another ground",
        "អង្គហេតុ «{cite}» ត្រូវទុកដោយចេតនា មិនប្រើទេ",
        "សូមអាន caveat ក្នុង facts.yml ហើយជ្រើសផ្សេង",
    ),
    "C105": entry(
        'the caveat of "{cite}" keeps it to adults\' pages',
        "choose another ground for a page that children read",
        "caveat នៃ «{cite}» ទុកវាសម្រាប់ទំព័រមនុស្សធំ",
        "សូមជ្រើសប្រភពផ្សេងសម្រាប់ទំព័រដែលកុមារអាន",
    ),
    "C104": entry(
        'the fact "{fact}" names the source "{source}", which does not exist',
        "add it to sources.yml or correct the fact",
        "អង្គហេតុ «{fact}» មានប្រភព «{source}» ដែលគ្មាន",
        "សូមបន្ថែមក្នុង sources.yml ឬកែ",
    ),
}
