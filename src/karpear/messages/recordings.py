"""A2: recordings of sections."""

from __future__ import annotations

from karpear.messages.entry import Message, entry

RECORDINGS: dict[str, Message] = {
    "A201": entry(
        "there is no section {name} to be a recording of",
        "correct page, section and lang; a section is named by the key of its ## heading",
        "គ្មានផ្នែក {name} សម្រាប់សំឡេងថតទុកនេះទេ",
        "សូមកែ page, section និង lang តាមពាក្យគន្លឹះនៃចំណងជើង ##",
    ),
    "A202": entry(
        "the recording {name} is not there, or was refused",
        "put the file into content/, or remove this entry",
        "គ្មានឯកសារសំឡេង {name} ឬវាមិនត្រូវបានទទួល",
        "សូមដាក់ឯកសារក្នុង content/ ឬលុបធាតុនេះ",
    ),
    "A203": entry(
        "the recording {name} is not registered",
        "add it to shared/audio.yml with the name of its reader and the day, or remove the file",
        "ឯកសារសំឡេង {name} មិនទាន់បានចុះបញ្ជីទេ",
        "សូមបន្ថែមក្នុង shared/audio.yml ជាមួយឈ្មោះអ្នកអាន និងថ្ងៃ ឬលុបឯកសារ",
    ),
    "A204": entry(
        "the recording stands at {name}, but belongs to {place}",
        "move the file there and write file: {place}",
        "ឯកសារសំឡេងនៅ {name} តែត្រូវនៅ {place}",
        "សូមដាក់ឯកសារនៅទីនោះ ហើយសរសេរ file: {place}",
    ),
    "A205": entry(
        "the words of {name} have changed since it was recorded, so nobody can hear it",
        "listen to it beside the text; record it anew, or run karpear stamp --audio {name}",
        "អត្ថបទនៃ {name} បានប្តូរ ក្រោយពេលថតសំឡេង ដូច្នេះវាមិនបង្ហាញទេ",
        "សូមស្តាប់ ហើយផ្ទៀងនឹងអត្ថបទ។ ថតម្តងទៀត ឬប្រើ karpear stamp --audio {name}",
    ),
    "A206": entry(
        "a recording cannot be of a day to come: {on}",
        "write the day on which it was read",
        "សំឡេងថតទុក មិនអាចមានថ្ងៃខាងមុខបានទេ៖ {on}",
        "សូមសរសេរថ្ងៃដែលបានអាន",
    ),
    "A207": entry(
        "{name} holds something that is not MP3 sound (at byte {offset})",
        "make it anew as handbook/content.md, Recordings, tells",
        "{name} មានអ្វីដែលមិនមែនជាសំឡេង MP3 (ត្រង់បៃទី {offset})",
        "សូមធ្វើឯកសារឡើងវិញ តាម handbook/content.md ផ្នែក Recordings",
    ),
    "A208": entry(
        'the recording carries data beside its title: "{tag}"',
        "take it out: it may name a person or a place (handbook/content.md, Recordings)",
        "ឯកសារសំឡេងមានទិន្នន័យលាក់ «{tag}» ក្រៅពីចំណងជើង",
        "សូមដកចេញ ព្រោះវាអាចប្រាប់ឈ្មោះ ឬទីកន្លែង (handbook/content.md ផ្នែក Recordings)",
    ),
    "A209": entry(
        "the recording has {size} bytes, the limit is {limit}",
        "record the section in one voice at 32 kbit/s, or shorten the section",
        "ឯកសារសំឡេងមាន {size} បៃ លើសពី {limit}",
        "សូមថតជាសំឡេងមួយ (mono) នៅ 32 kbit/s ឬធ្វើផ្នែកនេះឱ្យខ្លី",
    ),
}
