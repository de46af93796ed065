"""The real content, indexed once. The browser's part stands in tests/site/test_search.py."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from karpear.load import read_library
from karpear.model import Language, Library
from karpear.project import today
from karpear.search import Corpus, Index, make_index
from tests.conftest import ROOT

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    lang: str
    q: str
    pages: tuple[str, ...]


def read_queries() -> list[Query]:
    rows = yaml.safe_load((HERE / "queries.yml").read_text("utf-8"))["queries"]
    return [Query(lang=row["lang"], q=row["q"], pages=tuple(row["page"])) for row in rows]


QUERIES = read_queries()
PAIRS: list[tuple[str, str]] = [
    (text, key) for text, key in json.loads((HERE / "vectors.json").read_text("utf-8"))["vectors"]
]


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(ROOT / "content", today()).library


@pytest.fixture(scope="session")
def indexes(library: Library) -> dict[str, Index]:
    return {str(lang): make_index(library, lang) for lang in Language}


@pytest.fixture(scope="session")
def corpora(indexes: dict[str, Index]) -> dict[str, Corpus]:
    return {lang: Corpus.of(index) for lang, index in indexes.items()}
