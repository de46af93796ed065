"""L206-L210, L212: how Khmer is written. Warnings: a person decides, each is worth a look.

Words are cut only where a mixed spelling is possible or a form of the term list stands, so that the
whole site costs well under a second. Two spellings are one word when their search keys are equal:
there is no list of words that differ in a coeng TA or DA alone, because none is known to us.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from karpear import inline, khmer
from karpear.findings import Finding, warning
from karpear.model import Bilingual, Language, Library, Term
from karpear.model.helplines import APART, national
from karpear.model.pairs import shared_pairs

MIN_CLUSTERS = 4
GLOSSARY = "glossary"
_TA_OR_DA = re.compile("\u17d2[តដ]")
_NEAR = 40  # characters around a place: looking further would cost the square of a long text
_FUSED = re.compile("[\u1780-\u17d3\u17d7\u17dd][A-Za-z]|[A-Za-z][\u1780-\u17b3]")
_FULL_STOP = re.compile(r"(?<=[\u1780-\u17d3\u17d7\u17dd\u17e0-\u17e9»”)])\.(?=\s|$)")
_NUMBER = re.compile(r"[A-Za-z0-9][\w.,:/@%+&=?#-]*(?<![.,:])", re.ASCII)
_DIALLED = re.compile(rf"\+?[0-9](?:{APART}[0-9])*")
_QUOTE = re.compile(r"[\"“”„]|(?<![A-Za-z])['‘]|['’](?![A-Za-z])")
_TYPED = ("search-words", "search-help", "search-skip")
_NOT_A_WORD = re.compile("[^A-Za-z ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A text as readers see it, without marked quotations in another language."""

    path: str
    line: int
    text: str


def check_prose(library: Library) -> Iterator[Finding]:
    """Mixed spellings, Latin fused to Khmer, stops, digits, quotes, terms."""
    texts = [*_page_texts(library), *_shared_texts(library)]
    numbers = _numbers(library)
    for text in texts:
        yield from _marks(text)
        yield from _digits(text, numbers)
    yield from _mixed_spellings(texts)
    yield from _other_forms(library)


def _page_texts(library: Library) -> Iterator[_Text]:
    for page in library.in_language(Language.KM):
        for line, raw in page.texts():
            yield _Text(path=page.path, line=line, text=_shown(raw))


def _shared_texts(library: Library) -> Iterator[_Text]:
    """Khmer of the shared files, as far as readers are shown it."""
    for pair in shared_pairs(library):
        is_shown = pair.helpline is None or pair.helpline.is_shown
        if is_shown and not pair.is_typed:
            yield _Text(path=pair.path, line=pair.line, text=pair.text.km)


def _interface(library: Library) -> Iterator[Bilingual]:
    """What templates show; lists of what readers may type hold any form, and are not shown."""
    return (pair for key, pair in library.ui.items() if not key.startswith(_TYPED))


def _shown(raw: str) -> str:
    """Visible text. Foreign words stay as words, helplines as one sign: both stand in a line."""
    return "".join(map(_shown_token, inline.parse(raw)))


def _shown_token(token: Token) -> str:
    if token.type == "span":
        return _NOT_A_WORD.sub("x", token.content)
    if token.type == "quotation" and not khmer.share(token.content)[0]:
        return _NOT_A_WORD.sub("x", token.content)
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "helpline":
        return "\ufffc"
    return token.content if token.type in {"text", "quotation", "image"} else ""


def _marks(text: _Text) -> Iterator[Finding]:
    """What a pattern can find: L207, L208, L210."""
    for code, find in _PATTERNS.items():
        for match in find(text.text):
            yield warning(text.path, text.line, code, text=_around(text.text, match))


def _full_stops(text: str) -> Iterator[re.Match[str]]:
    """Not after the number of a list, not after one letter of an abbreviation."""
    for match in _FULL_STOP.finditer(text):
        before = _before(text, match)
        word = re.split(r"[\s.]", before)[-1]
        is_number = word == before and word.isdigit()
        is_abbreviation = khmer.count(word) < 2 or before.endswith("." + word)
        if not is_number and not is_abbreviation:
            yield match


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(match.start() - _NEAR, 0) : match.start()]


_PATTERNS: dict[str, Callable[[str], Iterator[re.Match[str]]]] = {
    "L207": _FUSED.finditer,
    "L208": _full_stops,
    "L210": _QUOTE.finditer,
}


