"""``helplines.json``: lines and kinds of help, with sources, and what we could not confirm."""

from __future__ import annotations

from karpear.model import Helpline, Library
from karpear.opendata.envelope import Data, envelope, pair


def make_helplines(library: Library, site_url: str) -> Data:
    """Lines with status X are kept from readers, so they are not here either."""
    return {
        **envelope(library, site_url, "helplines"),
        "helplines": [_line(line) for line in library.helplines if line.is_shown],
        "contacts": [
            {
                "id": contact.id,
                "title": pair(contact.title),
                "use": pair(contact.use),
                "helplines": list(contact.helplines),
            }
            for contact in library.contacts
        ],
    }


def _line(line: Helpline) -> Data:
    return {
        "id": line.id,
        "kind": line.kind,
        "status": line.status,
        "title": pair(line.title),
        "short": pair(line.short),
        "numbers": [
            {"shown": number.shown, "tel": f"tel:{number.dial}", "note": pair(number.note)}
            for number in line.numbers
        ],
        "links": [{"url": url, "label": pair(label)} for url, label in line.links],
        **_known(line),
        "never_say": list(line.never),
        "audiences": [str(audience) for audience in line.audiences],
        "sources": [
            {"what": pair(source.what), "dated": source.dated, "url": source.url or None}
            for source in line.sources
        ],
        "verified": _verified(line),
    }


def _known(line: Helpline) -> Data:
    names = ("hours", "cost", "languages", "serves", "who_knows", "unconfirmed")
    return {name: pair(getattr(line, name)) for name in names}


def _verified(line: Helpline) -> Data | None:
    found = line.verified
    return {"on": found.on.isoformat(), "by": found.by, "method": found.method} if found else None
