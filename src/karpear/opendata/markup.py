"""JSON-LD for search engines (schema.org): what an adult's page teaches, and the lines of help.

Only on pages for adults, and on the help page, whose numbers a search should find. Pages that a
child reads, and what-to-do pages, have none: it would say more of them than their words do.
"""

from __future__ import annotations

import json
from typing import Any, Final

from karpear.model import Audience, Helpline, Kind, Library, Page
from karpear.views import SITE

_ROLES: Final = {Audience.PARENTS: "parent", Audience.TEACHERS: "teacher"}
_TAUGHT: Final = frozenset({Kind.MODULE, Kind.TOPIC, Kind.RISK})
HELP: Final = "help"


def make_markup(library: Library, page: Page) -> str:
    """The text of a data block, safe inside a script element; empty for pages without one."""
    if page.id == HELP:
        data = _help(library, page)
    elif page.kind in _TAUGHT and not page.is_sheltered:
        data = _lesson(library, page)
    else:
        return ""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _lesson(library: Library, page: Page) -> dict[str, Any]:
    role = _ROLES.get(page.audience) if page.audience else None
    names = {cell.id: cell.title[page.lang] for risk in library.risks for cell in risk.cells}
    data = {
        "@type": "LearningResource",
        "name": page.title,
        "description": page.summary,
        "url": SITE + page.url[1:],
        "inLanguage": str(page.lang),
        "dateModified": page.updated.isoformat(),
        "isAccessibleForFree": True,
        "creativeWorkStatus": "Draft" if page.is_draft else "Published",
        "typicalAgeRange": page.band,
        "about": [{"@type": "Thing", "name": names[r]} for r in page.risks if r in names],
        "publisher": {"@type": "Organization", "name": "Karpear", "url": SITE},
    }
    if role:
        data["audience"] = {"@type": "EducationalAudience", "educationalRole": role}
    return {key: value for key, value in data.items() if value is not None}


def _help(library: Library, page: Page) -> dict[str, Any]:
    lines = [line for line in library.helplines if line.is_shown and line.numbers]
    return {
        "@type": "WebPage",
        "name": page.title,
        "url": SITE + page.url[1:],
        "inLanguage": str(page.lang),
        "dateModified": page.updated.isoformat(),
        "mentions": [
            _organisation(line, page) for line in lines if Audience.CHILDREN in line.audiences
        ],
    }


def _organisation(line: Helpline, page: Page) -> dict[str, Any]:
    points = [
        {"@type": "ContactPoint", "telephone": number.dial, "areaServed": "KH"}
        for number in line.numbers
    ]
    return {"@type": "Organization", "name": line.title[page.lang], "contactPoint": points}
