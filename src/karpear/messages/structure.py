"""S: structure of files, front matter, sections, lists and links inside the site."""

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
        "សូមឱ្យម្នាក់ៗមានលេខសម្គាល់ផ្សេងគ្នា",
    ),
}

_FILES: dict[str, Message] = {
    "S120": entry(
        "the file does not begin with front matter",
        "begin with a line --- , then kind, title and the rest, then a line ---",
        "ឯកសារមិនចាប់ផ្តើមដោយផ្នែកក្បាល",
        "សូមចាប់ផ្តើមដោយបន្ទាត់ --- បន្ទាប់មក kind, title … ហើយបន្ទាត់ ---",
    ),
    "S121": entry(
        "the front matter is never closed",
        "add a line --- after the last key",
        "ផ្នែកក្បាលមិនបានបិទ",
        "សូមបន្ថែមបន្ទាត់ --- ក្រោយពាក្យគន្លឹះចុងក្រោយ",
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
        "សូមដាក់ទំព័រក្នុង content/km/ និងភាគីក្នុង content/en/",
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
}

_SECTIONS: dict[str, Message] = {
    "S201": entry(
        "there is text before the first section",
        "begin with ## and a heading with its key: ## Title {{#key}}",
        "មានអត្ថបទមុនផ្នែកទីមួយ",
        "សូមចាប់ផ្តើមដោយ ## ចំណងជើង {{#key}}",
    ),
    "S202": entry(
        "a heading of level {level} stands here",
        "use ## for sections and ### for their parts",
        "មានចំណងជើងថ្នាក់ {level}",
        "សូមប្រើ ## សម្រាប់ផ្នែក និង ### សម្រាប់ផ្នែករង",
    ),
    "S203": entry(
        'the heading "{title}" has no key',
        "add one after it, in small Latin letters: {{#know}}",
        "ចំណងជើង «{title}» គ្មានពាក្យគន្លឹះ",
        "សូមបន្ថែម ដូចជា {{#know}}",
    ),
    "S204": entry(
        "{what} is not something our pages have",
        "use paragraphs, lists and tables",
        "ទំព័ររបស់យើងគ្មាន {what}",
        "សូមប្រើកថាខណ្ឌ បញ្ជី និងតារាង",
    ),
    "S205": entry(
        "a list stands inside a list",
        "make it one flat list; nested lists are hard to read aloud",
        "មានបញ្ជីក្នុងបញ្ជី",
        "សូមធ្វើជាបញ្ជីតែមួយថ្នាក់",
    ),
    "S206": entry(
        "a list item is empty or has more than one paragraph",
        "keep each item to one paragraph",
        "ចំណុចមួយទទេ ឬមានច្រើនកថាខណ្ឌ",
        "សូមទុកមួយកថាខណ្ឌក្នុងមួយចំណុច",
    ),
    "S301": entry(
        'the section "{key}" is missing',
        "add ## Heading {{#{key}}} in its place",
        "ខ្វះផ្នែក «{key}»",
        "សូមបន្ថែម ## ចំណងជើង {{#{key}}}",
    ),
    "S302": entry(
        'a {kind} has no section "{key}"',
        "correct the key; allowed here: {allowed}",
        "ទំព័រប្រភេទ {kind} គ្មានផ្នែក «{key}»",
        "សូមកែពាក្យគន្លឹះ៖ {allowed}",
    ),
    "S303": entry(
        'the section "{key}" is out of order',
        "put the sections in this order: {order}",
        "ផ្នែក «{key}» មិនតាមលំដាប់",
        "សូមរៀបតាមលំដាប់៖ {order}",
    ),
    "S304": entry(
        'the key "{key}" is used twice on this page',
        "give the second section a key of its own",
        "ពាក្យគន្លឹះ «{key}» ប្រើពីរដងក្នុងទំព័រនេះ",
        "សូមឱ្យផ្នែកទីពីរមានពាក្យគន្លឹះផ្សេង",
    ),
    "S305": entry(
        'the section "minute" has {count} lines',
        "write exactly three lines, as a list with dashes",
        "ផ្នែក «minute» មាន {count} បន្ទាត់",
        "សូមសរសេរបីបន្ទាត់គត់ ជាបញ្ជី",
    ),
    "S306": entry(
        "the flow has {count} steps",
        "bring it down to seven at most",
        "លំហូរមាន {count} ជំហាន",
        "សូមបន្ថយមកត្រឹមប្រាំពីរ",
    ),
    "S307": entry(
        "this step is numbered {found}; {wanted} comes next",
        "number the steps on through now, today and this week",
        "ជំហាននេះមានលេខ {found} តែត្រូវជា {wanted}",
        "សូមដាក់លេខតៗគ្នា",
    ),
    "S308": entry(
        'the section "{key}" is empty',
        "write it, or remove the heading",
        "ផ្នែក «{key}» ទទេ",
        "សូមសរសេរ ឬលុបចំណងជើង",
    ),
    "S309": entry(
        '{what} "{value}" does not exist',
        "correct it; see content/shared/",
        "គ្មាន{what} «{value}»",
        "សូមកែ តាម content/shared/",
    ),
    "S310": entry(
        "the page names fewer than two kinds of help",
        "add to contacts: [h1, …]; some lines go unanswered",
        "ទំព័រមានជំនួយតិចជាងពីរប្រភេទ",
        "សូមបន្ថែមក្នុង contacts: [h1, …]",
    ),
    "S312": entry(
        '"{key}" is {count} characters long; {limit} is the limit',
        "make it shorter",
        "«{key}» វែង {count} តួ លើស {limit}",
        "សូមធ្វើឱ្យខ្លី",
    ),
    "S314": entry(
        "the file's place says {place}, its front matter {found}",
        "move the file or correct audience and band",
        "ទីតាំងឯកសារគឺ {place} តែផ្នែកក្បាលគឺ {found}",
        "សូមប្តូរទីតាំង ឬកែ audience និង band",
    ),
    "S315": entry(
        "the link {href} leads to no page in this language",
        "correct the address; it looks like /topics/grooming/",
        "តំណ {href} គ្មានទំព័រជាភាសានេះ",
        "សូមកែអាសយដ្ឋាន ដូច /topics/grooming/",
    ),
    "S316": entry(
        "the link {href} leads to a section that does not exist",
        "correct what stands after #",
        "តំណ {href} ទៅរកផ្នែកដែលគ្មាន",
        "សូមកែអ្វីដែលនៅក្រោយ #",
    ),
    "S317": entry(
        "the picture {src} does not exist",
        "put it into content/shared/images/ and write /images/name.png",
        "គ្មានរូបភាព {src}",
        "សូមដាក់ក្នុង content/shared/images/ ហើយសរសេរ /images/name.png",
    ),
}

_ACCESS: dict[str, Message] = {
    "A101": entry(
        "the picture {src} has no words for those who cannot see it",
        "write them in the brackets: ![what it shows]({src})",
        "រូបភាព {src} គ្មានពាក្យសម្រាប់អ្នកមើលមិនឃើញ",
        "សូមសរសេរក្នុងតង្កៀប៖ ![អ្វីក្នុងរូប]({src})",
    ),
    "A102": entry(
        "a link to {href} has no words",
        "write what the reader finds there",
        "តំណទៅ {href} គ្មានពាក្យ",
        "សូមសរសេរអ្វីដែលអ្នកអាននឹងឃើញ",
    ),
}

STRUCTURE: dict[str, Message] = {**_YAML, **_FILES, **_SECTIONS, **_ACCESS}
