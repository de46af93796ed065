"""``karpear check --fix``: Khmer characters put in order in the files, and nothing else touched.

Only what ``khmer.fix`` may do, which looks the same and has one possible meaning: spelling, spaces
and characters that must not stand are for a person. Forms that stand in shared files because they
are wrong (what readers type, what was misread) stay as they are.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from karpear import khmer
from karpear.load.files import MAX_SHARED_BYTES, ContentFile, decode, find_files

# Values of these keys are wrong on purpose: a list in brackets, a quoted value, or what is left of
# the line with the dashes below it.
_WRONG_ON_PURPOSE = re.compile(
    r"\b(?:form|seen|instead_of|never|warn):[ \t]*"
    r"(?:\[[^\]]*\]|\"[^\"\n]*\"|'[^'\n]*'|[^\n,}]*(?:\n[ \t]*- [^\n]*)*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place that was mended, in the fewest clusters that show it."""

    path: str
    line: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before} → {self.after}"


def fix_content(content: Path, is_wanted: Callable[[str], bool]) -> Iterator[Change]:
    """Mend every wanted page and shared file; a file with another encoding is left as it is, for
    the check names it. Each file is read, changed and replaced before the next one."""
    for file in find_files(content)[0]:
        if file.relative.endswith((".md", ".yml")) and is_wanted(file.path):
            yield from _fix_file(file)


def _fix_file(file: ContentFile) -> Iterator[Change]:
    data = file.absolute.read_bytes() if file.size <= MAX_SHARED_BYTES else b""
    if not data or decode(data, file.path)[1]:
        return
    text = data.decode("utf-8")
    fixed = fixed_text(text, is_yaml=file.relative.endswith(".yml"))
    if fixed != text:
        replace_file(file.absolute, fixed.encode("utf-8"))
        yield from _changes(file.path, text, fixed)


def fixed_text(text: str, *, is_yaml: bool) -> str:
    """The text in order; in YAML without the values that are wrong on purpose."""
    parts, end = [], 0
    for match in _WRONG_ON_PURPOSE.finditer(text) if is_yaml else ():
        parts += [khmer.fix(text[end : match.start()]), match[0]]
        end = match.end()
    return "".join((*parts, khmer.fix(text[end:])))


def _changes(path: str, text: str, fixed: str) -> Iterator[Change]:
    """Words that differ: putting in order neither makes nor takes line ends and spaces."""
    pairs = zip(text.split("\n"), fixed.split("\n"), strict=True)
    for line, (old, new) in enumerate(pairs, 1):
        for before, after in zip(old.split(" "), new.split(" "), strict=True):
            if before != after:
                yield Change(path=path, line=line, **_narrowed(before, after))


def _narrowed(before: str, after: str) -> dict[str, str]:
    """Two different words without the clusters that they share at both ends."""
    old, new = khmer.clusters(before), khmer.clusters(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    return {
        "before": "".join(old[head : len(old) - tail]),
        "after": "".join(new[head : len(new) - tail]),
    }


def _shared(one: list[str], other: list[str]) -> int:
    """How many clusters two lists begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def replace_file(path: Path, data: bytes) -> None:
    """The whole new file in one step, with the rights of the old one."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(path, draft)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
