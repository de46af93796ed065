"""The words and figures of one language: what templates and views write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from karpear import khmer
from karpear.model import Bilingual, Language, Library
from karpear.model.interface import filled

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def is_latin(text: str) -> bool:
    """``{% if clause is latin %}``: whether English words stand in a text of a source's clause."""
    return re.search("[A-Za-z]{2}", text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """``ui`` texts, digits and dates in one language."""

    library: Library
    lang: Language

    def ui(self, key: str, **fills: object) -> str:
        """A text of ``ui.yml`` with ``{names}`` filled in; MissingWord when it is not there."""
        text = self.library.ui[key][self.lang]
        values = {name: self.digits(str(value)) for name, value in fills.items()}
        return filled(key, text, values) if fills else text

    def digits(self, text: object) -> str:
        """ASCII digits as Khmer ones where the text is Khmer."""
        return khmer.to_khmer(str(text)) if self.lang is Language.KM else str(text)

    def clause(self, text: str) -> str:
        """A source's clause. English words keep their own figures: Appendix 2, not Appendix ២."""
        return text if is_latin(text) else self.digits(text)

    def date(self, day: date) -> str:
        """``22 November 2026`` or ``២២ វិច្ឆិកា ២០២៦``."""
        if self.lang is Language.KM:
            return khmer.short_date(day)
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def dated(self, text: str) -> str:
        """The date a source gives, or that it gives none, in words of this language."""
        return self.digits(text.replace("undated", self.ui("undated")))

    def of(self, pair: Bilingual | None) -> str:
        """The text of a pair in this language; empty for None."""
        return pair[self.lang] if pair else ""
