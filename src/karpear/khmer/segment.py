"""Word boundaries of Khmer text: khmercut behind a contract of our own (khmer.md, Choices).

Khmer writes no space between words. Boundaries are found at build time: for line breaks in print,
for word starts in search. Only Khmer runs go in, cut below 2,000 characters (one long piece costs
gigabytes), ៗ stays with the word it repeats, the project's own words are never cut, and no boundary
ever falls inside a cluster. Joined, the words are the text, always.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from khmercut import tokenize

from karpear.khmer.graphemes import clusters
from karpear.khmer.script import runs

MAX_RUN = 2_000
ZWSP = "\u200b"
REPEAT = "ៗ"
NEVER_FIRST = "ៗ។៕៖៘៙៚»)],.!?;:”’%…"
LEXICON = (
    *("អនឡាញ", "ឌីជីថល", "ហ្វេសប៊ុក", "តេឡេក្រាម", "យូធូប", "តិកតុក", "អ៊ីនធឺណិត", "អ៊ីនស្តាក្រាម"),
    *("មេស៊ីនជ័រ", "វីដេអូ", "ហ្គេម", "អ៊ីមែល", "ស្មាតហ្វូន", "គេហទំព័រ", "កម្មវិធី", "ទូរស័ព្ទ"),
    *("ម៉ាក់", "ប៉ា", "អេភីល", "ប្រព័ន្ធ", "សុវត្ថិភាព", "ឯកជនភាព", "នគរបាល", "មណ្ឌល", "ស្រីមុំ", "តារា"),
)
_LEXICON = re.compile("|".join(sorted(map(re.escape, LEXICON), key=len, reverse=True)))
_UNTOUCHED = re.compile(
    r"`[^`]*`"  # code
    r"|\]\([^)]*\)|\]\{[^}]*\}|\{[^}]*\}|\[\[[^\]]*\]\]|\[\^[^\]]*\]"  # Markdown's addresses
    r"|https?://\S+|<[^>]*>"
)


def segment(text: str) -> list[str]:
    """``text`` as words; everything that is not Khmer is a piece of its own, cut at spaces.

    ``"".join(segment(text)) == text`` for every text.
    """
    words: list[str] = []
    for run in runs(text):
        pieces = _khmer_words(run.text) if run.is_khmer else re.findall(r"\s+|\S+", run.text)
        words.extend(_joined(words, pieces))
    return words


def _joined(words: list[str], pieces: Iterable[str]) -> Iterator[str]:
    """Pieces with ៗ put to the word on its left, that of an earlier run included."""
    for piece in pieces:
        if piece == REPEAT and words and not words[-1].isspace():
            words[-1] += piece
        else:
            yield piece


def _khmer_words(run: str) -> list[str]:
    words: list[str] = []
    for part in _parts(run):
        words.extend(_part_words(part))
    return words


def _parts(run: str) -> Iterator[str]:
    """A run in parts of at most ``MAX_RUN`` characters, cut between clusters."""
    if len(run) <= MAX_RUN:
        yield run
        return
    part = ""
    for cluster in clusters(run):
        if part and len(part) + len(cluster) > MAX_RUN:
            yield part
            part = ""
        part += cluster
    yield part


@lru_cache(maxsize=65_536)
def _part_words(part: str) -> tuple[str, ...]:
    """Words of one part: khmercut's boundaries, less those that may not be."""
    cuts, end = set(), 0
    for token in tokenize(part):
        end += len(token)
        cuts.add(end)
    if end != len(
        part
    ):  # it never loses text; were it to, one word beats a wrong one
        return (part,)
    for match in _LEXICON.finditer(part):
        cuts -= set(range(match.start() + 1, match.end()))
        cuts |= {match.start(), match.end()}
    return tuple(_pieces(part, sorted(cuts & _allowed(part))))


def _allowed(part: str) -> set[int]:
    """Places between clusters where a following character may begin a word."""
    places, end = set(), 0
    for cluster in clusters(part):
        if cluster != REPEAT:
            places.add(end)
        end += len(cluster)
    return places - {0}


def _pieces(part: str, cuts: list[int]) -> Iterator[str]:
    begin = 0
    for cut in (*cuts, len(part)):
        if cut > begin:
            yield part[begin:cut]
        begin = max(cut, begin)


def with_breaks(text: str, mark: str = ZWSP) -> str:
    """``text`` with ``mark`` where a line may break: for print and e-books, never for content.

    Marks stand between Khmer words only, never before ៗ ។ ៕ ៖ or a closing sign, and never inside
    code, addresses, tags or the Markdown that holds them.
    """
    out, end = [], 0
    for match in _UNTOUCHED.finditer(text):
        out += [_broken(text[end : match.start()], mark), match[0]]
        end = match.end()
    return "".join((*out, _broken(text[end:], mark)))


def _broken(text: str, mark: str) -> str:
    words = segment(text)
    parts = words[:1]
    for left, right in pairwise(words):
        is_break = _is_khmer(left[-1]) and _is_khmer(right[0]) and right[0] not in NEVER_FIRST
        parts.append(mark + right if is_break else right)
    return "".join(parts)


def _is_khmer(char: str) -> bool:
    return "\u1780" <= char <= "\u17ff"


def without_breaks(text: str) -> str:
    """``text`` without U+200B: for titles, ids, file names and search."""
    return text.replace(ZWSP, "")
