"""The printed editions: library → print views → documents (Jinja2) → WeasyPrint → PDF.

A new print is one function in ``pages.py``, ``posters.py`` or ``cards.py`` and one line in the
registry of ``kinds.py``; a new shape of paper is one row in ``forms.py``. Only ``weasy.py`` knows
the engine.
"""

from karpear.prints.weasy import APT_LINE, APT_PACKAGES, PrintFailed, is_missing
from karpear.prints.workshop import check_lengths, make_prints

__all__ = ["APT_LINE", "APT_PACKAGES", "PrintFailed", "check_lengths", "is_missing", "make_prints"]
