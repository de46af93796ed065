"""``search.js`` as it is served: without comments and indents, its own names in one or two letters.

All scripts of a page share 6,000 bytes (contract.md), and the build needs no Node. This is no
minifier for any script: it knows the plain style of ours (semicolons written, no templates, no
empty bodies). A name that is ours is shortened everywhere alike, so that its meaning cannot
change; the browser tests run what comes out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from string import ascii_letters

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/)|(?P<string>"(?:[^"\\\n]|\\.)*")|(?P<space>\s+)"""
    r"""|(?P<name>[A-Za-z_$][\w$]*)|(?P<number>\d\w*)"""
    r"""|(?P<regex>(?:(?<=[(,=:[!&|?{};>])|(?<=[=:?|&>,] )|(?<=return ))"""
    r"""/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)"""
    r"""|(?P<other>\+\+|--|.)""",
    re.DOTALL,
)
# What is not ours to rename: the language, the browser, data- attributes, keys of the index.
_KEPT_WORDS = """
async await break case catch const continue do else false for if in instanceof let new null of
return this throw true try typeof var void while function undefined
add addEventListener appendChild Array ArrowDown ArrowUp asked Boolean charCodeAt className
clearTimeout concat count createElement createPolicy createScriptURL dataset Date
decodeURIComponent document documentElement entries every failed filter find findIndex first focus
forEach free from fromCharCode full get getElementById has hash head help hidden history href
includes indexOf join karpearSearch key keys lang length letters lines loading location Map map
match Math max min names navigator none normalize now Object once onerror onload pages
preventDefault Promise protocol push querySelector querySelectorAll reduce removeEventListener
replace root searchKey self Set set setTimeout size skip slice some sort splice split src stage
startsWith String substr target terms test textContent texts toLowerCase trim trustedTypes value
values via window with
"""
_KEPT = frozenset(_KEPT_WORDS.split())


def shortened(script: str, *, properties: bool) -> str:
    """The script with the same meaning in fewer bytes; ``properties`` renames its own ones, too."""
    tokens = [(m.lastgroup or "", m[0]) for m in _TOKEN.finditer(script)]
    tokens = [token for token in tokens if token[0] not in {"comment", "space"}]
    short = _short_names(tokens, set() if properties else set(_properties(tokens)))
    out = ""
    for kind, text in tokens:
        new = short.get(text, text) if kind == "name" else text
        if new == "}" and out.endswith(";"):
            out = out[:-1]
        out += " " * _must_part(out[-1:], new[0]) + new
    return out + "\n"


def _must_part(left: str, right: str) -> bool:
    """Whether two tokens would run together."""
    is_name = (left.isalnum() or left in "_$") and (right.isalnum() or right in "_$")
    return bool(left) and (is_name or (left == right and right in "+-"))


def _short_names(tokens: list[tuple[str, str]], foreign: set[str]) -> dict[str, str]:
    """The most frequent of our own names get the shortest letters."""
    names = Counter(text for kind, text in tokens if kind == "name")
    own = names.keys() - _KEPT - foreign
    free = (name for name in _letters() if name not in _KEPT | foreign)
    return dict(zip(sorted(own, key=lambda name: (-names[name], name)), free, strict=False))


def _properties(tokens: list[tuple[str, str]]) -> Iterator[str]:
    """Names behind a dot, and keys of objects."""
    texts = ["", *(text for _, text in tokens), ""]
    for at, (kind, text) in enumerate(tokens, 1):
        is_key = texts[at + 1] == ":" and texts[at - 1] in ("{", ",")
        if kind == "name" and (texts[at - 1] == "." or is_key):
            yield text


def _letters() -> Iterator[str]:
    yield from ascii_letters
    yield from ("".join(pair) for pair in product(ascii_letters, repeat=2))
