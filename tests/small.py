"""The files of a small, right content root: one module, one flow, one help page, home."""

from __future__ import annotations

import re
from functools import lru_cache

from karpear.model import Language
from karpear.model.shortids import make_short_id
from karpear.stamps import stamp_of

_SHARED = {
    "bands": """
bands:
  - {id: "10-12", title: {km: "អាយុ ១០ ដល់ ១២ ឆ្នាំ", en: "10 to 12 years"}, stage: {km: "ចុងបឋមសិក្សា", en: "late primary school"}}
audiences:
  - {id: parents, title: {km: "ឪពុកម្តាយ", en: "Parents"}, door: {km: "សម្រាប់ផ្ទះ", en: "For the home"}}
  - {id: teachers, title: {km: "លោកគ្រូ អ្នកគ្រូ", en: "Teachers"}, door: {km: "សម្រាប់សាលា", en: "For the school"}}
  - {id: children, title: {km: "កុមារ", en: "Children"}, door: {km: "សម្រាប់ប្អូន", en: "For you"}}
""",
    "risks": """
categories:
  - id: conduct
    title: {km: "ការប្រព្រឹត្ត", en: "Conduct"}
    plain: {km: "របៀបដែលយើងប្រព្រឹត្តចំពោះគ្នា។", en: "How we treat each other."}
    cells:
      - {id: conduct/aggressive, title: {km: "ពាក្យអាក្រក់", en: "Cruel words"}, plain: {km: "ពាក្យអាក្រក់រវាងក្មេងៗ។", en: "Cruelty between peers."}}
not_applicable: []
""",
    "helplines": """
helplines:
  - id: child-helpline-cambodia
    title: {km: "បណ្តាញទូរស័ព្ទជំនួយកុមារ", en: "Child Helpline"}
    short: {km: "ជំនួយកុមារ", en: "Child Helpline"}
    kind: helpline
    status: A
    numbers: [{shown: "1280", dial: "1280"}]
    links: []
    hours: {km: "២៤ ម៉ោង", en: "24 hours"}
    never: []
    audiences: [parents, teachers, children]
    sources: [{what: {km: "គេហទំព័រ", en: "its own page"}, dated: "2026-11-22"}]
    verified: null
  - id: aple-hotline
    title: {km: "អេភីល", en: "APLE hotline"}
    short: {km: "អេភីល", en: "APLE"}
    kind: hotline
    status: A
    numbers: [{shown: "092 311 511", dial: "+85592311511"}]
    links: [{url: "https://aplecambodia.org/reporting-page", label: {km: "រាយការណ៍", en: "report"}}]
    never: ["free", "ឥតគិតថ្លៃ"]
    audiences: [parents, teachers, children]
    sources: [{what: {km: "គេហទំព័រ", en: "its own page"}, dated: "undated"}]
    verified: null
  - id: police-emergency
    title: {km: "ប៉ូលិស", en: "Police"}
    short: {km: "ប៉ូលិស", en: "police"}
    kind: police
    status: B
    numbers: [{shown: "117", dial: "117"}]
    links: []
    never: []
    audiences: [parents, teachers, children]
    sources: [{what: {km: "សារព័ត៌មាន", en: "press"}, dated: "2022-08-31"}]
    verified: null
  - id: old-line
    title: {km: "ខ្សែចាស់", en: "An old line"}
    short: {km: "ខ្សែចាស់", en: "old line"}
    kind: helpline
    status: X
    numbers: [{shown: "1246", dial: "1246"}]
    links: []
    never: []
    audiences: []
    sources: []
    verified: null
contacts:
  - {id: h1, title: {km: "ជំនួយកុមារ", en: "Child helpline"}, short: {km: "ជំនួយកុមារ", en: "Child Helpline"}, use: {km: "និយាយ", en: "talk"}, helplines: [child-helpline-cambodia]}
  - {id: h2, title: {km: "អេភីល", en: "Hotline"}, short: {km: "អេភីល", en: "APLE"}, use: {km: "រាយការណ៍", en: "report"}, helplines: [aple-hotline]}
  - {id: h3, title: {km: "ប៉ូលិស", en: "Police"}, short: {km: "ប៉ូលិស", en: "police"}, use: {km: "គ្រោះថ្នាក់", en: "danger"}, helplines: [police-emergency]}
""",
    "platforms": "platforms: []\n",
    "audio": "recordings: []\n",
    "actions": """
actions:
  - id: stop
    pictogram: stop
    title: {km: "ឈប់សិន កុំឆ្លើយ", en: "Stop. Do not answer"}
    text: {km: "មិនបាច់បង់លុយទេ។", en: "You need not pay."}
    cites: [ncg-start-early]
    more: /help/
    bands: ["10-12"]
  - id: call
    pictogram: call
    title: {km: "ទូរស័ព្ទទៅគេ", en: "Call the helpline"}
    text: {km: "មានអ្នកស្តាប់។", en: "Someone listens."}
    helplines: [h1]
    cites: [craft]
    more: /help/#urgent
""",
    "sources": """
sources:
  - {id: ncg-2023, title: {km: "គោលការណ៍ណែនាំជាតិ", en: "National Guideline"}, issuer: {km: "ក.ជ.ក.ក", en: "CNCC"}, year: "2023", note: {km: "ឯកសារផ្លូវការ។", en: "The official text."}}
  - {id: craft, title: {km: "ការអនុវត្តល្អ", en: "good practice"}, note: {km: "គ្មានប្រភព។", en: "No source states it."}}
""",
    "facts": """
facts:
  - id: ncg-start-early
    source: ncg-2023
    clause: "2.4.8"
    kind: advice
    audiences: [parent, teacher, public]
    bands: ["10-12"]
    risks: []
    gist: "Start early."
    caveat: null
khmer_ocr_errors: []
""",
    "terms": """
terms:
  - id: child
    group: people
    title: {km: "កុមារ", en: "child"}
    definition: {km: "មនុស្សដែលមានអាយុក្រោម ១៨ ឆ្នាំ។", en: "Any person under 18."}
    variants: [{form: "ក្មេង"}]
    avoid: []
    public: true
words:
  en: {never: ["child pornography", "stranger danger"], warn: ["careless"]}
  km: {never: ["អាសអាភាសកុមារ"], warn: ["ល្ងង់"]}
spellings:
  - {topic: "so that", write: "ឱ្យ", instead_of: ["ឲ្យ", "អោយ"]}
""",
}

