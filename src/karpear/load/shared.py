"""``content/shared/*.yml`` → the typed records that hold for both languages.

Each reader takes the top record of its file and returns a tuple of frozen values; anything
wrong has been added to the file's findings by then.
"""

from __future__ import annotations

from datetime import date

from karpear.load.fields import Fields
from karpear.model import (
    HOME,
    Action,
    AgeBand,
    Audience,
    AudienceName,
    Bilingual,
    ContactKind,
    Fact,
    Language,
    NotApplicable,
    Platform,
    Recording,
    RiskCategory,
    RiskCell,
    Source,
    Term,
    WordList,
)

_AUDIENCES = tuple(str(audience) for audience in Audience)


def read_bands(top: Fields) -> tuple[AgeBand, ...]:
    """``bands``: id, title, stage."""
    return tuple(
        AgeBand(id=row.text("id"), title=row.pair("title"), stage=row.pair("stage"))
        for row in _rows(top, "bands")
    )


def read_audiences(top: Fields) -> tuple[AudienceName, ...]:
    """``audiences``: id, title, door."""
    return tuple(
        AudienceName(
            id=Audience(row.choice("id", _AUDIENCES)),
            title=row.pair("title"),
            door=row.pair("door"),
        )
        for row in _rows(top, "audiences")
    )


def read_risks(top: Fields) -> tuple[RiskCategory, ...]:
    """``categories`` with their three cells each."""
    return tuple(
        RiskCategory(
            id=row.text("id"),
            title=row.pair("title"),
            plain=row.pair("plain"),
            cells=tuple(_cell(cell) for cell in _rows(row, "cells")),
        )
        for row in _rows(top, "categories")
    )


def _cell(row: Fields) -> RiskCell:
    return RiskCell(id=row.text("id"), title=row.pair("title"), plain=row.pair("plain"))


def read_not_applicable(top: Fields) -> tuple[NotApplicable, ...]:
    """``not_applicable``: cells of the coverage matrix left empty, with the reason."""
    return tuple(
        NotApplicable(
            audience=Audience(row.choice("audience", _AUDIENCES)),
            band=row.text("band"),
            category=row.text("category"),
            because=row.pair("because"),
        )
        for row in _rows(top, "not_applicable")
    )


def read_contacts(top: Fields) -> tuple[ContactKind, ...]:
    """``contacts``: H1-H6 of the content brief."""
    return tuple(
        ContactKind(
            id=row.text("id"),
            title=row.pair("title"),
            short=row.pair("short"),
            use=row.pair("use"),
            helplines=row.texts("helplines"),
        )
        for row in _rows(top, "contacts")
    )


def read_platforms(top: Fields) -> tuple[Platform, ...]:
    """``platforms``: what is known of each app."""
    return tuple(
        Platform(
            id=row.text("id"),
            title=row.text("title"),
            facts=tuple((f.pair("label"), f.pair("text")) for f in _rows(row, "facts")),
            checked_on=row.day("checked_on"),
            line=row.line,
        )
        for row in _rows(top, "platforms")
    )


def read_actions(top: Fields) -> tuple[Action, ...]:
    """``actions``: the cards for readers who read little."""
    return tuple(
        Action(
            id=row.text("id"),
            pictogram=row.text("pictogram"),
            title=row.pair("title"),
            text=row.pair("text"),
            helplines=row.texts("helplines"),
            cites=row.texts("cites", required=True),
            more=row.text("more"),
            bands=row.texts("bands"),
            line=row.line,
        )
        for row in _rows(top, "actions")
    )


def read_recordings(top: Fields) -> tuple[Recording, ...]:
    """``recordings``: who read which section, and when."""
    return tuple(_recording(row) for row in _rows(top, "recordings"))


def _recording(row: Fields) -> Recording:
    page, on = row.text("page"), row.day("on")
    if on is None and not row.has("on"):
        row.report("on", "S109", key="on")
    return Recording(
        page="" if page == HOME else page,
        section=row.text("section"),
        lang=Language(row.choice("lang", tuple(map(str, Language)))),
        file=row.text("file"),
        reader=row.text("reader"),
        on=on or date(2026, 1, 1),
        stamp=row.text("stamp"),
        line=row.line,
        stamp_line=row.line_of("stamp"),
    )


