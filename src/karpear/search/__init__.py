"""Search: one index in two stages, one ranking; the same in Python and in the reader's browser.

``docs/scripts/search.js`` does what ``texts``, ``corpus`` and ``rank`` do, step by step and in
whole numbers only, so that both give the same results; ``tests/search`` holds them together.
"""

from karpear.search.corpus import Corpus
from karpear.search.index import Index, make_index
from karpear.search.rank import Result, search

__all__ = ["Corpus", "Index", "Result", "make_index", "search"]
