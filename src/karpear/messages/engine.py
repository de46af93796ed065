"""B4: what the site engine says of the staged pages."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

ENGINE: dict[str, Message] = {
    "B401": entry(
        "the engine stopped: {problem}",
        "this is a fault of templates or settings, not of the content; nothing was published",
        "ម៉ាស៊ីនបង្កើតគេហទំព័របានឈប់៖ {problem}",
        "នេះជាកំហុសនៃពុម្ព ឬការកំណត់ មិនមែនមាតិកាទេ គ្មានអ្វីត្រូវបានផ្សាយ",
    ),
    "B402": entry(
        "the print {name} could not be made: {problem}",
        "where a line is too wide, make its long word shorter; all else is a fault of print "
        "templates or fonts, not of the content; nothing was published",
        "មិនអាចបង្កើតឯកសារបោះពុម្ព {name} បាន៖ {problem}",
        "បើបន្ទាត់វែងពេក សូមកាត់ពាក្យដែលវែងពេកឱ្យខ្លី។ បើមិនដូច្នោះ នេះជាកំហុសនៃពុម្ពបោះពុម្ព ឬអក្សរ "
        "មិនមែនមាតិកាទេ គ្មានអ្វីត្រូវបានផ្សាយ",
    ),
    "B403": entry(
        "editions skipped: {editions}; system libraries that they need are not here",
        "the website is built without them; to have them, run: "
        "sudo apt-get install -y --no-install-recommends {packages}",
        "បានរំលង៖ {editions}។ គ្មានបណ្ណាល័យប្រព័ន្ធដែលវាត្រូវការទេ",
        "គេហទំព័រត្រូវបានបង្កើតដោយគ្មានវា។ បើចង់បាន សូមបញ្ជា៖ "
        "sudo apt-get install -y --no-install-recommends {packages}",
    ),
    "B405": entry(
        'the title "{text}" does not fit into a picture to share, however small its letters',
        "shorten it, or write it in shorter words",
        "ចំណងជើង «{text}» វែងពេក មិនចូលក្នុងរូបសម្រាប់ចែករំលែកទេ",
        "សូមសរសេរឱ្យខ្លីជាងនេះ",
    ),
    "B406": entry(
        "edition skipped: zim; the Python library libzim cannot be loaded",
        "the website is built without files for Kiwix; to have them, run: "
        "pip install --require-hashes -r requirements.txt",
        "បានរំលងឯកសារ zim៖ មិនអាចបើកបណ្ណាល័យ Python libzim បានទេ",
        "គេហទំព័រត្រូវបានបង្កើតដោយគ្មានឯកសារសម្រាប់ Kiwix។ បើចង់បាន សូមបញ្ជា៖ "
        "pip install --require-hashes -r requirements.txt",
    ),
    "B407": entry(
        "the Kolibri channel has changed, but its version is not above the published one: "
        "Kolibri would keep the old channel",
        "give what you changed its new `updated`, or raise `revision` here by one; build again",
        "ឆានែល Kolibri បានផ្លាស់ប្តូរ តែគ្មានកាលបរិច្ឆេទណាថ្មីជាងអ្វីដែលបានផ្សាយទេ៖ Kolibri នឹងរក្សាឆានែលចាស់",
        "សូមដាក់ `updated` ថ្មីឱ្យអ្វីដែលបានកែ ឬបន្ថែម `revision` នៅទីនេះមួយ រួចបង្កើតម្តងទៀត",
    ),
    "B408": entry(
        "{name} fills {pages} pages; {limit} are meant",
        "make the page shorter; the print goes out as it is",
        "{name} មាន {pages} ទំព័រ ប៉ុន្តែត្រូវមានត្រឹម {limit}",
        "សូមសរសេរឱ្យខ្លីជាងនេះ ឯកសារបោះពុម្ពត្រូវបានផ្សាយដូចដែលមាន",
    ),
}
