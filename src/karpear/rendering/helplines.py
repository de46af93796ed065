"""Helplines as cards, kinds of help, and the help block: one register, three forms."""

from __future__ import annotations

from karpear.model import BLOCK_CONTACTS, Audience, ContactKind, Helpline, Language, Number, Page
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words
from karpear.views import ContactView, HelpBlock, HelplineView, Link, NumberView


def make_contacts(words: Words, page: Page) -> tuple[ContactView, ...]:
    """The kinds of help a page names (all on ``/help/``), with the lines that may stand on it."""
    if page.id == "help":
        return tuple(make_contact(words, page, contact) for contact in words.library.contacts)
    found = (words.library.contact(contact_id) for contact_id in page.contacts or BLOCK_CONTACTS)
    return tuple(make_contact(words, page, contact) for contact in found if contact)


def make_contact(words: Words, page: Page, contact: ContactKind) -> ContactView:
    """A kind of help with the lines that may stand on the page."""
    lines = (words.library.helpline(helpline_id) for helpline_id in contact.helplines)
    return ContactView(
        id=contact.id,
        title=words.of(contact.title),
        use=words.of(contact.use),
        helplines=tuple(
            make_helpline(words, line) for line in lines if line and may_stand(line, page)
        ),
    )


def may_stand(helpline: Helpline, page: Page) -> bool:
    """Whether a line may be shown on a page: some are for adults' pages only (helplines.yml)."""
    if not helpline.is_shown:
        return False
    if page.audience is Audience.CHILDREN or page.young:
        return Audience.CHILDREN in helpline.audiences
    return bool(helpline.audiences) if not page.audience else page.audience in helpline.audiences


def make_helplines(words: Words, page: Page) -> tuple[HelplineView, ...]:
    """Every line that may stand on the page, in the order of the register."""
    return tuple(
        make_helpline(words, line) for line in words.library.helplines if may_stand(line, page)
    )


def make_helpline(words: Words, line: Helpline) -> HelplineView:
    """One line as a card."""
    return HelplineView(
        id=line.id,
        kind=line.kind,
        title=words.of(line.title),
        numbers=tuple(_number(words, number) for number in line.numbers),
        links=tuple(Link(href=url, title=words.of(label)) for url, label in line.links),
        who_knows=words.of(line.who_knows),
        hours=words.of(line.hours),
        cost=words.of(line.cost),
        languages=words.of(line.languages),
        serves=words.of(line.serves),
        unconfirmed=words.of(line.unconfirmed),
        checked=checked(words, line),
        is_checked=line.verified is not None,
        sources=tuple(f"{words.of(s.what)} ({words.dated(s.dated)})" for s in line.sources),
    )


def checked(words: Words, line: Helpline) -> str:
    """When a named person re-checked the line, or that nobody has."""
    if line.verified is None:
        return words.ui("not-rechecked")
    return words.ui("checked-on", date=words.date(line.verified.on), by=line.verified.by)


def checked_together(words: Words) -> str:
    """The oldest check of the three lines of every help block: one sentence stands under all, so
    it may say nothing that does not hold for each."""
    lines = [_first(words, contact_id) for contact_id in BLOCK_CONTACTS]
    checks = {line.verified.on: line for line in lines if line.verified}
    if any(line.verified is None for line in lines):
        return words.ui("not-rechecked")
    return checked(words, checks[min(checks)])


def _number(words: Words, number: Number) -> NumberView:
    return NumberView(shown=number.shown, tel=number.dial, note=words.of(number.note))


def make_help_block(words: Words, addresses: Addresses) -> HelpBlock:
    """Call, report, danger now: the first line of H1, H2 and H3, in this order everywhere."""
    call, report, danger = (_first(words, contact_id) for contact_id in BLOCK_CONTACTS)
    return HelpBlock(
        call=_number(words, call.numbers[0]),
        call_name=words.of(call.short),
        call_knows=words.of(call.who_knows),
        report=_number(words, report.numbers[0]),
        report_name=words.of(report.short),
        danger=_number(words, danger.numbers[0]),
        danger_name=words.of(danger.short),
        checked=checked_together(words),
        help_href=addresses.to_page("help"),
    )


def _first(words: Words, contact_id: str) -> Helpline:
    """The first line of a kind of help; checks have made sure that it is there (H108)."""
    contact = words.library.contact(contact_id)
    line = words.library.helpline(contact.helplines[0]) if contact else None
    if line is None:
        raise LookupError(f"no helpline for {contact_id}")
    return line


def help_data(words: Words) -> dict[str, object]:
    """The help block as plain data, for pages that no template of ours renders (404)."""
    data: dict[str, object] = {}
    for name, contact_id in zip(("call", "report", "danger"), BLOCK_CONTACTS, strict=True):
        line = _first(words, contact_id)
        number = line.numbers[0]
        data[name] = {"name": words.of(line.short), "shown": number.shown, "tel": number.dial}
    data["checked"] = checked_together(words)
    data["lang"] = str(Language(words.lang))
    return data
