"""Khmer digits and dates.

Sources: Unicode, Khmer block, U+17E0-17E9; names of days and months as in Unicode CLDR (km). The
order of a date is the one of Cambodian official papers: CLDR's own pattern has no ទី, ខែ, ឆ្នាំ
and Western digits.
"""

from __future__ import annotations

from datetime import date

_TO_KHMER = {ord("0") + n: chr(0x17E0 + n) for n in range(10)}
_TO_ASCII = {0x17E0 + n: chr(ord("0") + n) for n in range(10)}

# Monday first, as date.weekday() counts.
WEEKDAYS = ("ច័ន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ")
MONTHS = (
    "មករា",
    "កុម្ភៈ",
    "មីនា",
    "មេសា",
    "ឧសភា",
    "មិថុនា",
    "កក្កដា",
    "សីហា",
    "កញ្ញា",
    "តុលា",
    "វិច្ឆិកា",
    "ធ្នូ",
)


def to_khmer(text: str | int) -> str:
    """``text`` with ASCII digits as Khmer ones: running text. Never for numbers to dial."""
    return str(text).translate(_TO_KHMER)


def to_ascii(text: str) -> str:
    """``text`` with Khmer digits as ASCII ones: ``tel:`` links, search, sorting."""
    return text.translate(_TO_ASCII)


def date_text(day: date) -> str:
    """The date in full: ថ្ងៃអាទិត្យ ទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"ថ្ងៃ{weekday} ទី{to_khmer(day.day)} ខែ{month} ឆ្នាំ{to_khmer(day.year)}"


def short_date(day: date) -> str:
    """The date for lists and tables: ២២ វិច្ឆិកា ២០២៦."""
    return f"{to_khmer(day.day)} {MONTHS[day.month - 1]} {to_khmer(day.year)}"