def read_sources(top: Fields) -> tuple[Source, ...]:
    """``sources``: the five documents, outside bodies, and good practice."""
    return tuple(
        Source(
            id=row.text("id"),
            title=row.pair("title"),
            issuer=row.optional_pair("issuer") or Bilingual(km="", en=""),
            year=row.text("year", required=False),
            note=row.pair("note"),
            outside=row.flag("outside", default=False),
        )
        for row in _rows(top, "sources")
    )


def read_facts(top: Fields) -> dict[str, Fact]:
    """``facts`` by id; discrepancies and checks in the same file are for editors only."""
    top.skip("discrepancies", "external_checks", "khmer_ocr_errors")
    facts: dict[str, Fact] = {}
    for row in _rows(top, "facts"):
        fact = _fact(row)
        if fact.id in facts:
            row.report("id", "S118", id=fact.id)
        facts[fact.id] = fact
    return facts


def _fact(row: Fields) -> Fact:
    return Fact(
        id=row.text("id"),
        source=row.text("source"),
        clause=row.text("clause"),
        kind=row.text("kind"),
        audiences=row.texts("audiences"),
        bands=row.texts("bands"),
        risks=row.texts("risks"),
        gist=row.text("gist"),
        caveat=row.text("caveat", required=False) or None,
        held_back=row.flag("held_back", default=False),
    )


def read_misreadings(top: Fields) -> dict[str, str]:
    """``khmer_ocr_errors``: damaged strings that must not occur, with the right form."""
    return {row.text("seen"): row.text("read_as") for row in top.records("khmer_ocr_errors")}


def read_terms(top: Fields) -> tuple[Term, ...]:
    """``terms``: the glossary."""
    top.skip("register", "rules")
    return tuple(_term(row) for row in _rows(top, "terms"))


def _term(row: Fields) -> Term:
    return Term(
        id=row.text("id"),
        group=row.text("group"),
        title=row.pair("title"),
        definition=row.pair("definition"),
        attested=row.text("attested", required=False) or None,
        variants=tuple(_forms(row, "variants")),
        avoid=tuple(_forms(row, "avoid")),
        notes=row.text("notes", required=False) or None,
        public=row.flag("public", default=True),
    )


def _forms(row: Fields, key: str) -> list[str]:
    forms = []
    for form in row.records(key):
        forms.append(form.text("form"))
        form.skip("note")
        form.done()
    return forms


def read_words(top: Fields) -> dict[Language, WordList]:
    """``words``: discouraged wordings of each language."""
    inner = top.sub("words")
    found = {lang: inner.sub(lang) if inner else None for lang in Language}
    return {
        lang: WordList(
            never=words.texts("never") if words else (), warn=words.texts("warn") if words else ()
        )
        for lang, words in found.items()
    }


def read_kept_words(top: Fields) -> dict[Language, tuple[str, ...]]:
    """``kept_from_under_ten``: words that pages for small children never hold."""
    inner = top.sub("kept_from_under_ten")
    return {lang: inner.texts(lang) if inner else () for lang in Language}


def read_spellings(top: Fields) -> dict[str, str]:
    """``spellings``: each form not written here → the form to write."""
    spellings: dict[str, str] = {}
    for row in _rows(top, "spellings"):
        write = row.text("write")
        row.skip("topic", "note")
        for wrong in row.texts("instead_of"):
            spellings[wrong] = write
    return spellings


def read_ui(top: Fields) -> dict[str, Bilingual]:
    """``ui``: every word that templates show."""
    inner = top.sub("ui")
    if inner is None:
        return {}
    return {key: inner.pair(key) for key in inner.record.entries}


def _rows(top: Fields, key: str) -> list[Fields]:
    """The records of a list; unknown keys in them are reported when the file is done."""
    rows = list(top.records(key))
    top.children.extend(rows)
    return rows