_KM_MODULE = """---
kind: module
title: កូនអាយុ ១០ ដល់ ១២ ឆ្នាំ
summary: អ្វីដែលអាចធ្វើបាននៅផ្ទះ។
source_lang: km
updated: 2026-11-22
audience: parents
band: 10-12
risks: [conduct/aggressive]
contacts: [h1, h2, h3]
---

## ក្នុងមួយនាទី {#minute}

- ចាប់ផ្តើមនិយាយពីថ្ងៃនេះ។ [^ncg-start-early]
- ស្តាប់មុន សួរក្រោយ។ [^craft]
- ទូរស័ព្ទទៅ [[h1]] ពេលបារម្ភ។ [^craft]

## គោលដៅ {#goals}

- កូនហ៊ានប្រាប់។

## ចំណុចសំខាន់ៗ {#know}

- **ចាប់ផ្តើមពីតូច។** និយាយ ១០ នាទី ក្នុងមួយថ្ងៃ។ [^ncg-start-early]
- កុំនិយាយថា !«ល្ងង់» ទេ។ [^craft]

## ពាក្យចាប់ផ្តើម {#talk}

- ថ្ងៃនេះកូនលេងអ្វីសប្បាយជាងគេ?

[^craft]

## សកម្មភាព {#do}

- កន្ត្រកទូរស័ព្ទពេលបាយ។ [^craft]

## បើមានរឿង {#if}

- សូមអាន [ទំព័រជំនួយ](/help/#urgent)។ [^craft]

## ជំនួយ {#help}

មានមនុស្សជាច្រើនអាចជួយបាន។
"""

