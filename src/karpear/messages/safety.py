"""X: nothing unsafe reaches a reader's page, and nothing is read from outside."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

_TEXT: dict[str, Message] = {
    "X101": entry(
        'HTML stands in the text: "{html}"',
        "remove it; headings, lists, tables and bold need none",
        "មាន HTML ក្នុងអត្ថបទ៖ «{html}»",
        "សូមលុប",
    ),
    "X102": entry(
        'a link leads to "{href}"',
        "link to our pages as /help/ or to others with https://",
        "តំណទៅ «{href}»",
        "សូមប្រើ /help/ ឬ https://",
    ),
    "X103": entry(
        'a picture comes from outside: "{src}"',
        "put a copy into content/shared/images/ and write /images/name.png",
        "រូបភាពមកពីខាងក្រៅ៖ «{src}»",
        "សូមដាក់ក្នុង content/shared/images/",
    ),
    "X104": entry(
        'an attribute list stands in the text: "{text}"',
        "only {{#key}} after a heading and [words]{{lang=en}} are known",
        "មានបញ្ជីលក្ខណៈក្នុងអត្ថបទ៖ «{text}»",
        "ប្រើបានតែ {{#key}} ក្រោយចំណងជើង និង [ពាក្យ]{{lang=en}}",
    ),
    "X105": entry(
        'the path "{path}" leaves the content',
        "write an address inside the site",
        "ផ្លូវ «{path}» ចេញក្រៅមាតិកា",
        "សូមសរសេរអាសយដ្ឋានក្នុងគេហទំព័រ",
    ),
    "X106": entry(
        'the {key} holds markup: "{text}"',
        "write plain words; no < > or Markdown",
        "{key} មានសញ្ញាពិសេស៖ «{text}»",
        "សូមសរសេរពាក្យធម្មតា",
    ),
    "X107": entry(
        'italics or code stand in the text: "{text}"',
        "use **bold** or plain words; Khmer has no italics",
        "មានអក្សរទ្រេត ឬកូដក្នុងអត្ថបទ៖ «{text}»",
        "សូមប្រើ **អក្សរដិត** ឬពាក្យធម្មតា",
    ),
}

_FILES: dict[str, Message] = {
    "X201": entry(
        "{name} is a symbolic link",
        "put the file itself there; a link can publish what lies outside",
        "{name} ជាតំណនិមិត្ត (symlink)",
        "សូមដាក់ឯកសារពិត",
    ),
    "X202": entry(
        "{name} is neither a file nor a folder",
        "remove it",
        "{name} មិនមែនឯកសារ ឬថត",
        "សូមលុប",
    ),
    "X203": entry(
        "the name {name} is too long",
        "use at most 100 bytes",
        "ឈ្មោះ {name} វែងពេក",
        "សូមប្រើមិនលើស ១០០ បៃ",
    ),
    "X204": entry(
        "the name {name} is reserved on Windows",
        "choose another; offline copies are unpacked there",
        "ឈ្មោះ {name} ជាឈ្មោះបម្រុងរបស់ Windows",
        "សូមជ្រើសឈ្មោះផ្សេង",
    ),
    "X205": entry(
        "the name {name} cannot be an address",
        "use small Latin letters, digits and single hyphens: cyber-bullying.md",
        "ឈ្មោះ {name} មិនអាចជាអាសយដ្ឋាន",
        "សូមប្រើអក្សរឡាតាំងតូច លេខ និងសញ្ញា -",
    ),
    "X206": entry(
        "{address} is written twice: {other} has the same address",
        "keep one of the two files",
        "{address} មានពីរ៖ {other} មានអាសយដ្ឋានដូចគ្នា",
        "សូមទុកតែមួយ",
    ),
    "X207": entry(
        "the file has {size} bytes; {limit} is the limit",
        "split the page; readers are on slow networks",
        "ឯកសារមាន {size} បៃ លើស {limit}",
        "សូមបំបែកទំព័រ",
    ),
    "X208": entry(
        "{name} cannot be read: {problem}",
        "check its permissions",
        "អាន {name} មិនបាន៖ {problem}",
        "សូមពិនិត្យសិទ្ធិ",
    ),
    "X209": entry(
        "there are {count} files; {limit} is the limit",
        "check that this is the right folder",
        "មាន {count} ឯកសារ លើស {limit}",
        "សូមពិនិត្យថាជាថតត្រឹមត្រូវ",
    ),
}

_IMAGES: dict[str, Message] = {
    "X301": entry(
        "the picture has {size} bytes; {limit} is the limit",
        "save it smaller",
        "រូបភាពមាន {size} បៃ លើស {limit}",
        "សូមរក្សាទុកឱ្យតូច",
    ),
    "X302": entry(
        "{name} is not a picture that can be read",
        "save it again as PNG, JPEG, WebP or SVG",
        "{name} មិនមែនរូបភាពដែលអានបាន",
        "សូមរក្សាទុកម្តងទៀត",
    ),
    "X303": entry(
        'the SVG holds "{what}"',
        "save it as plain shapes, without scripts, styles or outside references",
        "SVG មាន «{what}»",
        "សូមរក្សាទុកជារូបធម្មតា គ្មានស្គ្រីប",
    ),
    "X304": entry(
        "the picture is {width} x {height} pixels; {limit} a side is the limit",
        "make it smaller",
        "រូបភាពមាន {width} x {height} ភីកសែល លើស {limit}",
        "សូមបង្រួម",
    ),
    "X305": entry(
        "{name} tells the place where it was taken",
        "save it without location data (EXIF)",
        "{name} ប្រាប់ទីកន្លែងថត",
        "សូមរក្សាទុកដោយគ្មានទិន្នន័យទីតាំង (EXIF)",
    ),
    "X306": entry(
        "{name} carries hidden data (EXIF or XMP)",
        "save it without metadata",
        "{name} មានទិន្នន័យលាក់ (EXIF ឬ XMP)",
        "សូមរក្សាទុកដោយគ្មានទិន្នន័យបន្ថែម",
    ),
}

SAFETY: dict[str, Message] = {**_TEXT, **_FILES, **_IMAGES}
