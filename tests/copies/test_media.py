"""Every kind of picture that content may hold goes through all copies; recordings go into none."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from libzim.reader import Archive
from PIL import Image

from karpear.build import check_content, make_site
from karpear.cli import main
from karpear.copies import COPIES, Made, Source
from karpear.headers import media_of
from karpear.load.files import IMAGE_SUFFIXES
from karpear.project import Project, build_epoch
from tests.conftest import ROOT, write_content
from tests.copies.conftest import URL, unzipped
from tests.sounds import silence

SOUND = "audio/km/parents/10-12/minute.mp3"
RECORDING = f"""recordings:
  - {{page: parents/10-12, section: minute, lang: km, file: {SOUND}, reader: "Sok Dara", on: 2026-11-20, stamp: new}}
"""
PICTURES = [f"photo{suffix}" for suffix in IMAGE_SUFFIXES] + ["sub/photo.png"]
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>'


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The small content, built, with pictures of every kind and one recording on its module."""
    folder = tmp_path_factory.mktemp("pictured")
    content = write_content(folder / "content")
    for number, name in enumerate(PICTURES):
        path = content / "shared/images" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture(path.suffix, shade=40 * number))
    for lang in ("km", "en"):
        page = content / lang / "parents/10-12.md"
        shown = "".join(f"- ![A hand.](/images/{name}) **A.** [^craft]\n" for name in PICTURES)
        head = re.compile(r"(## .*\{#do\}\n\n)")
        page.write_text(head.sub(rf"\g<1>{shown}", page.read_text("utf-8")), "utf-8")
    (content / SOUND).parent.mkdir(parents=True)
    (content / SOUND).write_bytes(silence(2000))
    (content / "shared/audio.yml").write_text(RECORDING, "utf-8")
    assert main(["stamp", "--audio", "parents/10-12", "--content", str(content)]) == 0
    project = Project(root=ROOT, content=content, work=folder / "build", output=folder / "site")
    library = check_content(content).library
    make_site(project, library, ("embeds",))
    html = (project.built / "parents/10-12/index.html").read_text("utf-8")
    assert "<audio" in html
    assert all(f"images/{name}" in html for name in PICTURES)
    return Source(library=library, site=project.built, site_url=URL, epoch=build_epoch(library))


def picture(suffix: str, shade: int) -> bytes:
    if suffix == ".svg":
        return SVG
    written = io.BytesIO()
    Image.new("RGB", (4, 4), (shade, shade, shade)).save(written, FORMATS[suffix])
    return written.getvalue()


@pytest.fixture(scope="module")
def made(pictured: Source) -> dict[str, Made]:
    return {one.path: one for make in COPIES.values() for one in make(pictured)}


def texts(made: dict[str, Made], folder: Path) -> Iterator[tuple[str, str]]:
    """Every HTML page within every copy, with a name to tell it by."""
    for name, one in made.items():
        if one.format == "html":
            yield name, one.data.decode()
        elif one.format == "zim":
            (folder / "one.zim").write_bytes(one.data)
            archive = Archive(folder / "one.zim")
            for number in range(archive.all_entry_count):
                item = archive._get_entry_by_id(number).get_item()
                if item.mimetype.startswith("text/html"):
                    yield f"{name}:{item.path}", bytes(item.content).decode()
        else:
            yield from pages_of_zip(name, one.data)


def pages_of_zip(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    for inner, content in unzipped(data).items():
        if inner.endswith((".html", ".xhtml")):
            yield f"{name}:{inner}", content.decode()
        elif inner.endswith(".zip"):
            yield from pages_of_zip(f"{name}:{inner}", content)


def test_pictures_lie_in_the_e_book_under_their_own_names(made: dict[str, Made]) -> None:
    inside = unzipped(made["downloads/epub/karpear-parents-10-12-km.epub"].data)
    assert {name for name in inside if name.startswith("EPUB/images/")} == {
        f"EPUB/images/{name}" for name in PICTURES
    }
    package = inside["EPUB/package.opf"].decode()
    for name in PICTURES:
        assert f'href="images/{name}" media-type="{media_of(name)}"' in package
    assert inside["EPUB/images/photo.png"] != inside["EPUB/images/sub/photo.png"]


def test_pictures_keep_their_kind_in_the_zim_and_the_single_file(
    made: dict[str, Made], tmp_path: Path
) -> None:
    path = tmp_path / "one.zim"
    path.write_bytes(made["downloads/zim/karpear-km.zim"].data)
    archive = Archive(path)
    for name in PICTURES:
        assert archive.get_entry_by_path(f"images/{name}").get_item().mimetype == media_of(name)
    single = made["downloads/html/karpear-parents-10-12-km.html"].data.decode()
    shown = re.findall(r'<img src="data:(image/[a-z+]+)', single)
    assert shown == [media_of(name) for name in PICTURES]


def test_no_copy_holds_a_recording_or_speaks_of_one(made: dict[str, Made], tmp_path: Path) -> None:
    """Sound would make files too large to pass on, and single files may not play any."""
    for name, html in texts(made, tmp_path):
        assert not re.search(r"<audio|k-sound|Sok Dara|data:audio|\.mp3", html), name


def test_every_e_book_has_an_identifier_of_its_own(made: dict[str, Made]) -> None:
    """The small content has no page of its own for an audience."""
    books = [one for one in made.values() if one.format == "epub"]
    assert {(one.id, one.variant) for one in books} == {
        ("parents/10-12", "module"),
        ("parents", "book"),
    }
    packages = [unzipped(one.data)["EPUB/package.opf"].decode() for one in books]
    assert len({re.findall(r"urn:uuid:[0-9a-f-]+", text)[0] for text in packages}) == len(books)
