"""L: characters in the right order and form, and text in the language of its page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from karpear import inline, khmer
from karpear.findings import Finding, error, warning
from karpear.model import Item, Language, Library, Page
from karpear.model.pairs import Pair, shared_pairs

MIN_LETTERS = 20
MAX_FOREIGN_SHARE = 0.4
_NAMES = re.compile(r"https?://\S+|[\w.@-]+\.(?:org|com|net|gov|kh|uk|au|me)\b[\w./-]*")

_NAMED = {Language.KM: "Khmer", Language.EN: "English"}
_ENGLISH = re.compile(r"\b[a-z]{4,}")  # a word of a sentence; words of names are capitalised
_FILL = re.compile(r"\{[^{}]*\}")
_DOUBLE_SPACE = re.compile(r"[^\s|] {2,}[^\s|{]")
_MARKER = re.compile(r"\s*(?:(?:[-*+#]+|\d+\.)\s+)?")


def check_language(library: Library) -> Iterator[Finding]:
    """Encoding, house spelling and language of every text, prose of shared files included."""
    for page in library.pages:
        for line, text in source_lines(page):
            yield from characters(page.path, line, text)
            yield from _double_spaces(page.path, line, text)
        for line, text in page.texts():
            yield from _spelling(library, page.path, line, text)
        for section in page.sections:
            for item in section.items():
                yield from _wrong_language(page, item)
    for pair in shared_pairs(library):
        yield from _pair(library, pair)


def _pair(library: Library, pair: Pair) -> Iterator[Finding]:
    for lang in Language:
        yield from characters(pair.path, pair.line, pair.text[lang])
        if not pair.is_typed:
            yield from _spelling(library, pair.path, pair.line, pair.text[lang])
            yield from _wrong_side(pair, lang)


def _wrong_side(pair: Pair, lang: Language) -> Iterator[Finding]:
    """A text in the other language, however short; in Khmer a foreign name may stand alone."""
    text = _NAMES.sub("", _FILL.sub("", pair.text[lang]))
    native, latin = khmer.share(text)
    is_wrong = not native and bool(_ENGLISH.search(text))
    if lang is Language.EN:
        is_wrong = native > MAX_FOREIGN_SHARE * (native + latin)
    if is_wrong:
        yield error(pair.path, pair.line, "L213", text=text.strip(), wanted=_NAMED[lang])


def source_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Title, summary and every line of the file's sections as it is typed: an item's text has its
    white space evened out, which would hide a no-break space and lose the column."""
    yield page.lines.get("title", 1), page.title
    yield page.lines.get("summary", 1), page.summary
    for section in page.sections:
        yield from enumerate(section.raw.split("\n"), section.line)


def characters(path: str, line: int, text: str) -> Iterator[Finding]:
    """Encoding findings of one text: order (L201), forbidden characters (L202), NFC (L204).

    What is written as an entity (``&nbsp;``, ``&#8203;``) reaches readers as the character."""
    for problem in khmer.check(unescape(text)):
        column = problem.offset + 1
        shown = " ".join(f"U+{ord(char):04X}" for char in problem.cluster[:4])
        values = {"column": column, "kind": problem.kind}
        report = warning if problem.is_warning else error
        if problem.kind == "not-nfc":
            yield report(path, line, "L204", text=problem.cluster)
        elif problem.fixed:
            yield report(path, line, "L201", cluster=problem.cluster, fixed=problem.fixed, **values)
        else:
            yield report(path, line, "L202", cluster=shown, **values)


def _double_spaces(path: str, line: int, text: str) -> Iterator[Finding]:
    """What sets out a table or a list is no text."""
    start = _MARKER.match(text)
    for match in _DOUBLE_SPACE.finditer(text, start.end() if start else 0):
        around = text[max(match.start() - 10, 0) : match.end() + 10].strip()
        yield warning(path, line, "L211", text=around)


def _spelling(library: Library, path: str, line: int, text: str) -> Iterator[Finding]:
    if not any(wrong in text for wrong in library.spellings):
        return
    for problem in khmer.spelling(text, library.spellings):
        yield error(path, line, "L205", wrong=problem.cluster, right=problem.fixed)


def _wrong_language(page: Page, item: Item) -> Iterator[Finding]:
    text = _NAMES.sub("", inline.plain(item.text, foreign=False))
    native, latin = khmer.share(text)
    letters = native + latin
    foreign = latin if page.lang is Language.KM else native
    if letters < MIN_LETTERS or foreign / letters <= MAX_FOREIGN_SHARE:
        return
    yield error(
        page.path,
        item.line,
        "L203",
        share=round(100 * foreign / letters),
        found=_NAMED[page.lang.other],
        wanted=_NAMED[page.lang],
        text=unicodedata.normalize("NFC", text.strip()),
        code=page.lang.other,
    )
