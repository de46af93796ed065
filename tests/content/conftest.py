"""The real content, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from karpear.build import Checked, check_content

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def checked() -> Checked:
    return check_content(ROOT / "content")
