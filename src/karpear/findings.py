"""Findings: what is wrong, where, and how to mend it; text and JSON reports.

Messages live in one table, in English and Khmer (``messages.py``). A check yields findings and
never prints; the command line alone prints, counts and exits.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from karpear.messages import MESSAGES
from karpear.model import Language


class Severity(StrEnum):
    """``error`` stops a build; ``warning`` is shown to an editor."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing an editor should mend. ``path`` is relative to the content root's parent."""

    path: str
    line: int
    code: str
    severity: Severity
    values: tuple[tuple[str, str], ...] = ()

    @property
    def message(self) -> str:
        return self.text(Language.EN)

    @property
    def mend(self) -> str:
        return self.hint(Language.EN)

    def text(self, lang: Language) -> str:
        """What is wrong, with the value quoted."""
        return MESSAGES[self.code].message[lang].format_map(dict(self.values))

    def hint(self, lang: Language) -> str:
        """How to mend it."""
        return MESSAGES[self.code].mend[lang].format_map(dict(self.values))


def error(path: str, line: int, code: str, /, **values: object) -> Finding:
    """A finding that stops the build."""
    return _finding(path, line, code, Severity.ERROR, values)


def warning(path: str, line: int, code: str, /, **values: object) -> Finding:
    """A finding that an editor should look at."""
    return _finding(path, line, code, Severity.WARNING, values)


def _finding(
    path: str, line: int, code: str, severity: Severity, values: dict[str, object]
) -> Finding:
    quoted = tuple((name, _shown(value)) for name, value in sorted(values.items()))
    return Finding(path=path, line=max(line, 1), code=code, severity=severity, values=quoted)


def _shown(value: object) -> str:
    """A value as one printable line of at most 80 characters; invisible ones as U+XXXX."""
    text = str(value)
    text = text if len(text) <= 80 else text[:79] + "…"
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char in "\u200b\u200c\u200d\u2060\ufeff\u00a0\u00ad" or "\u202a" <= char <= "\u202e":
        return f"<U+{ord(char):04X}>"
    if "\u2066" <= char <= "\u2069" or (not char.isprintable() and char != " "):
        return f"<U+{ord(char):04X}>"
    return char


def as_text(findings: Iterable[Finding], lang: Language = Language.EN) -> str:
    """A report for a terminal: one line a finding, the mend indented below it."""
    label = {Language.EN: "mend", Language.KM: "កែ"}[lang]
    lines = []
    for found in findings:
        where = f"{found.path}:{found.line}: {found.severity} {found.code}"
        lines += [f"{where} {found.text(lang)}", f"    {label}: {found.hint(lang)}"]
    return "\n".join(lines)


def as_json(findings: Iterable[Finding], lang: Language = Language.EN) -> str:
    """A report for programs, as the contract fixes it."""
    rows = [
        {
            "path": found.path,
            "line": found.line,
            "code": found.code,
            "severity": str(found.severity),
            "message": found.text(lang),
            "mend": found.hint(lang),
        }
        for found in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(found.severity is Severity.ERROR for found in findings)
