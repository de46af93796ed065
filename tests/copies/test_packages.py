"""SCORM, Common Cartridge: their structure, and one package run by a foreign player."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import BrowserContext

from karpear.copies import Source
from karpear.copies.packages import make_packages
from karpear.copies.source import Made
from karpear.model import Kind
from tests.conftest import ROOT
from tests.copies.conftest import Watch, unzipped

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
CC = "{http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1}"
PLAYER = ROOT / "tests/node_modules/scorm-again/dist/scorm12.min.js"


@pytest.fixture(scope="module")
def packages(source: Source) -> dict[tuple[str, str, str], Made]:
    return {(made.format, made.lang, made.id): made for made in make_packages(source)}


def test_both_kinds_for_each_module(
    source: Source, packages: dict[tuple[str, str, str], Made]
) -> None:
    modules = {(str(p.lang), p.id) for p in source.library.pages if p.kind is Kind.MODULE}
    assert set(packages) == {(form, *one) for form in ("scorm", "cc") for one in modules}


def manifests(
    packages: dict[tuple[str, str, str], Made], form: str
) -> Iterator[tuple[Made, dict[str, bytes], ElementTree.Element]]:
    for (kind, _, _), made in packages.items():
        if kind == form:
            inside = unzipped(made.data)
            yield made, inside, ElementTree.fromstring(inside["imsmanifest.xml"])


def test_a_scorm_package_is_one_page_that_is_there(
    packages: dict[tuple[str, str, str], Made],
) -> None:
    for made, inside, root in manifests(packages, "scorm"):
        assert root.tag == f"{CP}manifest"
        assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
        organizations = root.find(f"{CP}organizations")
        assert organizations.get("default") == organizations[0].get("identifier")
        resources = {one.get("identifier"): one for one in root.iter(f"{CP}resource")}
        for item in root.iter(f"{CP}item"):
            resource = resources[item.get("identifierref")]
            is_child = made.id.startswith("children/")
            assert resource.get(f"{ADL}scormtype") == ("asset" if is_child else "sco")
            assert (b"LMSInitialize" in inside[resource.get("href")]) is not is_child
        assert {file.get("href") for file in root.iter(f"{CP}file")} == {*inside} - {
            "imsmanifest.xml"
        }


def test_a_cartridge_is_one_page_that_is_there(
    packages: dict[tuple[str, str, str], Made],
) -> None:
    for _, inside, root in manifests(packages, "cc"):
        assert root.tag == f"{CC}manifest"
        assert root.findtext(f"{CC}metadata/{CC}schema") == "IMS Common Cartridge"
        assert root.findtext(f"{CC}metadata/{CC}schemaversion") == "1.3.0"
        organization = root.find(f"{CC}organizations/{CC}organization")
        assert organization.get("structure") == "rooted-hierarchy"
        resources = {one.get("identifier") for one in root.iter(f"{CC}resource")}
        references = {i.get("identifierref") for i in root.iter(f"{CC}item")} - {None}
        assert references == resources
        assert {file.get("href") for file in root.iter(f"{CC}file")} == {*inside} - {
            "imsmanifest.xml"
        }
        assert b"LMSInitialize" not in inside["index.html"]


def test_no_package_reads_or_keeps_anything(packages: dict[tuple[str, str, str], Made]) -> None:
    for made in packages.values():
        html = unzipped(made.data)["index.html"].decode()
        assert not re.search(
            r"LMSGetValue|student_|core\.score|session_time|localStorage|fetch\(", html
        )


def test_scorm_again_runs_a_package_to_completed(
    packages: dict[tuple[str, str, str], Made],
    context: BrowserContext,
    watch: Watch,
    tmp_path: Path,
) -> None:
    """The player stands for an LMS; both are served, because files may not see each other."""
    from tests.site.conftest import serve

    inside = unzipped(packages["scorm", "km", "teachers/6-9"].data)
    for name, data in inside.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "404.html").write_text("")
    (tmp_path / "scorm12.js").write_bytes(PLAYER.read_bytes())
    (tmp_path / "lms.html").write_text(
        '<script src="scorm12.js"></script><script>window.API = new Scorm12API({autocommit: false,'
        ' logLevel: 5})</script><iframe src="index.html" width="360" height="600"></iframe>'
    )
    context.set_offline(False)
    page = context.new_page()
    with serve(tmp_path) as url:
        page.goto(f"{url}lms.html")
        frame = page.frames[-1]
        frame.wait_for_selector("#done", state="visible")
        status = "API.getCMIValue('cmi.core.lesson_status')"
        assert page.evaluate(f"{status}") != "completed"
        assert page.evaluate("API.isInitialized()") is False
        frame.click("#done button")
        assert frame.locator("#done [role=status]").is_visible()
        assert page.evaluate("API.cmi.core.lesson_status") == "completed"
    assert {name for name in watch.left if not name.startswith(url)} == set()
