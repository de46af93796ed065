"""The groups of tests: each is there, and what shares a fixture shares a worker."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.groups import GROUPS, group_of, rank_of


def test_every_group_is_there() -> None:
    assert all((ROOT / group).exists() for group in GROUPS)


def test_what_shares_the_prints_shares_a_worker() -> None:
    files = sorted((ROOT / "tests/prints").glob("test_*.py"))
    names = [f"{file.relative_to(ROOT)}::test_it[a/b@c]" for file in files]
    assert len(names) > 3
    assert {group_of(name) for name in names} == {"tests/prints/"}


def test_others_go_file_by_file_and_last() -> None:
    assert group_of("tests/unit/test_groups.py::test_it") == "tests/unit/test_groups.py"
    assert rank_of("tests/unit/test_groups.py::test_it") > rank_of("tests/share/test_it.py::x")
