"""S1: permanent short addresses, ``shortids.yml``."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

SHORT_IDS: dict[str, Message] = {
    "S127": entry(
        'the short id of the page "{page}" in {lang} is not written down yet',
        "before it is printed, add to shortids.yml and count it in assigned: {row}",
        "លេខសម្គាល់ខ្លីនៃទំព័រ «{page}» ជា {lang} មិនទាន់បានកត់ទុកទេ",
        "មុនបោះពុម្ព សូមបន្ថែមក្នុង shortids.yml ហើយរាប់ក្នុង assigned៖ {row}",
    ),
    "S128": entry(
        'the short id "{id}" or its page is there twice',
        "keep the row that was printed first; a page that moved names its first address in first",
        "លេខសម្គាល់ខ្លី «{id}» ឬទំព័ររបស់វា មានពីរដង",
        "សូមទុកជួរដែលបានបោះពុម្ពមុន។ ទំព័រដែលបានប្តូរកន្លែង ត្រូវសរសេរអាសយដ្ឋានដំបូងក្នុង first",
    ),
    "S129": entry(
        'the short id "{id}" was changed; "{wanted}" is what stands on paper',
        "write {wanted} again; where the page has moved, keep the id and add first: its old page",
        "លេខសម្គាល់ខ្លី «{id}» ត្រូវបានប្តូរ។ លើក្រដាសមាន «{wanted}»",
        "សូមសរសេរ {wanted} វិញ។ បើទំព័របានប្តូរកន្លែង សូមទុកលេខដដែល ហើយបន្ថែម first",
    ),
    "S130": entry(
        'the short id "{id}" leads to "{page}", which is not there',
        "let it lead to the page that took its place: paper with this address is still about",
        "លេខសម្គាល់ខ្លី «{id}» នាំទៅ «{page}» ដែលគ្មាន",
        "សូមឱ្យវានាំទៅទំព័រដែលមកជំនួស ព្រោះក្រដាសដែលមានអាសយដ្ឋាននេះ នៅមានគេប្រើ",
    ),
    "S131": entry(
        "shortids.yml has {count} ids, and {assigned} were ever assigned",
        "put back what was removed; after adding ids, write their number in assigned",
        "shortids.yml មាន {count} លេខ តែបានផ្តល់ {assigned} លេខ",
        "សូមដាក់មកវិញនូវអ្វីដែលបានលុប។ ក្រោយបន្ថែម សូមសរសេរចំនួនក្នុង assigned",
    ),
    "S132": entry(
        "the file {name} is missing; what is made of it is left out",
        "restore it, or leave it away where the site needs nothing of it",
        "ខ្វះឯកសារ {name} ដូច្នេះអ្វីដែលធ្វើពីវា នឹងគ្មានទេ",
        "សូមដាក់វិញ ឬទុកចោល បើគេហទំព័រមិនត្រូវការវា",
    ),
}
