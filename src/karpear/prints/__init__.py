"""The printed editions: library → print views → documents (Jinja2) → WeasyPrint → PDF.

A new print is one function in ``kinds.py`` and one line of its registry; a new shape of paper is
one row in ``forms.py``. Only ``weasy.py`` knows the engine.
"""

from karpear.prints.weasy import APT_LINE, APT_PACKAGES, PrintFailed, is_missing
from karpear.prints.workshop import make_prints

__all__ = ["APT_LINE", "APT_PACKAGES", "PrintFailed", "is_missing", "make_prints"]
