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
        "សូមលុបតួនោះ។ ឯកសារនេះប្រហែលជាខូច",
    ),
    "L201": entry(
        'Khmer that is not typed in the one right way at column {column}: "{cluster}" ({kind})',
        'write "{fixed}" (what is only out of order, karpear check --fix puts right)',
        "វាយអក្សរខ្មែរមិនត្រូវលំដាប់ ឬមិនត្រូវតួ ជួរឈរ {column}៖ «{cluster}» ({kind})",
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
        "សូមវាយម្តងទៀត ឬប្រើ karpear check --fix",
    ),
    "L205": entry(
        'the spelling "{wrong}" is not used here',
        'write "{right}"',
        "មិនប្រើអក្ខរាវិរុទ្ធ «{wrong}»",
        "សូមសរសេរ «{right}»",
    ),
    "L206": entry(
        '"{wrong}" is the same word as "{right}", which the site writes in {count} other places',
        'write "{right}", or change all places',
        "«{wrong}» គឺជាពាក្យតែមួយនឹង «{right}» ដែលមាន {count} កន្លែងទៀត",
        "សូមសរសេរ «{right}» ឬកែគ្រប់កន្លែង",
    ),
    "L207": entry(
        'Latin and Khmer letters without a space between them: "{text}"',
        "put a space between them",
        "អក្សរឡាតាំងជាប់នឹងអក្សរខ្មែរ៖ «{text}»",
        "សូមដកឃ្លារវាងអក្សរទាំងពីរ",
    ),
    "L208": entry(
        'a full stop ends a Khmer sentence: "{text}"',
        "write ។",
        "ប្រយោគខ្មែរនេះបញ្ចប់ដោយចំណុច (.) ដែលមិនមែនជាសញ្ញាខ្មែរ៖ «{text}»",
        "សូមសរសេរ ។",
    ),
    "L209": entry(
        'the number "{wrong}" stands in Khmer text in Western digits',
        'write "{right}"; only telephone numbers, addresses and names keep Western digits',
        "លេខ «{wrong}» ក្នុងអត្ថបទខ្មែរ មិនមែនជាលេខខ្មែរ",
        "សូមសរសេរ «{right}»។ មានតែលេខទូរស័ព្ទ អាសយដ្ឋាន និងឈ្មោះ ដែលទុកលេខឡាតាំង",
    ),
    "L210": entry(
        'quotation marks that Khmer does not use: "{text}"',
        "write « and »",
        "សញ្ញាសម្រង់មិនមែនរបស់ខ្មែរ៖ «{text}»",
        "សូមសរសេរ « និង »",
    ),
    "L211": entry(
        'two spaces in a row: "{text}"',
        "leave one",
        "មានដកឃ្លាពីរជាប់គ្នា៖ «{text}»",
        "សូមទុកតែមួយ",
    ),
    "L212": entry(
        '"{wrong}" is not how we call it here: the term is "{right}"',
        'write "{right}", or use the form in a definition of terms.yml if it is right too',
        "«{wrong}» មិនមែនពាក្យដែលយើងប្រើ។ ពាក្យនោះគឺ «{right}»",
        "សូមសរសេរ «{right}» ឬប្រើពាក្យនោះក្នុងនិយមន័យនៃ terms.yml បើវាក៏ត្រឹមត្រូវ",
    ),
    "L213": entry(
        '"{text}" stands where a text in {wanted} should',
        "write it in {wanted}; look whether the two languages were exchanged",
        "«{text}» ស្ថិតនៅកន្លែងដែលត្រូវសរសេរជាភាសា {wanted}",
        "សូមសរសេរជាភាសា {wanted}។ សូមមើលក្រែងភាសាទាំងពីរដាក់ច្រឡំគ្នា",
    ),
}
