"""S2, S3, A: sections, lists, links inside the site, and words for pictures and links."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

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
        "ទំព័រជំហានជំនួយមាន {count} ជំហាន",
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
    "A103": entry(
        "the link “{text}” does not say where it leads",
        "write the name of the page or part it opens, so that it can be understood on its own",
        "តំណ «{text}» មិនប្រាប់ថាទៅណា",
        "សូមសរសេរឈ្មោះទំព័រ ឬផ្នែក ដែលតំណនេះបើក",
    ),
}

STRUCTURE: dict[str, Message] = {**_SECTIONS, **_ACCESS}
