"""P: negations and names of an item stand in both languages.

A lost "do not" is the gravest fault a translation can have, and a machine can see most of them:
an item that forbids or denies in one language must do so in the other. Counting would be wrong
(Khmer closes many denials with ទេ, English has words such as "unless"), so presence is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from karpear import inline
from karpear.findings import Finding, error
from karpear.model import Item, Language

_FORBIDS = {
    Language.EN: re.compile(r"\b(?:do not|don’t|don't|never|must not|should not)\b", re.IGNORECASE),
    Language.KM: re.compile("កុំ(?!ព្យូទ័រ)"),
}
_DENIES = {
    Language.EN: re.compile(
        r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|unless|stop|stops|leave"
        r"|avoid|refuse|instead|rather than|\w+n[’']t)\b",
        re.IGNORECASE,
    ),
    Language.KM: re.compile("មិន|កុំ|គ្មាន|ពុំ|ឥត|ហាម|ឈប់|ឡើយ|ក្រៅពី|មុន|តែ|លែង|ខ្វះ|ទេ"),
}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.+-]{2,}")
_ADDRESS = re.compile(r"https?://\S+|\S+\.(?:org|com|net|gov|kh)\S*")


def check_meaning(path: str, lang: Language, item: Item, source: Item) -> Iterator[Finding]:
    """Findings P213 (a negation is lost) and P214 (a name is) of one translated item."""
    texts = {lang: inline.plain(item.text), lang.other: inline.plain(source.text)}
    english, khmer = texts[Language.EN], texts[Language.KM]
    if _FORBIDS[Language.EN].search(english) and not _DENIES[Language.KM].search(khmer):
        yield error(path, item.line, "P213", text=english, lang="km")
    if _FORBIDS[Language.KM].search(khmer) and not _DENIES[Language.EN].search(english):
        yield error(path, item.line, "P213", text=khmer, lang="en")
    for name in sorted(set(_NAME.findall(_ADDRESS.sub("", khmer)))):
        if name.lower() not in english.lower():
            yield error(path, item.line, "P214", name=name)
