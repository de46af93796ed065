"""P: both languages say the same, and a translation knows what it was made from."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

PARITY: dict[str, Message] = {
    "P201": entry(
        "this page has no {lang} twin",
        "write {path}; the site never falls back to the other language",
        "ទំព័រនេះគ្មានទំព័រគូជាភាសា {lang}",
        "សូមសរសេរ {path}",
    ),
    "P202": entry(
        'section "{key}" has never been compared with its source',
        "compare both texts, then run: karpear stamp {page}",
        "ផ្នែក «{key}» មិនទាន់ផ្ទៀងជាមួយច្បាប់ដើម",
        "សូមផ្ទៀង រួចដំណើរការ៖ karpear stamp {page}",
    ),
    "P203": entry(
        'section "{key}" is stale: its source has changed',
        "read the change in the source, correct this text, then run: karpear stamp {page}",
        "ផ្នែក «{key}» ចាស់ហើយ៖ ច្បាប់ដើមបានប្តូរ",
        "សូមអានអ្វីដែលប្តូរ កែអត្ថបទនេះ រួចដំណើរការ៖ karpear stamp {page}",
    ),
    "P204": entry(
        'section "{key}" is an orphan: its source has no such section',
        "remove it, or add it to the source; then run: karpear stamp {page}",
        "ផ្នែក «{key}» កំព្រា៖ ច្បាប់ដើមគ្មានផ្នែកនេះ",
        "សូមលុប ឬបន្ថែមក្នុងច្បាប់ដើម រួចដំណើរការ៖ karpear stamp {page}",
    ),
    "P205": entry(
        'section "{key}" stands in another place than in its source',
        "put the sections into the order of the source: {order}",
        "ផ្នែក «{key}» នៅទីតាំងខុសពីច្បាប់ដើម",
        "សូមរៀបតាមលំដាប់ច្បាប់ដើម៖ {order}",
    ),
    "P206": entry(
        'section "{key}" of the source is missing here',
        "translate it; nothing is filled in from the other language",
        "ខ្វះផ្នែក «{key}» ដែលមានក្នុងច្បាប់ដើម",
        "សូមបកប្រែ",
    ),
    "P207": entry(
        '"{key}" is {here} here and {there} in the twin',
        "write the same codes in both files",
        "«{key}» នៅទីនេះគឺ {here} តែក្នុងទំព័រគូគឺ {there}",
        "សូមសរសេរដូចគ្នាក្នុងឯកសារទាំងពីរ",
    ),
    "P208": entry(
        'section "{key}" has {here} items here and {there} in the source',
        "bring both to the same items in the same order",
        "ផ្នែក «{key}» មាន {here} ចំណុច តែច្បាប់ដើមមាន {there}",
        "សូមធ្វើឱ្យមានចំណុចដូចគ្នា",
    ),
    "P209": entry(
        "the numbers differ: {here} here, {there} in the source",
        "correct the wrong figure; write digits in both languages or words in both",
        "លេខខុសគ្នា៖ ទីនេះ {here} ច្បាប់ដើម {there}",
        "សូមកែលេខដែលខុស",
    ),
    "P210": entry(
        "the helplines differ: {here} here, {there} in the source",
        "name the same lines in both languages",
        "លេខជំនួយខុសគ្នា៖ ទីនេះ {here} ច្បាប់ដើម {there}",
        "សូមដាក់ជំនួយដូចគ្នា",
    ),
    "P211": entry(
        "the citations differ: {here} here, {there} in the source",
        "cite the same facts in both languages",
        "ឯកសារយោងខុសគ្នា៖ ទីនេះ {here} ច្បាប់ដើម {there}",
        "សូមយោងដូចគ្នា",
    ),
    "P212": entry(
        "the links differ: {here} here, {there} in the source",
        "link to the same pages in both languages",
        "តំណខុសគ្នា៖ ទីនេះ {here} ច្បាប់ដើម {there}",
        "សូមដាក់តំណដូចគ្នា",
    ),
    "P213": entry(
        'one language says not to, the {lang} text does not: "{text}"',
        "find the lost negation and write it",
        "ភាសាមួយហាម ឬបដិសេធ តែអត្ថបទភាសា {lang} មិនដូច្នោះ៖ «{text}»",
        "សូមរកពាក្យហាម ឬបដិសេធដែលបាត់ ហើយសរសេរ",
    ),
    "P214": entry(
        'the name "{name}" stands in Khmer only',
        "write the same name in both languages",
        "ឈ្មោះ «{name}» មានតែក្នុងភាសាខ្មែរ",
        "សូមសរសេរឈ្មោះដូចគ្នាក្នុងភាសាទាំងពីរ",
    ),
}
