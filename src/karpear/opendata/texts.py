"""Sentences as plain text: helplines by name and number, no markup."""

from __future__ import annotations

from markdown_it.token import Token

from karpear import inline
from karpear.model import BLOCK_CONTACTS, Language, Library


def plain_text(library: Library, text: str, lang: Language) -> str:
    """What a reader of the page sees, in words. A marked quotation keeps its marks."""
    return "".join(
        _line(library, token.content, lang) if token.type == "helpline" else _words(token)
        for token in inline.parse(text)
    )


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    is_said = token.type in {"text", "code_inline", "image", "span", "quotation"}
    return token.content if is_said else ""


def _line(library: Library, name: str, lang: Language) -> str:
    """The name of a line or kind of help, with its first number where pages show one."""
    contact = library.contact(name)
    line = library.helpline(contact.helplines[0] if contact and contact.helplines else name)
    short = contact.short if contact else line.short if line else None
    if short is None:
        return ""
    calls = line is not None and line.numbers and (contact is None or name in BLOCK_CONTACTS)
    return f"{short[lang]} {line.numbers[0].shown}" if calls and line else short[lang]
