"""The build as a whole: repeatable, the same under ProperDocs, complete in its sitemap, light."""

from __future__ import annotations

import filecmp
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from karpear.build import build_project
from karpear.manifest import verify
from karpear.preview import Preview
from tests.conftest import replaced
from tests.site.conftest import ROOT, WITHOUT_PRINTS, Site

MAX_FIRST_LOAD, MAX_SCRIPT, MAX_FONTS = 40_000, 6_000, 45_000
BOTH = [("km", "/"), ("en", "/en/")]


def files(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_rebuild_from_nothing_is_byte_identical(site: Site, tmp_path: Path) -> None:
    again = replace(site.project, work=tmp_path / "build", output=tmp_path / "site")
    assert build_project(again, only=WITHOUT_PRINTS) == ()
    assert files(again.output) == files(site.root)


def test_a_second_build_over_the_first_is_byte_identical(site: Site, tmp_path: Path) -> None:
    before = files(site.root)
    assert build_project(site.project, only=WITHOUT_PRINTS) == ()
    assert files(site.root) == before
    assert list(verify(site.root)) == []
    left = {p.name for p in site.root.parent.iterdir()} - {"site", "build"}
    assert not [name for name in left if "next" in name or "old" in name]


def test_a_part_goes_over_the_whole_and_loses_no_page(site: Site, tmp_path: Path) -> None:
    """``--only`` leaves out what is fetched; addresses on paper, search and servers' files stay."""
    part = replace(site.project, work=tmp_path / "build", output=tmp_path / "site")
    shutil.copytree(site.root, part.output)
    assert build_project(part, only=("epub",)) == ()
    gone = set(files(site.root)) - set(files(part.output))
    assert not [name for name in gone if not name.startswith("downloads/")]
    assert any(name.startswith("downloads/epub/") for name in files(part.output))


def test_properdocs_builds_the_same_pages(site: Site, tmp_path: Path) -> None:
    config = site.project.work / "mkdocs.yml"
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "-q",
        "-f",
        config,
        "-d",
        tmp_path / "pd",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made_after = ("k/", "embed/", "downloads/", "api/v1/")  # by editions, not by the engine
    built = (p for p in files(site.project.built) if not p.startswith(made_after))
    ours = {p for p in built if p.endswith(".html")}
    assert ours == {p for p in files(tmp_path / "pd") if p.endswith(".html")}
    ours -= {"copies/index.html", "en/copies/index.html"}  # their list is put in after the engine
    _same, differ, errors = filecmp.cmpfiles(
        site.project.built, tmp_path / "pd", ours, shallow=False
    )
    assert (differ, errors) == ([], [])


def test_the_sitemap_has_every_page_with_its_twin(site: Site) -> None:
    tree = ElementTree.parse(site.root / "sitemap.xml")
    space = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    found = {}
    for url in tree.getroot().findall("s:url", space):
        location = url.find("s:loc", space)
        assert location is not None
        links = {a.get("hreflang") for a in url.findall("x:link", space)}
        found[str(location.text)] = links
    assert len(found) == len(site.library.pages)
    assert all(links == {"km", "en", "x-default"} for links in found.values())


def test_every_page_is_within_the_first_load_budget(site: Site) -> None:
    for path in site.root.rglob("*.html"):
        html = path.read_text("utf-8")
        assets = re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html)
        loaded = [
            html.encode(),
            *((path.parent / a).resolve().read_bytes() for a in assets if a[0] != "/"),
        ]
        sizes = [len(gzip.compress(data, 9)) for data in loaded]
        assert sum(sizes) <= MAX_FIRST_LOAD, f"{path}: {sizes}"
        assert len(loaded) <= 6
    scripts = list((site.root / "scripts").glob("*.js"))  # the search index has its own budget
    assert sum(len(gzip.compress(p.read_bytes(), 9)) for p in scripts) <= MAX_SCRIPT
    fonts = list(site.root.rglob("*.woff2"))
    assert len(fonts) == 2
    assert sum(p.stat().st_size for p in fonts) <= MAX_FONTS


def test_nothing_of_the_theme_is_shipped(site: Site) -> None:
    for path in site.root.rglob("*"):
        assert path.suffix != ".map"
        assert not re.search(r"bundle|workbox|lunr", path.name), path


def test_the_manifest_is_what_coreutils_reads(site: Site) -> None:
    command = ["sha256sum", "--quiet", "-c", "MANIFEST.sha256"]
    assert subprocess.run(command, cwd=site.root, check=False).returncode == 0


def test_downloads_manifest(site: Site) -> None:
    data = json.loads((site.root / "downloads/manifest.json").read_text("utf-8"))
    assert set(data) == {"version", "content_date", "helplines_checked", "artifacts"}


def test_a_fifth_of_the_site_may_not_vanish(site: Site, tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "site"
    shutil.copytree(site.project.content, content)
    shutil.copytree(site.root, output)
    smaller = replace(site.project, content=content, work=tmp_path / "build", output=output)
    built = smaller.built
    shutil.copytree(site.root, built)
    before = files(output)
    pages = sorted(built.rglob("*.html"))
    for path in pages[: len(pages) // 2]:
        path.unlink()
    from karpear.publish import publish

    (built / "MANIFEST.sha256").unlink()
    found = publish(built, output, content=content, epoch=0)
    assert found
    assert files(output) == before
    assert publish(built, output, content=content, epoch=0, allow_shrink=True) == ()


@pytest.mark.parametrize(("lang", "prefix"), BOTH)
def test_canonical_and_alternates_are_absolute(site: Site, lang: str, prefix: str) -> None:
    html = (site.root / prefix[1:] / "help/index.html").read_text("utf-8")
    base = "https://karpear.example"
    assert f'<link rel="canonical" href="{base}{prefix}help/">' in html
    for code, address in (("km", "/help/"), ("en", "/en/help/"), ("x-default", "/help/")):
        assert f'hreflang="{code}" href="{base}{address}"' in html


def test_the_preview_follows_an_edit_and_keeps_good_pages(site: Site, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(site.project.content, content)
    project = replace(site.project, content=content, work=tmp_path / "build")
    preview = Preview(project, 0)
    rebuilds = preview.run()
    built = preview.project.built
    page = built / "en/index.html"
    try:
        assert next(rebuilds) == ()
        before = page.read_text("utf-8")
        now = time.time() + 5
        replaced("en/index.md", "updated: 2026", "updated: soon 2026")(content)
        os.utime(content / "en/index.md", (now, now))
        assert {finding.code for finding in next(rebuilds)} >= {"S114"}
        assert page.read_text("utf-8") == before
        replaced("en/index.md", "updated: soon 2026", "updated: 2026")(content)
        replaced("shared/ui.yml", 'en: "About this site"', 'en: "Front door"')(content)
        assert next(rebuilds) == ()
        assert "Front door" in (built / "en/help/index.html").read_text("utf-8")
        assert not project.built.exists()  # what is unchecked is never where a build takes from
    finally:
        preview.stop()
        rebuilds.close()


def test_the_small_print_of_the_repository_is_not_published(site: Site) -> None:
    for path in files(site.root):
        assert not re.search(r"\.(md|py|yml|jinja)$", path), path
    assert ROOT.name  # the site is built outside the repository, so nothing of it leaks in
