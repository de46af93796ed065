"""T: words that harm, and words we use instead."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

TERMS: dict[str, Message] = {
    "T101": entry(
        'the wording "{word}" must not stand here',
        "write it in our words (terms.yml), or quote it as one we advise against: !“…” or !«…»",
        "មិនត្រូវប្រើពាក្យ «{word}»",
        "សូមប្រើពាក្យក្នុង terms.yml ឬដាក់ជាសម្រង់ដែលយើងមិនណែនាំ៖ !«…»",
    ),
    "T102": entry(
        'look again at "{word}": it often blames or frightens',
        "keep it only if it does neither here",
        "សូមមើល «{word}» ម្តងទៀត៖ ជាញឹកញាប់វាបន្ទោស ឬធ្វើឱ្យខ្លាច",
        "ទុកបានតែបើវាមិនបន្ទោស និងមិនបំភ័យ",
    ),
    "T103": entry(
        '"{word}" is not our term for "{term}"',
        'write "{term}"',
        "«{word}» មិនមែនពាក្យរបស់យើងសម្រាប់ «{term}»",
        "សូមសរសេរ «{term}»",
    ),
    "T104": entry(
        'the title has "{word}", which others may read in the history of a shared phone',
        "choose a neutral title",
        "ចំណងជើងមាន «{word}» ដែលអ្នកដទៃអាចឃើញក្នុងប្រវត្តិទូរស័ព្ទ",
        "សូមជ្រើសចំណងជើងធម្មតា",
    ),
    "T105": entry(
        '"{word}" stands on a page for children under ten',
        "say it in the words of the brief for this age, or leave it to the adults' page",
        "«{word}» មាននៅលើទំព័រសម្រាប់កុមារអាយុក្រោម ១០ ឆ្នាំ",
        "សូមនិយាយដោយពាក្យសមនឹងអាយុ ឬទុកសម្រាប់ទំព័រមនុស្សធំ",
    ),
}
