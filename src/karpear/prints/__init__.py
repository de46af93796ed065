"""The printed editions: library → print views → documents (Jinja2) → WeasyPrint → PDF.

A new print is one function in ``pages.py``, ``posters.py`` or ``cards.py`` and one line in the
registry of ``kinds.py``; a new shape of paper is one row in ``forms.py``. Only ``weasy.py`` knows
the engine.
"""

from karpear.prints.weasy import PrintFailed
from karpear.prints.workshop import check_lengths, make_prints

__all__ = ["PrintFailed", "check_lengths", "make_prints"]
