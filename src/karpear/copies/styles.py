"""The site's style sheet, cut down to what one page uses; fonts as data within the file."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"\.([A-Za-z][\w-]*)|#([A-Za-z][\w-]*)")
_NEGATED = re.compile(r":not\([^)]*\)")
_IN_BRACKETS = re.compile(r":[a-z-]+\([^)]*\)|\[[^]]*\]")
_ELEMENT = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9]*)")
_ALWAYS = frozenset({"html", "body"})
# Paper has PDFs of its own; the column beside the text is for large screens.
_LEFT_OUT = frozenset({"@media print", "@media (min-width:68em)"})
_LEFT_OUT |= {"@media (min-width:68em) and (min-height:44em)", "@media (forced-colors:active)"}
# A telephone has no pointer; Khmer no capitals; only the site's own script hides the whole page.
_IDLE = (":hover", "::first-letter", "html[hidden]")
_SPACE = re.compile(r"\s+")


def style_for(css: str, html: str) -> str:
    """The rules of ``css`` whose elements, classes and ids stand in ``html``, and the values that
    they use; no fonts, no other files."""
    style = "".join(_kept(_rules(css), _names_in(html)))
    used = set(re.findall(r"var\((--[\w-]+)", style + html))
    return re.sub(r"(--[\w-]+):[^;{}]*;?", lambda value: value[0] * (value[1] in used), style)


def _names_in(html: str) -> frozenset[str]:
    classes = " ".join(re.findall(r'class="([^"]*)"', html)).split()
    elements = (f"<{name}" for name in {*_ALWAYS, *re.findall(r"<([a-z][a-z0-9]*)", html)})
    return frozenset([*classes, *re.findall(r'id="([^"]*)"', html), *elements])


@lru_cache(maxsize=4)
def _rules(css: str) -> tuple[tuple[str, object], ...]:
    return tuple(_parsed(_COMMENT.sub("", css)))


def _parsed(css: str) -> Iterator[tuple[str, object]]:
    """Head and body of each rule; the body of a group (``@media``) is parsed itself."""
    at = 0
    while (opening := css.find("{", at)) >= 0:
        head, depth, end = css[at:opening].strip(), 1, opening + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        body = css[opening + 1 : end - 1]
        yield head, tuple(_parsed(body)) if "{" in body and head != "@page" else body.strip()
        at = end


def _kept(rules: object, names: frozenset[str]) -> Iterator[str]:
    assert isinstance(rules, tuple)
    for head, body in rules:
        if isinstance(body, tuple):
            inner = "".join(_kept(body, names))
            if inner and head not in _LEFT_OUT:
                yield f"{_short(head)}{{{inner}}}"
        elif head.startswith("@font-face"):
            continue
        elif head.startswith("@") or (selector := _selector(head, names)):
            yield f"{_short(head) if head.startswith('@') else selector}{{{_declarations(body)}}}"


def _selector(head: str, names: frozenset[str]) -> str:
    """The parts of a selector list that can match something."""
    parts = re.split(r",(?![^(]*\))", head)
    return ",".join(_short(part) for part in parts if _may_match(part, names))


def _may_match(part: str, names: frozenset[str]) -> bool:
    if any(idle in part for idle in _IDLE):
        return False
    wanted = [a or b for a, b in _NAME.findall(_NEGATED.sub("", part))]
    wanted += [f"<{name}" for name in _ELEMENT.findall(_IN_BRACKETS.sub("", part.strip()))]
    return names.issuperset(wanted)


def _short(text: str) -> str:
    return _SPACE.sub(" ", text).strip().replace(" > ", ">").replace(", ", ",")


def _declarations(body: str) -> str:
    return _SPACE.sub(" ", body).replace("; ", ";").replace(": ", ":").rstrip(";").strip()


def without_idle_classes(html: str, style: str) -> str:
    """Only class names that a rule speaks of."""
    known = {a for a, _ in _NAME.findall(style)}

    def kept(found: re.Match[str]) -> str:
        names = [name for name in found[1].split() if name in known]
        return f' class="{" ".join(names)}"' if names else ""

    return re.sub(r' class="([^"]*)"', kept, html)


def font_faces(fonts: dict[int, bytes]) -> str:
    """The font as data, used only where the device has no Khmer font of its own."""
    local = {
        400: ("Noto Sans Khmer Regular", "NotoSansKhmer-Regular", "Noto Sans Khmer"),
        700: ("Noto Sans Khmer Bold", "NotoSansKhmer-Bold"),
    }
    return "".join(
        f'@font-face{{font-family:"Karpear Khmer";font-weight:{weight};font-display:swap;'
        "unicode-range:U+1780-17FF,U+200B-200D,U+25CC;src:"
        + ",".join(f'local("{name}")' for name in local[weight])
        + f',url(data:font/woff2;base64,{base64.b64encode(data).decode()})format("woff2")}}'
        for weight, data in sorted(fonts.items())
    )
