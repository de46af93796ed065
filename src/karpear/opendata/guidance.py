"""``guidance.json``: every page in both languages, section by section, with its grounds."""

from __future__ import annotations

from collections.abc import Iterator

from karpear import inline
from karpear.model import Block, Item, Language, Library, Page, Section
from karpear.opendata.envelope import Data, envelope, pair
from karpear.opendata.texts import plain_text
from karpear.rendering.addresses import full_url


def make_guidance(library: Library, site_url: str) -> Data:
    """Pages in the order of the library; ``grounds`` has every id that an item cites."""
    return {
        **envelope(library, site_url, "guidance"),
        "bands": [{"id": band.id, "title": pair(band.title)} for band in library.bands],
        "audiences": [{"id": str(a.id), "title": pair(a.title)} for a in library.audiences],
        "risks": [
            {"id": cell.id, "title": pair(cell.title)}
            for risk in library.risks
            for cell in risk.cells
        ],
        "sources": [
            {"id": s.id, "title": pair(s.title), "issuer": pair(s.issuer), "year": s.year}
            for s in library.sources
        ],
        "grounds": dict(sorted(_grounds(library))),
        "pages": [_page(library, page, site_url) for page in library.in_language(Language.KM)],
    }


def _grounds(library: Library) -> Iterator[tuple[str, Data]]:
    used = {cite for page in library.pages for cite in page.cites()}
    for cite in used:
        fact = library.facts.get(cite)
        source = fact.source if fact else cite
        yield cite, {"source": source, "clause": fact.clause if fact else None}


def _page(library: Library, page: Page, site_url: str) -> Data:
    return {
        "id": page.id or "home",
        "kind": str(page.kind),
        "audience": str(page.audience) if page.audience else None,
        "band": page.band,
        "risks": list(page.risks),
        "contacts": list(page.contacts),
        "terms": list(page.terms),
        "for_children": page.young,
        "updated": page.updated.isoformat(),
        "reference_language": str(page.source_lang),
        **{
            str(lang): _text(library, found, site_url)
            for lang in Language
            if (found := library.page(page.id, lang))
        },
    }


def _text(library: Library, page: Page, site_url: str) -> Data:
    return {
        "url": full_url(site_url, page.url),
        "title": page.title,
        "summary": page.summary,
        "draft": page.is_draft,
        "reviews": [
            {"by": review.by, "role": review.role, "on": review.on.isoformat()}
            for review in page.review
        ],
        "sections": [_section(library, section, page.lang) for section in page.sections],
    }


def _section(library: Library, section: Section, lang: Language) -> Data:
    return {
        "key": section.key,
        "level": section.level,
        "title": section.title,
        "grounds": list(section.cites),
        "blocks": [_block(library, block, lang) for block in section.blocks],
    }


def _block(library: Library, block: Block, lang: Language) -> Data:
    if block.kind == "table":
        rows = [[_item(library, cell, lang) for cell in row] for row in block.rows]
        return {"kind": "table", "rows": rows}
    items = [_item(library, item, lang) for item in block.items]
    start = {"start": block.start} if block.kind == "steps" else {}
    return {"kind": block.kind, **start, "items": items}


def _item(library: Library, item: Item, lang: Language) -> Data:
    return {
        "text": plain_text(library, item.text, lang),
        "grounds": list(item.cites),
        "helplines": list(inline.helplines(item.text)),
    }