def _digits(text: _Text, numbers: frozenset[str]) -> Iterator[Finding]:
    """L209: ASCII digits that are no telephone number and belong to no Latin name."""
    written = (*_DIALLED.finditer(text.text), *_NUMBER.finditer(text.text))
    dialled = [found.span() for found in written if national(found[0]) in numbers]
    for match in _NUMBER.finditer(text.text):
        left = _before(text.text, match).rstrip()[-1:]
        is_name = re.search("[A-Za-z]", left + match[0])
        if not is_name and not any(start <= match.start() < end for start, end in dialled):
            right = khmer.to_khmer(match[0])
            yield warning(text.path, text.line, "L209", wrong=match[0], right=right)


def _numbers(library: Library) -> frozenset[str]:
    """The digits of all helplines: those are dialled, and stay ASCII (another check's, H101)."""
    numbers = (number for line in library.helplines for number in line.numbers)
    return frozenset(national(number.dial) for number in numbers)


def _mixed_spellings(texts: list[_Text]) -> Iterator[Finding]:
    """L206: each place of a rarer spelling of a word that is also written otherwise."""
    places: dict[str, dict[str, list[_Text]]] = defaultdict(lambda: defaultdict(list))
    for text in texts:
        for word in _doubtful_words(text.text):
            places[khmer.search_key(word)][word].append(text)
    for forms in places.values():
        usual, *rarer = sorted(forms, key=lambda form: (-len(forms[form]), form))
        for form in rarer:
            count = len(forms[usual])
            for text in forms[form]:
                yield warning(text.path, text.line, "L206", wrong=form, right=usual, count=count)


def _doubtful_words(text: str) -> Iterator[str]:
    """Words with a coeng TA or DA: valid spellings with one key differ in nothing else."""
    if not _TA_OR_DA.search(text):
        return
    for run in khmer.runs(text):
        if run.is_khmer and _TA_OR_DA.search(run.text):
            yield from (word for word in khmer.segment(run.text) if _TA_OR_DA.search(word))


def _other_forms(library: Library) -> Iterator[Finding]:
    """L212: a variant of a term in body text, once a page."""
    said = [
        _Text(path=page.path, line=line, text=inline.plain(raw, quotations=False, foreign=False))
        for page in library.in_language(Language.KM)
        if page.id != GLOSSARY
        for line, raw in page.texts()
    ]
    for form, term in _variants(library, "\n".join(text.text for text in said)):
        seen: set[str] = set()
        for text in said:
            if text.path not in seen and _is_said(form, text.text):
                seen.add(text.path)
                yield warning(text.path, text.line, "L212", wrong=form, right=term.title.km)


def _variants(library: Library, body: str) -> Iterator[tuple[str, Term]]:
    """Variants that compete with their term: they share a word with it, the site says the term
    more often, and the glossary itself never writes them (what it writes is an ordinary word)."""
    own = [pair.km for t in library.terms for pair in (t.title, t.definition)]
    written = "\n".join([*own, *(pair.km for pair in _interface(library))])
    for term in library.terms:
        title = term.title.km
        for form in filter(_is_name, term.variants):
            competes = 0 < body.count(form) < body.count(title)
            ordinary = form in written or title in form
            if competes and not ordinary and _words(title) & _words(form):
                yield form, term


def _is_name(form: str) -> bool:
    """Long enough to mean one thing, and no sentence (those change with the reader: ប្អូន, កូន)."""
    return khmer.count(form) >= MIN_CLUSTERS and not form.endswith("ទេ")


def _words(text: str) -> set[str]:
    return {word for word in khmer.segment(text) if khmer.count(word) > 1}


def _is_said(form: str, text: str) -> bool:
    """Whether the form stands in the text as whole words."""
    if form not in text:
        return False
    ends, end = {0}, 0
    for word in khmer.segment(text):
        end += len(word)
        ends.add(end)
    spans = (match.span() for match in re.finditer(re.escape(form), text))
    return any(a in ends and b in ends for a, b in spans)


def _around(text: str, match: re.Match[str]) -> str:
    """The place with a few characters on each side, cut between clusters."""
    before = khmer.clusters(_before(text, match))
    after = khmer.clusters(text[match.end() : match.end() + _NEAR])
    return "".join((*before[-8:], match[0], *after[:8])).strip()
