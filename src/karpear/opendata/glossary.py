"""``glossary.json``: the public terms in both languages."""

from __future__ import annotations

from karpear import khmer
from karpear.model import Language, Library, Term
from karpear.opendata.envelope import Data, envelope, pair


def make_glossary(library: Library, site_url: str) -> Data:
    """Words we advise against are no part of it (coverage.md, 11)."""
    return {
        **envelope(library, site_url, "glossary"),
        "terms": [_term(term, site_url) for term in public_terms(library)],
    }


def public_terms(library: Library) -> list[Term]:
    """In the order of the Khmer alphabet."""
    public = (term for term in library.terms if term.public)
    return sorted(public, key=lambda term: khmer.sort_key(term.title.km, Language.KM))


def _term(term: Term, site_url: str) -> Data:
    anchor = f"glossary/#term-{term.id}"
    return {
        "id": term.id,
        "group": term.group,
        "title": pair(term.title),
        "definition": pair(term.definition),
        "attested": term.attested is not None,
        "url": {"km": f"{site_url}{anchor}", "en": f"{site_url}en/{anchor}"},
    }
