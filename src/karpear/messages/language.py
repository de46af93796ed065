"""L: encoding, characters, and the language a text is written in."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

LANGUAGE: dict[str, Message] = {
    "L101": entry(
        "the file is empty",
        "write the page, or remove the file",
        "ឯកសារទទេ",
        "សូមសរសេរ ឬលុបឯកសារ",
    ),
    "L102": entry(
        "the file is saved as {encoding}",
        "save it as UTF-8 without a byte order mark",
        "ឯកសាររក្សាទុកជា {encoding}",
        "សូមរក្សាទុកជា UTF-8 គ្មាន BOM",
    ),
    "L103": entry(
        "the file begins with a byte order mark",
        "save it as UTF-8 without BOM",
        "ឯកសារមាន BOM នៅខាងដើម",
        "សូមរក្សាទុកជា UTF-8 គ្មាន BOM",
    ),
    "L104": entry(
        "the byte {byte} is not UTF-8 (perhaps Windows-1252 or a legacy Khmer font)",
        "save the file as UTF-8 and look at this line",
        "បៃ {byte} មិនមែន UTF-8 (ប្រហែល Windows-1252 ឬពុម្ពអក្សរចាស់)",
        "សូមរក្សាទុកជា UTF-8 ហើយមើលបន្ទាត់នេះ",
    ),
    "L105": entry(
        "the file holds a NUL character",
        "remove it; the file may be damaged",
        "ឯកសារមានតួ NUL",
        "សូមលុប ឯកសារអាចខូច",
    ),
    "L201": entry(
        'Khmer characters in the wrong order at column {column}: "{cluster}" ({kind})',
        'write "{fixed}"',
        "តួអក្សរខ្មែរខុសលំដាប់ ជួរឈរ {column}៖ «{cluster}» ({kind})",
        "សូមសរសេរ «{fixed}»",
    ),
    "L202": entry(
        'a character that must not stand here at column {column}: "{cluster}" ({kind})',
        "remove it or type the word anew",
        "តួអក្សរដែលមិនត្រូវមាន ជួរឈរ {column}៖ «{cluster}» ({kind})",
        "សូមលុប ឬវាយពាក្យម្តងទៀត",
    ),
    "L203": entry(
        '{share} % of this text is {found}, on a page in {wanted}: "{text}"',
        "translate it; mark a phrase that must stay as [phrase]{{lang={code}}}",
        "{share} % នៃអត្ថបទនេះជាភាសា {found} ក្នុងទំព័រភាសា {wanted}៖ «{text}»",
        "សូមបកប្រែ ឬសម្គាល់ឃ្លាដោយ [ឃ្លា]{{lang={code}}}",
    ),
    "L204": entry(
        'the text "{text}" is not in NFC',
        "type it anew, or run: karpear check --fix",
        "អត្ថបទ «{text}» មិនមែន NFC",
        "សូមវាយម្តងទៀត",
    ),
    "L205": entry(
        'the spelling "{wrong}" is not used here',
        'write "{right}"',
        "មិនប្រើអក្ខរាវិរុទ្ធ «{wrong}»",
        "សូមសរសេរ «{right}»",
    ),
}
