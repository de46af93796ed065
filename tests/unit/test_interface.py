"""A word that ``ui.yml`` lacks is told as such, wherever it is asked for, never as a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import AS_OF, ROOT, found, replaced

from karpear.build import make_site
from karpear.editions.short import write_short
from karpear.engines.mkdocs import site_url_of
from karpear.load import read_library
from karpear.model import Language
from karpear.model.interface import FILLS, MissingWord, UnknownFill, fills_of
from karpear.project import Project
from karpear.rendering.words import Words


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
    "date",
    [
        '{km: "អត្ថបទថ្ងៃទី {date}", en: "Text of {Date}"}',
        '{km: "អត្ថបទថ្ងៃទី {day}", en: "Text of {day}"}',
        '{km: "អត្ថបទថ្ងៃទី", en: "Text of {date}"}',
        '{km: "អត្ថបទថ្ងៃទី {date}", en: "Text of {date"}',
        '{km: "អត្ថបទថ្ងៃទី {date}", en: "Text of {date.year}"}',
        '{km: "អត្ថបទថ្ងៃទី {}", en: "Text of {}"}',
        '{km: "អត្ថបទថ្ងៃទី {date:>9}", en: "Text of {date:>9}"}',
    ],
)
def test_a_place_that_nothing_fills_in(content: Path, date: str) -> None:
    """A name in braces that was translated or mistyped would end the build in a traceback."""
    wanted = '{km: "អត្ថបទថ្ងៃទី {date}", en: "Text of {date}"}'
    replaced("shared/ui.yml", wanted, date)(content)
    finding = found(content, "S133")
    assert dict(finding.values)["key"] == "source-date"
    assert (
        "source-date:"
        in (content / "shared/ui.yml").read_text("utf-8").split("\n")[finding.line - 1]
    )


def test_a_name_that_another_text_has(content: Path) -> None:
    """Only who fills in can tell: the build names the text, its line, and what it has."""
    old = '{km: "អត្ថបទថ្ងៃទី {date}", en: "Text of {date}"}'
    replaced("shared/ui.yml", old, old.replace("{date}", "{title}"))(content)
    library = read_library(content, AS_OF).library
    with pytest.raises(UnknownFill) as caught:
        Words(library=library, lang=Language.EN).ui("source-date", date="today")
    assert (caught.value.key, caught.value.text) == ("source-date", "Text of {title}")


def test_the_names_to_fill_in_are_those_of_the_file() -> None:
    words = read_library(ROOT / "content", AS_OF).library.ui.values()
    assert {name for pair in words for name in fills_of(pair.en) or ()} == FILLS


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
