"""What stands behind "leave" where there may be no network: a times table.

It names nothing of ours, needs no language, and is at home on a pupil's phone.
"""

from __future__ import annotations

from karpear import khmer
from karpear.model import Language

NEUTRAL = "numbers.html"
TITLE = "1 2 3"
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"


def neutral_rows(lang: Language) -> str:
    """The table from 1 to 9 as lines of text, in the figures of the language."""
    lines = (" ".join(f"{a * b:2}" for b in range(1, 10)) for a in range(1, 10))
    text = "\n".join(lines)
    return khmer.to_khmer(text) if lang is Language.KM else text


def neutral_page(lang: Language) -> str:
    """The table as a page of its own."""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{TITLE}</title>\n</head>\n<body>\n"
        f"<h1>{TITLE}</h1>\n<pre>{neutral_rows(lang)}</pre>\n</body>\n</html>\n"
    )
