"""H: telephone numbers live in one file, with sources and dates."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

HELPLINES: dict[str, Message] = {
    "H101": entry(
        'this looks like a telephone number: "{text}"',
        "take it out and name the line instead: [[h1]] or [[child-helpline-cambodia]]",
        "នេះដូចជាលេខទូរស័ព្ទ៖ «{text}»",
        "សូមយកចេញ ហើយសរសេរឈ្មោះបណ្តាញ៖ [[h1]] ឬ [[child-helpline-cambodia]]",
    ),
    "H102": entry(
        'the number "{value}" cannot be printed so',
        'write digits and spaces in quotes: "092 311 511"',
        "លេខ «{value}» សរសេរមិនត្រឹមត្រូវ",
        'សូមសរសេរលេខក្នុងសញ្ញា " " ដូច "092 311 511"',
    ),
    "H103": entry(
        'the number "{value}" cannot be dialled so',
        'write a short code as "1280", any other as "+85592311511"',
        "លេខ «{value}» ចុចហៅមិនបាន",
        'សូមសរសេរលេខខ្លី "1280" លេខផ្សេង "+85592311511"',
    ),
    "H104": entry(
        "{id} was last checked on {on}, {days} days ago; {limit} is the limit",
        "ring or write again and change the date, or set verified: null",
        "{id} ពិនិត្យចុងក្រោយ {on} គឺ {days} ថ្ងៃមុន លើស {limit}",
        "សូមពិនិត្យម្តងទៀត ហើយប្តូរកាលបរិច្ឆេទ ឬដាក់ verified: null",
    ),
    "H105": entry(
        "{id} says it was checked on {on}, which is still to come",
        "correct the date",
        "{id} ថាពិនិត្យនៅ {on} ដែលមិនទាន់មកដល់",
        "សូមកែកាលបរិច្ឆេទ",
    ),
    "H106": entry(
        "{id} is never to be shown (status X), but is named here",
        "name another line; the reason stands in helplines.yml",
        "{id} មិនត្រូវបង្ហាញ (X) តែមានឈ្មោះនៅទីនេះ",
        "សូមប្រើបណ្តាញផ្សេង។ មូលហេតុមានក្នុង helplines.yml",
    ),
    "H107": entry(
        "{id} has no source",
        "add where it was seen, with the date the source gives",
        "{id} គ្មានប្រភព",
        "សូមបន្ថែមប្រភព និងកាលបរិច្ឆេទ",
    ),
    "H108": entry(
        "{id} may not be left out: every page and print shows it",
        "put it back into helplines.yml and contacts",
        "{id} មិនអាចខ្វះបាន៖ គ្រប់ទំព័រ និងគ្រប់ការបោះពុម្ពមានវា",
        "សូមដាក់វិញក្នុង helplines.yml និង contacts",
    ),
    "H109": entry(
        'the printed number "{shown}" and the dialled one "{dial}" are not the same digits',
        "correct the wrong one",
        "លេខបង្ហាញ «{shown}» និងលេខហៅ «{dial}» មិនដូចគ្នា",
        "សូមកែលេខដែលខុស",
    ),
    "H110": entry(
        'the link "{url}" does not begin with https://',
        "write the full address as its owner gives it",
        "តំណ «{url}» មិនចាប់ផ្តើមដោយ https://",
        "សូមសរសេរអាសយដ្ឋានពេញ",
    ),
    "H111": entry(
        '{id} may not be called "{claim}": nobody has confirmed it',
        "leave the claim out until its owner has confirmed it",
        "មិនអាចថា {id} «{claim}»៖ គ្មានអ្នកបញ្ជាក់",
        "សូមកុំសរសេរ រហូតដល់ម្ចាស់បញ្ជាក់",
    ),
    "H112": entry(
        '"{key}" of {id} names the number "{text}", which is none of its numbers',
        "write the number there as it stands below numbers, or take it out",
        "«{key}» នៃ {id} មានលេខ «{text}» ដែលមិនមែនជាលេខរបស់បណ្តាញនេះ",
        "សូមសរសេរលេខដូចក្នុង numbers ឬយកចេញ",
    ),
    "H113": entry(
        "{id} has the number {number} of {other}, which is never to be shown (status X)",
        "look which of the two is right; the reason stands in helplines.yml",
        "{id} មានលេខ {number} របស់ {other} ដែលមិនត្រូវបង្ហាញ (X)",
        "សូមមើលថាមួយណាត្រឹមត្រូវ។ មូលហេតុមានក្នុង helplines.yml",
    ),
}
