"""Library → open data: the same content as plain JSON, tables, contacts, a feed and JSON-LD.

Everything is made of the library alone, so it says what the pages say. Promised to others
(``handbook/embeds.md``): add to it freely; a change or removal is a new ``v2`` beside ``v1``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from karpear.model import Library
from karpear.opendata.coverage import make_coverage
from karpear.opendata.envelope import Data
from karpear.opendata.glossary import make_glossary
from karpear.opendata.guidance import make_guidance
from karpear.opendata.helplines import make_helplines

VERSION: Final = "v1"
DATASETS: Final[dict[str, Callable[[Library, str], Data]]] = {
    "guidance": make_guidance,
    "helplines": make_helplines,
    "glossary": make_glossary,
    "coverage": make_coverage,
}