_EN_MODULE = """---
kind: module
title: Your child at 10 to 12
summary: What can be done at home.
source_lang: km
updated: 2026-11-22
audience: parents
band: 10-12
risks: [conduct/aggressive]
contacts: [h1, h2, h3]
STAMPS---

## In one minute {#minute}

- Begin to talk today. [^ncg-start-early]
- Listen first, ask later. [^craft]
- Call [[h1]] when you are worried. [^craft]

## Goals {#goals}

- The child dares to tell.

## Key messages {#know}

- **Begin small.** Talk for 10 minutes a day. [^ncg-start-early]
- Do not say !“careless”. [^craft]

## Conversation starters {#talk}

- What was the best game today?

[^craft]

## Activities {#do}

- A phone basket at mealtimes. [^craft]

## If something happens {#if}

- Please read the [help page](/help/#urgent). [^craft]

## Help {#help}

There are many people who can help.
"""

_PAGES = {
    "km/index.md": (
        "ការពារ",
        "ទំព័រដើមសម្រាប់គ្រួសារ។",
        "## សួស្តី {#minute}\n\n- មួយ។ [^craft]\n- ពីរ។ [^craft]\n- បី។ [^craft]\n",
    ),
    "en/index.md": (
        "Karpear",
        "A home for families.",
        "## Welcome {#minute}\n\n- One. [^craft]\n- Two. [^craft]\n- Three. [^craft]\n",
    ),
    "km/help/index.md": (
        "ជំនួយ",
        "កន្លែងសុំជំនួយ។",
        "## បន្ទាន់ {#urgent}\n\nទៅកន្លែងមានមនុស្ស ហើយទូរស័ព្ទទៅ [[h3]]។ [^craft]\n\n## ខ្សែទូរស័ព្ទ {#lines}\n\nមានអ្នកស្តាប់។ [^craft]\n",
    ),
    "en/help/index.md": (
        "Help",
        "Where to ask for help.",
        "## Urgent {#urgent}\n\nGo where people are and call [[h3]]. [^craft]\n\n## Lines {#lines}\n\nSomeone listens. [^craft]\n",
    ),
}


def _short_ids() -> str:
    """Every page of this root has its permanent short id."""
    rows = [
        f'  - {{id: "{make_short_id(page, lang)}", lang: {lang}, page: "{page or "home"}"}}'
        for lang in Language
        for page in ("", "help", "parents/10-12")
    ]
    return f'assigned: "{len(rows)}"\nids:\n' + "\n".join(rows) + "\n"


def small_files() -> dict[str, str]:
    """Every file of the content root but ``shared/ui.yml``, by path."""
    return dict(_files())


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[str, str], ...]:
    files = {f"shared/{name}.yml": text for name, text in _SHARED.items()}
    files["shared/shortids.yml"] = _short_ids()
    files["shared/packs.yml"] = "packs: []\n"
    files["shared/agreement.yml"] = "agreement: []\n"
    for path, (title, summary, body) in _PAGES.items():
        km_path = path.replace("en/", "km/", 1)
        stamps = "" if path.startswith("km/") else _stamps(_page(*_PAGES[km_path], ""))
        files[path] = _page(title, summary, body, stamps)
    files["km/parents/10-12.md"] = _KM_MODULE
    files["en/parents/10-12.md"] = _EN_MODULE.replace("STAMPS", _stamps(_KM_MODULE))
    return tuple(files.items())


def _page(title: str, summary: str, body: str, stamps: str) -> str:
    head = f"kind: page\ntitle: {title}\nsummary: {summary}\nsource_lang: km\nupdated: 2026-11-22\n"
    return f"---\n{head}{stamps}---\n\n{body}"


def _stamps(source: str) -> str:
    """The stamps of a source text, made here by the rule of architecture.md, 4."""
    head, body = source[4:].split("\n---\n", 1)
    found = dict(re.findall(r"^(title|summary): (.*)$", head, re.MULTILINE))
    lines = [f'  title: "{stamp_of(found["title"] + chr(10) + found["summary"])}"']
    for section in re.split(r"^(?=## )", body, flags=re.MULTILINE)[1:]:
        key = re.search(r"\{#([a-z-]+)\}", section)
        assert key is not None
        lines.append(f'  {key[1]}: "{stamp_of(section)}"')
    return "stamps:\n" + "\n".join(lines) + "\n"
