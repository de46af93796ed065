"""Messages on publishing (B2) and on the manifest of a published site (B3)."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

_COPY_AGAIN = "copy the whole site again from a source you trust, then run karpear verify"
_COPY_AGAIN_KM = "សូមចម្លងគេហទំព័រទាំងមូលម្តងទៀតពីប្រភពដែលទុកចិត្តបាន រួចដំណើរការ karpear verify"

_PUBLISH: dict[str, Message] = {
    "B201": entry(
        'the output "{value}" and the content "{content}" lie inside one another',
        "choose an output folder beside the content, such as site",
        "ថតលទ្ធផល «{value}» និងថតខ្លឹមសារ «{content}» នៅជាន់គ្នា",
        "សូមជ្រើសថតលទ្ធផលនៅក្បែរថតខ្លឹមសារ ដូចជា site",
    ),
    "B202": entry(
        'the output "{value}" and the freshly built site "{built}" lie inside one another',
        "choose an output folder outside the build folder",
        "ថតលទ្ធផល «{value}» និងគេហទំព័រទើបបង្កើត «{built}» នៅជាន់គ្នា",
        "សូមជ្រើសថតលទ្ធផលនៅក្រៅថត build",
    ),
    "B203": entry(
        'the output "{value}" is a file, not a folder',
        "choose another output folder, or move the file away",
        "ទីតាំងលទ្ធផល «{value}» ជាឯកសារ មិនមែនជាថតទេ",
        "សូមជ្រើសថតលទ្ធផលផ្សេង ឬផ្លាស់ឯកសារនោះទៅកន្លែងផ្សេង",
    ),
    "B204": entry(
        'the output "{value}" is a symbolic link',
        "name the folder that the link leads to",
        "ទីតាំងលទ្ធផល «{value}» ជាតំណនិមិត្ត (symlink)",
        "សូមបញ្ជាក់ថតដែលតំណនោះចង្អុលទៅ",
    ),
    "B205": entry(
        'the folder "{value}" holds files that are not a site of ours, and would be replaced',
        "choose an empty or new output folder, or move these files away",
        "ថត «{value}» មានឯកសារដែលមិនមែនជាគេហទំព័ររបស់យើង ហើយនឹងត្រូវជំនួស",
        "សូមជ្រើសថតលទ្ធផលទទេ ឬថតថ្មី ឬផ្លាស់ឯកសារទាំងនោះទៅកន្លែងផ្សេង",
    ),
    "B206": entry(
        'there is no built site in "{value}"',
        "run make site; if it stops earlier, mend what it names first",
        "គ្មានគេហទំព័រដែលបានបង្កើតក្នុង «{value}» ទេ",
        "សូមដំណើរការ make site។ បើវាឈប់មុន សូមកែអ្វីដែលវាប្រាប់ជាមុនសិន",
    ),
    "B207": entry(
        'the built site in "{value}" is empty or has no index.html',
        "run make site; if it stops earlier, mend what it names first",
        "គេហទំព័រដែលបានបង្កើតក្នុង «{value}» ទទេ ឬគ្មាន index.html",
        "សូមដំណើរការ make site។ បើវាឈប់មុន សូមកែអ្វីដែលវាប្រាប់ជាមុនសិន",
    ),
    "B208": entry(
        '"{value}" is a link or special file, or its name is not UTF-8: it cannot be published',
        "put an ordinary file with a plain name in its place",
        "«{value}» ជាតំណ ឬឯកសារពិសេស ឬឈ្មោះមិនមែនជា UTF-8៖ មិនអាចផ្សាយបានទេ",
        "សូមដាក់ឯកសារធម្មតាដែលមានឈ្មោះសាមញ្ញជំនួស",
    ),
    "B210": entry(
        "the new site has {new} pages, the published one {old}: more than a fifth would be lost",
        "see what is missing; if you mean it, build again with --allow-shrink",
        "គេហទំព័រថ្មីមាន {new} ទំព័រ ដែលបានផ្សាយមាន {old} ទំព័រ៖ នឹងបាត់លើសពីមួយភាគប្រាំ",
        "សូមមើលថាបាត់អ្វី។ បើពិតជាចង់បែបនេះ សូមបង្កើតម្តងទៀតដោយថែម --allow-shrink",
    ),
    "B211": entry(
        "the new site has {new} bytes, the published one {old}: more than a fifth would be lost",
        "see what is missing; if you mean it, build again with --allow-shrink",
        "គេហទំព័រថ្មីមាន {new} បៃ ដែលបានផ្សាយមាន {old} បៃ៖ នឹងបាត់លើសពីមួយភាគប្រាំ",
        "សូមមើលថាបាត់អ្វី។ បើពិតជាចង់បែបនេះ សូមបង្កើតម្តងទៀតដោយថែម --allow-shrink",
    ),
    "B220": entry(
        "another build is running (process {value})",
        "wait until it has ended, then build again",
        "មានការបង្កើតមួយទៀតកំពុងដំណើរការ (ដំណើរការលេខ {value})",
        "សូមរង់ចាំឱ្យវាចប់ រួចបង្កើតម្តងទៀត",
    ),
    "B221": entry(
        'no permission to read or write "{value}"',
        "choose a folder you may write to, or ask for the right to write there",
        "គ្មានសិទ្ធិអាន ឬសរសេរ «{value}» ទេ",
        "សូមជ្រើសថតដែលអ្នកអាចសរសេរបាន ឬសុំសិទ្ធិសរសេរនៅទីនោះ",
    ),
    "B222": entry(
        'no room left to write "{value}"; the published site is as it was',
        "free some space on the disk, then build again",
        "អស់ទំហំសម្រាប់សរសេរ «{value}»។ គេហទំព័រដែលបានផ្សាយនៅដដែល",
        "សូមសម្អាតទំហំក្នុងថាស រួចបង្កើតម្តងទៀត",
    ),
    "B223": entry(
        '"{value}" is in use as a disk or mount of its own and cannot be exchanged',
        "choose a folder inside it as the output",
        "«{value}» ជាថាស ឬចំណុចភ្ជាប់ថាស មិនអាចប្តូរបានទេ",
        "សូមជ្រើសថតនៅខាងក្នុងវាជាថតលទ្ធផល",
    ),
    "B224": entry(
        'writing "{value}" failed: {why}; the published site is as it was',
        "mend the cause named here, then build again",
        "ការសរសេរ «{value}» មិនបានសម្រេច៖ {why}។ គេហទំព័រដែលបានផ្សាយនៅដដែល",
        "សូមដោះស្រាយមូលហេតុនេះ រួចបង្កើតម្តងទៀត",
    ),
    "B225": entry(
        "the copy made for publishing differs from what was built: {value}",
        "build again; if it happens twice, check the disk",
        "ច្បាប់ចម្លងសម្រាប់ផ្សាយខុសពីអ្វីដែលបានបង្កើត៖ {value}",
        "សូមបង្កើតម្តងទៀត។ បើកើតឡើងពីរដង សូមពិនិត្យថាស",
    ),
    "B226": entry(
        'the new site is published, but an old copy could not be removed: "{value}"',
        "delete that folder by hand, or build again",
        "គេហទំព័រថ្មីបានផ្សាយហើយ តែមិនអាចលុបច្បាប់ចម្លងចាស់បានទេ៖ «{value}»",
        "សូមលុបថតនោះដោយដៃ ឬបង្កើតម្តងទៀត",
    ),
}

_MANIFEST: dict[str, Message] = {
    "B301": entry(
        "could not check: there is no {value} here",
        "name the folder that holds it, or copy the whole site again",
        "មិនអាចពិនិត្យបាន៖ គ្មាន {value} នៅទីនេះទេ",
        "សូមបញ្ជាក់ថតដែលមានវា ឬចម្លងគេហទំព័រទាំងមូលម្តងទៀត",
    ),
    "B302": entry(
        'could not check: the manifest is damaged at "{value}"',
        _COPY_AGAIN,
        "មិនអាចពិនិត្យបាន៖ បញ្ជីឯកសារខូចត្រង់ «{value}»",
        _COPY_AGAIN_KM,
    ),
    "B303": entry(
        'could not check: "{value}" is no folder that can be read',
        "name the folder of a published or copied site",
        "មិនអាចពិនិត្យបាន៖ «{value}» មិនមែនជាថតដែលអាចអានបានទេ",
        "សូមបញ្ជាក់ថតរបស់គេហទំព័រដែលបានផ្សាយ ឬបានចម្លង",
    ),
    "B304": entry(
        'the file was changed: "{value}"',
        _COPY_AGAIN,
        "ឯកសារត្រូវបានកែប្រែ៖ «{value}»",
        _COPY_AGAIN_KM,
    ),
    "B305": entry(
        'the file is missing: "{value}"',
        _COPY_AGAIN,
        "ខ្វះឯកសារ៖ «{value}»",
        _COPY_AGAIN_KM,
    ),
    "B306": entry(
        '"{value}" is extra: the manifest does not list it',
        "remove it unless you put it there yourself",
        "«{value}» លើសពីបញ្ជី៖ បញ្ជីឯកសារមិនមានវាទេ",
        "សូមលុបវាចេញ លើកលែងតែអ្នកដាក់វាដោយខ្លួនឯង",
    ),
    "B307": entry(
        '"{value}" could not be read: {why}',
        _COPY_AGAIN,
        "មិនអាចអាន «{value}» បានទេ៖ {why}",
        _COPY_AGAIN_KM,
    ),
    "B308": entry(
        '"{value}" is a link, a folder or a special file where an ordinary file should be',
        _COPY_AGAIN,
        "«{value}» ជាតំណ ថត ឬឯកសារពិសេស ជំនួសឱ្យឯកសារធម្មតា",
        _COPY_AGAIN_KM,
    ),
    "B309": entry(
        "could not check: the manifest lists no file",
        _COPY_AGAIN,
        "មិនអាចពិនិត្យបាន៖ បញ្ជីឯកសារទទេ",
        _COPY_AGAIN_KM,
    ),
}

PUBLISHED: dict[str, Message] = {**_PUBLISH, **_MANIFEST}
