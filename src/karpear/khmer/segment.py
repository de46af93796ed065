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
from itertools import groupby, pairwise

from khmercut import tokenize

from karpear.khmer.graphemes import clusters, count
from karpear.khmer.script import runs

MAX_RUN = 2_000
ZWSP = "\u200b"
REPEAT = "ៗ"
_AS_FULL_STOP = str.maketrans("៖", "។")  # khmercut takes ៖ for a mark on the cluster before it
NEVER_FIRST = "ៗ។៕៖៘៙៚៛»)],.!?;:”’%…"
LEXICON = (
    *("អនឡាញ", "ឌីជីថល", "ហ្វេសប៊ុក", "តេឡេក្រាម", "យូធូប", "តិកតុក", "អ៊ីនធឺណិត", "អ៊ីនស្តាក្រាម"),
    *("មេស៊ីនជ័រ", "វីដេអូ", "ហ្គេម", "អ៊ីមែល", "ស្មាតហ្វូន", "គេហទំព័រ", "កម្មវិធី", "ទូរស័ព្ទ"),
    *("ម៉ាក់", "អេភីល", "ប្រព័ន្ធ", "សុវត្ថិភាព", "ឯកជនភាព", "នគរបាល", "មណ្ឌល", "ស្រីមុំ", "តារា", "។ល។"),
)
_CERTAIN = 3  # clusters: តារា is also the beginning of តារាង, អនឡាញ is nothing but itself
_OVERLAP = 4  # words at the end of a part that are cut anew, with what follows them
_LEXICON = re.compile("|".join(sorted(map(re.escape, LEXICON), key=len, reverse=True)))
_UNTOUCHED = re.compile(
    r"(?P<fence>`+)(?!`)[\s\S]*?(?<!`)(?P=fence)(?!`)"  # code
    r"|\]\([^)]*\)|\]\{[^}]*\}|\{[^}]*\}|\[\[[^\]]*\]\]|\[\^[^\]]*\]"  # Markdown's addresses
    r"|https?://\S+|<[^>]*>"
)
_BROKEN = re.compile(f"(?<=[\u1780-\u17ff]){ZWSP}+(?=[\u1780-\u17ff])")


def segment(text: str) -> list[str]:
    """``text`` as words; everything that is not Khmer is a piece of its own, cut at spaces.

    ``"".join(segment(text)) == text`` for every text.
    """
    words: list[str] = []
    for run in runs(text):
        for piece in _khmer_words(run.text) if run.is_khmer else _other_words(run.text):
            if piece[0] == REPEAT and words and not words[-1].isspace():
                words[-1] += piece
            else:
                words.append(piece)
    return words


def _other_words(run: str) -> Iterator[str]:
    """Spaces and what stands between them; a space with a mark on it is no space."""
    return ("".join(group) for _, group in groupby(clusters(run), key=str.isspace))


def _khmer_words(run: str) -> Iterator[str]:
    """Words of a run. A long run goes in by parts: the last words of each part begin the next, so
    that a part's end never makes a boundary of its own."""
    if len(run) <= MAX_RUN:
        yield from _part_words(run)
        return
    part = ""
    for cluster in clusters(run):
        if len(part) + len(cluster) > MAX_RUN:
            words, part = _settled(_part_words(part))
            yield from words
        part += cluster
    yield from _part_words(part)


def _settled(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words that stay, and the text to cut anew; with very long words all stay."""
    rest = "".join(words[-_OVERLAP:])
    return (words[:-_OVERLAP], rest) if len(rest) < MAX_RUN // 4 else (words, "")


def _part_words(part: str) -> tuple[str, ...]:
    """Short parts from the cache: sentences come back, pieces of a megabyte do not."""
    return _cached_words(part) if len(part) <= MAX_RUN // 4 else _cut(part)


@lru_cache(maxsize=32_768)
def _cached_words(part: str) -> tuple[str, ...]:
    return _cut(part)


def _cut(part: str) -> tuple[str, ...]:
    """khmercut's boundaries, less those that may not be, with those that must be."""
    places = _places(part)
    if not places:
        return (part,) if part else ()
    known = part.translate(_AS_FULL_STOP)
    tokens = tokenize(known)
    if "".join(tokens) != known:  # never seen; one long word beats a changed text
        return (part,)
    cuts = {*_ends(tokens), 0, len(part)}
    for match in _LEXICON.finditer(part):
        begin, end = match.span()
        edges = {begin, end}
        if edges <= (places | {0, len(part)} if count(match[0]) >= _CERTAIN else cuts):
            cuts = cuts - set(range(begin + 1, end)) | edges
    cuts |= {end for end in places if part[end - 1] == REPEAT}
    ordered = sorted(cuts & places)
    return tuple(part[a:b] for a, b in pairwise([0, *ordered, len(part)]))


def _ends(pieces: Iterable[str]) -> Iterator[int]:
    """Where each piece ends."""
    end = 0
    for piece in pieces:
        end += len(piece)
        yield end


def _places(part: str) -> set[int]:
    """Places between two clusters of which the second may begin a word."""
    found = clusters(part)
    inner = zip(_ends(found), found[1:], strict=False)
    return {end for end, following in inner if following[0] != REPEAT}


def with_breaks(text: str, mark: str = ZWSP) -> str:
    """``text`` with ``mark`` where a line may break: for print and e-books, never for content.

    Marks stand between Khmer words only, never before ៗ ។ ៕ ៖ ៛, a number or a closing sign, and
    never inside code, addresses, tags or the Markdown that holds them. U+200B that stands between
    Khmer letters already is placed anew, so doing it twice changes nothing.
    """
    out, end = [], 0
    for match in _UNTOUCHED.finditer(text):
        out += [_broken(text[end : match.start()], mark), match[0]]
        end = match.end()
    return "".join((*out, _broken(text[end:], mark)))


def _broken(text: str, mark: str) -> str:
    words = segment(_BROKEN.sub("", text))
    parts = words[:1]
    for left, right in pairwise(words):
        parts.append(mark + right if _may_break(left[-1], right[0]) else right)
    return "".join(parts)


def _may_break(left: str, right: str) -> bool:
    """Between two Khmer characters; a number stays with the word before it (ទី២២)."""
    is_khmer = "\u1780" <= left <= "\u17ff" and "\u1780" <= right <= "\u17ff"
    return is_khmer and right not in NEVER_FIRST and not right.isdigit()


def without_breaks(text: str) -> str:
    """``text`` without U+200B: for titles, ids, file names and search."""
    return text.replace(ZWSP, "")
