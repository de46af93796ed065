"""A word that ``ui.yml`` lacks is told as such, wherever it is asked for, never as a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import AS_OF, ROOT, replaced

from karpear.build import make_site
from karpear.editions.short import write_short
from karpear.engines.mkdocs import site_url_of
from karpear.load import read_library
from karpear.model.interface import MissingWord
from karpear.project import Project


def test_an_edition_that_misses_a_word_names_it(content: Path, tmp_path: Path) -> None:
    replaced("shared/ui.yml", "short-go:", "other-go:")(content)
    library = read_library(content, AS_OF).library
    with pytest.raises(MissingWord, match="short-go"):
        write_short(library, tmp_path, "https://karpear.example/")


@pytest.mark.slow
def test_the_build_tells_it_as_a_finding(content: Path, tmp_path: Path) -> None:
    replaced("shared/ui.yml", "short-go:", "other-go:")(content)
    library = read_library(content, AS_OF).library
    project = Project(root=ROOT, content=content, work=tmp_path / "build", output=tmp_path / "site")
    found = make_site(project, library, ("opendata",))
    assert [(finding.code, dict(finding.values)) for finding in found] == [
        ("S126", {"key": "short-go"})
    ]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://Karpear.ORG.kh", "https://karpear.org.kh/"),
        ("HTTPS://karpear.org/Site/", "https://karpear.org/Site/"),
    ],
)
def test_every_edition_is_given_one_address(
    given: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KARPEAR_SITE_URL", given)
    assert site_url_of(ROOT) == wanted


def test_every_word_of_the_interface_is_asked_for() -> None:
    """By its name, or by a beginning that code or a template completes."""
    places = [ROOT / name for name in ("src/karpear", "overrides", "docs/scripts", "docs/keep")]
    files = (path for place in places for path in place.rglob("*"))
    code = "\n".join(
        path.read_text("utf-8")
        for path in files
        if path.suffix in (".py", ".jinja", ".html", ".js")
    )
    begun = tuple(set(re.findall(r"""["']([a-z]+(?:-[a-z]+)*-)["'{]""", code)))
    keys = read_library(ROOT / "content", AS_OF).library.ui
    assert [key for key in keys if key not in code and not key.startswith(begun)] == []
