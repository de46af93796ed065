"""A whole build with pictures: every page's head names one that is there, at its full address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from karpear.build import check_content, make_site
from karpear.needs import NEEDS
from karpear.project import Project
from tests.conftest import ROOT, write_content

SITE = "https://karpear.example/"
ONLY = ("sitemap", "short", "share")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    content = write_content(tmp_path / "content")
    return Project(root=ROOT, content=content, work=tmp_path / "build", output=tmp_path / "site")


def told(path: Path) -> dict[str, str]:
    tree = LexborHTMLParser(path.read_text("utf-8"))
    metas = (node.attributes for node in tree.css("meta[property], meta[name]"))
    return {m.get("property") or m.get("name") or "": m.get("content") or "" for m in metas}


@pytest.mark.slow
def test_previews_have_their_picture(small: Project) -> None:
    library = check_content(small.content).library
    codes = {finding.code for finding in make_site(small, library, ONLY)}
    assert not codes & {"B101", "B103", "B403"}
    for page in library.pages:
        found = told(small.built / page.url[1:] / "index.html")
        name = "neutral" if page.is_sheltered else page.id.replace("/", "-") or "home"
        assert found["og:image"] == f"{SITE}share/{page.lang}/{name}.wide.png"
        assert found["twitter:image"] == found["og:image"]
        assert found["twitter:card"] == "summary_large_image"
        with Image.open(small.built / found["og:image"].removeprefix(SITE)) as picture:
            size = (int(found["og:image:width"]), int(found["og:image:height"]))
            assert picture.size == size


@pytest.mark.slow
def test_without_fribidi_the_site_is_built_and_says_so(
    small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = replace(NEEDS["share"], libraries=("libnothing.so.9",))
    monkeypatch.setitem(NEEDS, "share", nothing)
    library = check_content(small.content).library
    found = make_site(small, library, ONLY)
    assert [f.severity for f in found if f.code == "B403"] == ["warning"]
    for page in library.pages:
        assert "og:image" not in told(small.built / page.url[1:] / "index.html")
    assert not (small.built / "share").exists()
