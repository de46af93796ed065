"""MDN's HTTP Observatory as far as it can be asked here: what the answers of a server are worth.

Table and rules after github.com/mdn/mdn-http-observatory, version 1.5.0 of 2025-10-23 (which
scores X-Frame-Options anew), files src/grader/charts.js, src/scanner/index.js and
src/analyzer/tests/*.js; read on 2026-11-22. Rewritten, not copied; names are theirs, shortened.
Its most is 145 = 100 + 10 + 5 + 5 + 5 + 5 + 5 + 10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

TABLE: dict[str, dict[str, int]] = {
    "content-security-policy": {
        "no-unsafe-default-src-none": 10,
        "no-unsafe": 5,
        "unsafe-inline-in-style-src-only": 0,
        "insecure-scheme-in-passive-content-only": -10,
        "unsafe-eval": -10,
        "unsafe-inline": -20,
        "insecure-scheme": -20,
        "not-implemented": -25,
    },
    "cookies": {
        "secure-with-httponly-sessions-and-samesite": 5,
        "not-found": 0,
        "session-without-secure-flag": -40,
    },
    "cross-origin-resource-sharing": {
        "not-implemented": 0,
        "public-access": 0,
        "universal-access": -50,
    },
    "redirection": {
        "to-https": 0,
        "off-host-from-http": -5,
        "not-to-https": -20,
        "missing": -20,
    },
    "referrer-policy": {"private": 5, "not-implemented": 0, "unsafe": -5, "invalid": -5},
    "strict-transport-security": {
        "preloaded": 5,
        "at-least-six-months": 0,
        "less-than-six-months": -10,
        "not-implemented": -20,
        "not-implemented-no-https": -20,
    },
    "subresource-integrity": {
        "implemented-and-all-scripts-loaded-securely": 5,
        "response-not-html": 0,
        "no-scripts-loaded": 0,
        "all-scripts-loaded-from-secure-origin": 0,
        "external-scripts-not-loaded-securely": -50,
    },
    "x-content-type-options": {"nosniff": 0, "not-implemented": -5, "invalid": -5},
    "x-frame-options": {
        "implemented-via-csp": 5,
        "sameorigin-or-deny": 0,
        "not-implemented": -20,
        "invalid": -20,
    },
    "cross-origin-resource-policy": {
        "same-origin": 10,
        "same-site": 10,
        "cross-origin": 0,
        "not-implemented": 0,
        "invalid": -5,
    },
}
MOST = 100 + sum(max(values.values()) for values in TABLE.values())
EXTRA_CREDIT_FROM = 90
_BROAD = frozenset(
    {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
)
_INLINE = frozenset({"'unsafe-inline'", "data:"})
_PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
_OPEN = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: header names in lower case, values of a repeated header joined by commas."""

    status: int
    headers: dict[str, str]
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The result of each test, and the sum."""

    results: dict[str, str]

    @property
    def total(self) -> int:
        """Bonuses count only where the penalties leave 90 or more."""
        values = [TABLE[test][result] for test, result in self.results.items()]
        bare = 100 + sum(value for value in values if value < 0)
        return max(100 + sum(values) if bare >= EXTRA_CREDIT_FROM else bare, 0)

    @property
    def missing(self) -> dict[str, int]:
        """The tests with points left, and how many."""
        left = {
            test: max(TABLE[test].values()) - TABLE[test][result]
            for test, result in self.results.items()
        }
        return {test: points for test, points in left.items() if points}


def score(http: Answer, https: Answer | None, *, host: str, preloaded: bool = False) -> Score:
    """Score one address by its answers over both schemes, as the Observatory does the root."""
    final = https or http
    return Score(
        results={
            "content-security-policy": _policy(final),
            "cookies": "session-without-secure-flag" if _cookie(final) else "not-found",
            "cross-origin-resource-sharing": _sharing(final),
            "redirection": _redirection(http, host),
            "referrer-policy": _referrer(final),
            "strict-transport-security": "preloaded" if preloaded else _transport(https),
            "subresource-integrity": _integrity(final, secure=https is not None),
            "x-content-type-options": _sniffing(final),
            "x-frame-options": _frames(final),
            "cross-origin-resource-policy": _resource(final),
        }
    )


def directives(policy: str) -> dict[str, set[str]]:
    """A policy as sets of sources by directive; the first of two counts."""
    found: dict[str, set[str]] = {}
    for part in policy.split(";"):
        name, *values = part.split() or [""]
        if name:
            found.setdefault(name.lower(), set(values) or {"'none'"})
    return found


def _policy(answer: Answer) -> str:
    policy = directives(answer.headers.get("content-security-policy", ""))
    if not policy:
        return "not-implemented"
    fallback = policy.get("default-src", {"*"})
    scripts, styles, objects = (
        policy.get(name, fallback) for name in ("script-src", "style-src", "object-src")
    )
    if scripts & (_BROAD | _INLINE) or objects & _BROAD:
        return "unsafe-inline"
    if any(s.startswith(("http:", "ftp:")) for sources in policy.values() for s in sources):
        return "insecure-scheme"
    if "'unsafe-eval'" in scripts | styles:
        return "unsafe-eval"
    if styles & (_BROAD | _INLINE):
        return "unsafe-inline-in-style-src-only"
    return "no-unsafe-default-src-none" if fallback == {"'none'"} else "no-unsafe"


def _cookie(answer: Answer) -> bool:
    """We set none, so any is the worst."""
    return "set-cookie" in answer.headers


def _sharing(answer: Answer) -> str:
    origin = answer.headers.get("access-control-allow-origin")
    if origin is None:
        return "not-implemented"
    with_credentials = "access-control-allow-credentials" in answer.headers
    return "universal-access" if with_credentials else "public-access"


def _redirection(http: Answer, host: str) -> str:
    target = http.headers.get("location")
    if http.status not in (301, 302, 307, 308) or target is None:
        return "missing"
    if not target.startswith("https://"):
        return "not-to-https"
    return "to-https" if target.startswith(f"https://{host}/") else "off-host-from-http"


def _referrer(answer: Answer) -> str:
    value = answer.headers.get("referrer-policy")
    if value is None:
        return "not-implemented"
    known = [
        word for part in value.split(",") if (word := part.strip().lower()) in _PRIVATE | _OPEN
    ]
    return "invalid" if not known else "private" if known[-1] in _PRIVATE else "unsafe"


def _transport(https: Answer | None) -> str:
    if https is None:
        return "not-implemented-no-https"
    age = re.search(r"max-age=(\d+)", https.headers.get("strict-transport-security", ""))
    if age is None:
        return "not-implemented"
    return "at-least-six-months" if int(age.group(1)) >= 15_552_000 else "less-than-six-months"


def can_be_preloaded(value: str) -> bool:
    """What hstspreload.org asks of the header: a year, sub-domains, and the wish itself."""
    parts = [part.strip() for part in value.split(";")]
    ages = [int(part[8:]) for part in parts if re.fullmatch(r"max-age=\d+", part)]
    return {"includeSubDomains", "preload"} <= set(parts) and max(ages, default=0) >= 31_536_000


def _integrity(answer: Answer, *, secure: bool) -> str:
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return "response-not-html"
    scripts = LexborHTMLParser(answer.body).css("script[src]")
    if any(re.match(r"(\w+:)?//", s.attributes["src"] or "") for s in scripts):
        return "external-scripts-not-loaded-securely"
    if secure and any(s.attributes.get("integrity") for s in scripts):
        return "implemented-and-all-scripts-loaded-securely"
    return "all-scripts-loaded-from-secure-origin" if scripts else "no-scripts-loaded"


def _sniffing(answer: Answer) -> str:
    value = answer.headers.get("x-content-type-options")
    if value is None:
        return "not-implemented"
    return "nosniff" if value.strip().lower() == "nosniff" else "invalid"


def _frames(answer: Answer) -> str:
    if "frame-ancestors" in directives(answer.headers.get("content-security-policy", "")):
        return "implemented-via-csp"
    value = answer.headers.get("x-frame-options", "").lower()
    if value in ("deny", "sameorigin"):
        return "sameorigin-or-deny"
    return "invalid" if value else "not-implemented"


def _resource(answer: Answer) -> str:
    value = answer.headers.get("cross-origin-resource-policy")
    if value is None:
        return "not-implemented"
    return value if value in ("same-origin", "same-site", "cross-origin") else "invalid"
