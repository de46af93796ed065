"""``coverage.json``: what is written and what is not, the same numbers as ``karpear coverage``."""

from __future__ import annotations

from dataclasses import asdict

from karpear.coverage import measure
from karpear.model import Library
from karpear.opendata.envelope import Data, envelope


def make_coverage(library: Library, site_url: str) -> Data:
    """The matrix cell by cell, then the totals as ``n`` of ``of``."""
    found = asdict(measure(library))
    cells = [{**cell, "page_id": cell["page_id"] or None} for cell in found.pop("cells")]
    return {**envelope(library, site_url, "coverage"), "cells": cells, "totals": found}
