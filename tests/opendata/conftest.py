"""The real content, read once; no engine and no browser."""

from __future__ import annotations

from datetime import date

import pytest

from karpear.load import read_library
from karpear.model import Library
from tests.conftest import ROOT

SITE = "https://karpear.example/"


@pytest.fixture(scope="session")
def library() -> Library:
    return read_library(ROOT / "content", date(2026, 11, 22)).library
