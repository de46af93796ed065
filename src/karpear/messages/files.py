"""S1: files, YAML and front matter that cannot be read as meant."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

_YAML: dict[str, Message] = {
    "S101": entry(
        "this cannot be read as YAML: {problem}",
        "check the colons, quotes and indents of this line and the one above",
        "អានជា YAML មិនបាន៖ {problem}",
        'សូមពិនិត្យសញ្ញា : សញ្ញា « " » និងការចូលបន្ទាត់ នៅបន្ទាត់នេះ និងបន្ទាត់ខាងលើ',
    ),
    "S102": entry(
        'the key "{key}" stands here twice',
        "keep one of the two; the other would be lost",
        "ពាក្យគន្លឹះ «{key}» មានពីរដង",
        "សូមទុកតែមួយ",
    ),
    "S103": entry(
        'an anchor or alias "{name}" is used',
        "write the value out in full each time",
        "មានការប្រើ anchor ឬ alias «{name}»",
        "សូមសរសេរតម្លៃឱ្យពេញរាល់ដង",
    ),
    "S104": entry(
        "values are nested deeper than {depth} levels",
        "flatten the file; nothing here needs that depth",
        "តម្លៃដាក់ក្នុងគ្នាជ្រៅជាង {depth} ថ្នាក់",
        "សូមសរសេរឱ្យរាក់ជាងនេះ",
    ),
    "S105": entry(
        'a YAML tag "{tag}" is used',
        "remove the tag and put the value in quotes",
        "មានការប្រើស្លាក YAML «{tag}»",
        'សូមលុបស្លាក ហើយដាក់តម្លៃក្នុងសញ្ញា " "',
    ),
    "S106": entry(
        "a second document begins in this file",
        "remove the line ---; one file holds one document",
        "មានឯកសារទីពីរក្នុងឯកសារនេះ",
        "សូមលុបបន្ទាត់ ---",
    ),
    "S108": entry(
        "keys with values are expected here",
        "begin each line with a key and a colon",
        "ត្រូវមានពាក្យគន្លឹះ និងតម្លៃ",
        "សូមចាប់ផ្តើមបន្ទាត់នីមួយៗដោយពាក្យគន្លឹះ និងសញ្ញា :",
    ),
    "S109": entry(
        '"{key}" is missing or empty',
        "add it; handbook/content.md tells what belongs there",
        "ខ្វះ «{key}» ឬទទេ",
        "សូមបន្ថែម តាមសៀវភៅណែនាំ handbook/content.md",
    ),
    "S110": entry(
        '"{key}" has {value} without quotes, which programs read as a {type}',
        'write "{value}" in quotes so that it stays as it is',
        '«{key}» មាន {value} គ្មានសញ្ញា " " ដែលកម្មវិធីអានជា {type}',
        'សូមសរសេរ "{value}" ក្នុងសញ្ញា " "',
    ),
    "S111": entry(
        '"{key}" should be one text',
        "write a single value, not a list or a block",
        "«{key}» ត្រូវជាអត្ថបទតែមួយ",
        "សូមសរសេរតម្លៃតែមួយ",
    ),
    "S112": entry(
        '"{key}" should be a list',
        "write [a, b] or one line with a dash for each",
        "«{key}» ត្រូវជាបញ្ជី",
        "សូមសរសេរ [a, b] ឬមួយបន្ទាត់មួយសញ្ញា -",
    ),
    "S113": entry(
        '"{key}" should be a block of keys and values',
        "write {{km: …, en: …}} or the keys indented below it",
        "«{key}» ត្រូវមានពាក្យគន្លឹះ និងតម្លៃ",
        "សូមសរសេរ {{km: …, en: …}}",
    ),
    "S114": entry(
        '"{key}" is not a date: {value}',
        "write the date as 2026-11-22",
        "«{key}» មិនមែនជាកាលបរិច្ឆេទ៖ {value}",
        "សូមសរសេរដូច 2026-11-22",
    ),
    "S115": entry(
        '"{key}" should be true or false, not {value}',
        "write true or false",
        "«{key}» ត្រូវជា true ឬ false មិនមែន {value}",
        "សូមសរសេរ true ឬ false",
    ),
    "S116": entry(
        '"{key}" cannot be {value}',
        "choose one of: {options}",
        "«{key}» មិនអាចជា {value}",
        "សូមជ្រើសមួយ៖ {options}",
    ),
    "S117": entry(
        'the key "{key}" is not known here',
        "correct the spelling or remove it; nothing reads it",
        "មិនស្គាល់ពាក្យគន្លឹះ «{key}» នៅទីនេះ",
        "សូមកែអក្ខរាវិរុទ្ធ ឬលុបចោល",
    ),
    "S118": entry(
        'the id "{id}" is used twice',
        "give each record its own id",
        "លេខសម្គាល់ «{id}» ប្រើពីរដង",
        "សូមឱ្យធាតុនីមួយៗមានលេខសម្គាល់ផ្សេងគ្នា",
    ),
}

_FILES: dict[str, Message] = {
    "S119": entry(
        'YAML takes what stands behind "{key}" for a note, and readers would not see it: "{note}"',
        'put the whole text in quotes, {key}: "…", or the note on a line of its own',
        "អ្វីដែលនៅក្រោយ # នៃ «{key}» អ្នកអានមើលមិនឃើញទេ៖ «{note}»",
        'សូមដាក់អត្ថបទទាំងមូលក្នុងសញ្ញា " " ឬដាក់កំណត់ចំណាំលើបន្ទាត់មួយទៀត',
    ),
    "S120": entry(
        "the file does not begin with front matter",
        "begin with a line --- alone, then kind, title and the rest, then such a line again",
        "ឯកសារមិនចាប់ផ្តើមដោយផ្នែកក្បាល",
        "សូមចាប់ផ្តើមដោយបន្ទាត់ --- បន្ទាប់មក kind, title … ហើយបន្ទាត់ ---",
    ),
    "S121": entry(
        "the front matter is never closed",
        "add a line --- after the last key; if it is there, take away spaces behind it",
        "ផ្នែកក្បាលមិនបានបិទ",
        "សូមបន្ថែមបន្ទាត់ --- ក្រោយពាក្យគន្លឹះចុងក្រោយ។ បើមានហើយ សូមលុបដកឃ្លាដែលនៅខាងក្រោយវា",
    ),
    "S122": entry(
        "the page has front matter but no text",
        "write the sections, or remove the file",
        "ទំព័រមានផ្នែកក្បាល តែគ្មានអត្ថបទ",
        "សូមសរសេរផ្នែកនានា ឬលុបឯកសារ",
    ),
    "S123": entry(
        "{name} is in neither km/ nor en/",
        "move the page into content/km/ and its twin into content/en/",
        "{name} មិននៅក្នុង km/ ឬ en/",
        "សូមដាក់ទំព័រក្នុង content/km/ និងទំព័រគូក្នុង content/en/",
    ),
    "S124": entry(
        "the file {name} is missing",
        "restore it; every build needs it",
        "ខ្វះឯកសារ {name}",
        "សូមដាក់វិញ",
    ),
    "S125": entry(
        "{name} is not part of the content",
        "pages end in .md, pictures go to shared/images/; remove anything else",
        "{name} មិនមែនជាផ្នែកនៃមាតិកា",
        "ទំព័រត្រូវបញ្ចប់ដោយ .md រូបភាពដាក់ក្នុង shared/images/ សូមលុបអ្វីផ្សេង",
    ),
    "S126": entry(
        'the pages need the words "{key}", which are missing',
        "add {key}: {{km: …, en: …}} to ui.yml",
        "ទំព័រត្រូវការពាក្យ «{key}» ដែលខ្វះ",
        "សូមបន្ថែម {key}: {{km: …, en: …}} ក្នុង ui.yml",
    ),
    "S133": entry(
        'the words "{key}" have a place in braces that nothing fills in: "{text}"',
        "write the names in braces as they were, such as {{n}}, the same in both languages",
        "ពាក្យ «{key}» មានកន្លែងក្នុង {{ }} ដែលគ្មានអ្វីបំពេញ៖ «{text}»",
        "សូមសរសេរឈ្មោះក្នុង {{ }} ដូចដើម ដូចជា {{n}} ហើយដូចគ្នាទាំងពីរភាសា",
    ),
    "S134": entry(
        'the day of "{key}", {on}, is still to come',
        "correct it: every copy is dated with the newest day",
        "ថ្ងៃនៃ «{key}» គឺ {on} មិនទាន់មកដល់",
        "សូមកែ។ ច្បាប់ចម្លងទាំងអស់ យកថ្ងៃដែលថ្មីជាងគេ",
    ),
    "S135": entry(
        "the page was changed on {updated}, after {by} had read it on {on}",
        "have it read again and add that, or take the review out: then it is a draft again",
        "ទំព័រនេះបានកែថ្ងៃ {updated} ក្រោយពេល {by} អានថ្ងៃ {on}",
        "សូមឱ្យគេអានម្តងទៀត ឬយក review ចេញ",
    ),
}

FILES: dict[str, Message] = {**_YAML, **_FILES}
