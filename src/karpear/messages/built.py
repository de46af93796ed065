"""Messages on the built site: B1 the crawl here, B2 and B3 in ``published.py``."""

from __future__ import annotations

from karpear.messages.entry import Message, entry
from karpear.messages.published import PUBLISHED

_ASK_TEMPLATE = "this comes from the templates or styles, not from the content: tell a developer"
_ASK_TEMPLATE_KM = "កំហុសនេះមកពីពុម្ពទំព័រ មិនមែនមកពីខ្លឹមសារទេ៖ សូមប្រាប់អ្នកសរសេរកម្មវិធី"

_CRAWL: dict[str, Message] = {
    "B100": entry(
        'no page found to check in "{value}"',
        "build the site first, or name the folder that holds its index.html",
        "រកមិនឃើញទំព័រណាដែលត្រូវពិនិត្យក្នុង «{value}» ទេ",
        "សូមបង្កើតគេហទំព័រជាមុនសិន ឬបញ្ជាក់ថតដែលមាន index.html",
    ),
    "B101": entry(
        'dead link "{value}": there is no such page or file',
        "mend the link in the page's Markdown file, or write the missing page",
        "តំណ «{value}» ខូច៖ គ្មានទំព័រ ឬឯកសារនេះទេ",
        "សូមកែតំណក្នុងឯកសារ Markdown របស់ទំព័រនេះ ឬសរសេរទំព័រដែលខ្វះ",
    ),
    "B102": entry(
        'dead anchor "{value}": the page is there, but no section with this key',
        "use a key that stands as {{#key}} behind a heading of that page",
        "តំណ «{value}» ខូច៖ មានទំព័រ តែគ្មានផ្នែកដែលមានពាក្យគន្លឹះនេះទេ",
        "សូមប្រើពាក្យគន្លឹះដែលសរសេរជា {{#key}} នៅក្រោយចំណងជើងក្នុងទំព័រនោះ",
    ),
    "B103": entry(
        'missing file "{value}": an image, style, script or font that the page asks for',
        "add the file at this address, or mend its name (capital letters count)",
        "ខ្វះឯកសារ «{value}»៖ រូបភាព រចនាប័ទ្ម ស្គ្រីប ឬពុម្ពអក្សរដែលទំព័រត្រូវការ",
        "សូមដាក់ឯកសារនៅអាសយដ្ឋាននេះ ឬកែឈ្មោះឯកសារ (អក្សរធំ អក្សរតូច មិនដូចគ្នាទេ)",
    ),
    "B104": entry(
        '"{value}" leads out of the folder of the site',
        "write the address from the root of the site, such as /help/",
        "«{value}» នាំចេញក្រៅថតរបស់គេហទំព័រ",
        "សូមសរសេរអាសយដ្ឋានចាប់ពីដើមគេហទំព័រ ដូចជា /help/",
    ),
    "B105": entry(
        '"{value}" names a folder without the closing slash and costs readers a second request',
        "add a slash at the end of the address",
        "«{value}» ជាថតដែលខ្វះសញ្ញា / នៅខាងចុង ធ្វើឱ្យអ្នកអានរង់ចាំពីរដង",
        "សូមថែមសញ្ញា / នៅចុងអាសយដ្ឋាន",
    ),
    "B106": entry(
        '"{value}" is relative, but the 404 page is shown at any address',
        "write the address from the root of the site, such as /help/",
        "«{value}» ជាអាសយដ្ឋានដែលគិតពីទីតាំងទំព័រ តែទំព័រ 404 អាចបង្ហាញនៅគ្រប់អាសយដ្ឋាន",
        "សូមសរសេរអាសយដ្ឋានចាប់ពីដើមគេហទំព័រ ដូចជា /help/",
    ),
    "B107": entry(
        '"{value}" names a drawing part that is not in the SVG file',
        "use an id that the SVG file holds, or add the part to it",
        "«{value}» ហៅផ្នែកគំនូរដែលគ្មានក្នុងឯកសារ SVG",
        "សូមប្រើ id ដែលមានក្នុងឯកសារ SVG ឬថែមផ្នែកនោះចូល",
    ),
    "B110": entry(
        "the page has {count} main headings (h1); it needs exactly one",
        "write only headings of level two and three in the content",
        "ទំព័រនេះមានចំណងជើងធំ (h1) ចំនួន {count} តែត្រូវមានមួយគត់",
        "ក្នុងខ្លឹមសារ សូមប្រើតែចំណងជើងថ្នាក់ទីពីរ និងទីបី",
    ),
    "B111": entry(
        'the page says its language is "{value}"; here it must be {expected}',
        _ASK_TEMPLATE,
        "ទំព័រនេះប្រាប់ថាភាសារបស់វាគឺ «{value}» តែនៅទីនេះត្រូវជា {expected}",
        _ASK_TEMPLATE_KM,
    ),
    "B112": entry(
        'rel=canonical is "{value}"; it must be {expected}',
        _ASK_TEMPLATE,
        "rel=canonical គឺ «{value}» តែត្រូវជា {expected}",
        _ASK_TEMPLATE_KM,
    ),
    "B113": entry(
        'hreflang {lang} is "{value}"; it must be {expected}',
        _ASK_TEMPLATE,
        "hreflang {lang} គឺ «{value}» តែត្រូវជា {expected}",
        _ASK_TEMPLATE_KM,
    ),
    "B114": entry(
        "the page in the other language, {value}, is missing or names other addresses",
        "write the page in both languages; where both are there, tell a developer",
        "ទំព័រជាភាសាម្ខាងទៀត {value} មិនមាន ឬបង្ហាញអាសយដ្ឋានខុសគ្នា",
        "សូមសរសេរទំព័រជាភាសាទាំងពីរ។ បើមានទាំងពីរហើយ សូមប្រាប់អ្នកសរសេរកម្មវិធី",
    ),
    "B115": entry(
        'meta karpear:id is "{value}"; it must be "{expected}"',
        _ASK_TEMPLATE,
        "meta karpear:id គឺ «{value}» តែត្រូវជា «{expected}»",
        _ASK_TEMPLATE_KM,
    ),
    "B116": entry(
        "the help block (id help-block) is missing",
        _ASK_TEMPLATE,
        "ខ្វះប្រអប់ជំនួយ (id help-block)",
        _ASK_TEMPLATE_KM,
    ),
    "B117": entry(
        "the control to leave quickly (id exit) is missing",
        _ASK_TEMPLATE,
        "ខ្វះប៊ូតុងចាកចេញរហ័ស (id exit)",
        _ASK_TEMPLATE_KM,
    ),
    "B118": entry(
        'the id "{value}" stands on this page more than once',
        "give each section of the page its own key",
        "id «{value}» មាននៅលើទំព័រនេះលើសពីម្តង",
        "សូមដាក់ពាក្យគន្លឹះខុសៗគ្នាឱ្យផ្នែកនីមួយៗនៃទំព័រ",
    ),
    "B119": entry(
        "the file cannot be read as UTF-8 text: {value}",
        "build again; if it stays, tell a developer",
        "មិនអាចអានឯកសារនេះជាអក្សរ UTF-8 បានទេ៖ {value}",
        "សូមបង្កើតម្តងទៀត។ បើនៅតែដដែល សូមប្រាប់អ្នកសរសេរកម្មវិធី",
    ),
    "B120": entry(
        "sitemap.xml is missing or cannot be read: {value}",
        _ASK_TEMPLATE,
        "គ្មាន sitemap.xml ឬអានមិនបាន៖ {value}",
        _ASK_TEMPLATE_KM,
    ),
    "B121": entry(
        "sitemap.xml does not list the page {value}",
        _ASK_TEMPLATE,
        "sitemap.xml មិនមានទំព័រ {value} ទេ",
        _ASK_TEMPLATE_KM,
    ),
    "B122": entry(
        "sitemap.xml lists {value}, which is no page or stands there twice",
        _ASK_TEMPLATE,
        "sitemap.xml មាន {value} ដែលមិនមែនជាទំព័រ ឬមានពីរដង",
        _ASK_TEMPLATE_KM,
    ),
    "B130": entry(
        '"{value}" is loaded from another website, which would learn who reads this page',
        "put the file into our own content, or make it a plain link",
        "«{value}» ទាញយកពីគេហទំព័រផ្សេង ដែលអាចដឹងថានរណាអានទំព័រនេះ",
        "សូមដាក់ឯកសារក្នុងខ្លឹមសាររបស់យើង ឬប្តូរទៅជាតំណធម្មតា",
    ),
    "B131": entry(
        'script written inside the page: "{value}"',
        "remove it; scripts live in files of their own",
        "មានស្គ្រីបសរសេរក្នុងទំព័រ៖ «{value}»",
        "សូមលុបចេញ។ ស្គ្រីបត្រូវនៅក្នុងឯកសារដាច់ដោយឡែក",
    ),
    "B132": entry(
        'style written inside the page: "{value}"',
        "remove it; styles live in files of their own",
        "មានរចនាប័ទ្មសរសេរក្នុងទំព័រ៖ «{value}»",
        "សូមលុបចេញ។ រចនាប័ទ្មត្រូវនៅក្នុងឯកសារដាច់ដោយឡែក",
    ),
    "B133": entry(
        'event handler "{value}" inside the page',
        "remove it; nothing on a page may run by itself",
        "មានបញ្ជាដំណើរការ «{value}» ក្នុងទំព័រ",
        "សូមលុបចេញ។ គ្មានអ្វីក្នុងទំព័រអាចដំណើរការដោយខ្លួនឯងទេ",
    ),
    "B134": entry(
        'unsafe address "{value}"',
        "link to a page, a file, https:, tel: or mailto: only",
        "អាសយដ្ឋាន «{value}» មិនមានសុវត្ថិភាព",
        "សូមភ្ជាប់តំណទៅទំព័រ ឯកសារ https: tel: ឬ mailto: ប៉ុណ្ណោះ",
    ),
    "B135": entry(
        "{value} may not stand in a page",
        "remove it; it can change where every link of the page leads or bring in foreign content",
        "{value} មិនអាចមានក្នុងទំព័រទេ",
        "សូមលុបចេញ ព្រោះវាអាចប្តូរទិសតំណទាំងអស់ ឬនាំខ្លឹមសារពីក្រៅចូល",
    ),
}

BUILT: dict[str, Message] = {**_CRAWL, **PUBLISHED}
