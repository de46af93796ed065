"""The Kolibri channel, imported by Kolibri itself in a fresh home and with no network."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from karpear.build import held_back_channel
from karpear.copies import Source
from karpear.copies.archive import zip_bytes
from karpear.copies.kolibri import (
    PATH,
    channel_files,
    channel_id,
    channel_version,
    is_held_back,
    make_kolibri,
    read_channel,
)
from karpear.model import Kind, Language
from karpear.project import Project
from tests.conftest import ROOT
from tests.copies.conftest import unzipped, write

KOLIBRI = Path(os.environ.get("KARPEAR_KOLIBRI", ROOT / ".venv/kolibri/bin/kolibri"))


def run(home: Path, *words: object) -> None:
    """A command of Kolibri; a proxy that answers nobody stands for the missing network."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = {**kept, **nowhere, "KOLIBRI_HOME": str(home), "HOME": str(home)}
    command = [str(KOLIBRI), "manage", *map(str, words)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=home)
    assert done.returncode == 0, done.stderr[-2000:]


def test_kolibri_imports_every_node(source: Source, tmp_path: Path) -> None:
    assert KOLIBRI.is_file(), "`make test` installs Kolibri"
    stick, home = tmp_path / "stick", tmp_path / "home"
    home.mkdir()
    write(stick, channel_files(source))
    for command in ("importchannel", "importcontent"):
        run(home, command, "disk", channel_id(source), stick / "KOLIBRI_DATA")
    with closing(sqlite3.connect(home / "db.sqlite3")) as database:
        rows = database.execute("SELECT kind, available FROM content_contentnode").fetchall()
    modules = [p for p in source.pages(Language.KM) if p.kind is Kind.MODULE]
    assert sorted(rows) == [("html5", 1)] * len(modules) + [("topic", 1)] * 4


NUMBER = "1289"  # not the true one: it stands for a corrected number


def corrected(source: Source, **changed: object) -> Source:
    """The source with another number of the first helpline."""
    first, *others = source.library.helplines
    numbers = (replace(first.numbers[0], shown=NUMBER, dial=NUMBER), *first.numbers[1:])
    helplines = (replace(first, numbers=numbers), *others)
    return replace(source, library=replace(source.library, helplines=helplines, **changed))


def stored(home: Path) -> list[str]:
    """The Khmer page of each module that Kolibri shows, read out of its own storage."""
    with closing(sqlite3.connect(home / "db.sqlite3")) as database:
        rows = database.execute("SELECT local_file_id FROM content_file").fetchall()
    places = [home / "content/storage" / name[0] / name[1] / f"{name}.zip" for (name,) in rows]
    return [unzipped(place.read_bytes())["index.html"].decode() for place in places]


def test_a_corrected_number_reaches_a_server_that_has_the_channel(
    source: Source, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    later = corrected(source, revision=source.library.revision + 1)
    for stick, made in ((tmp_path / "old", source), (tmp_path / "new", later)):
        write(stick, channel_files(made))
        for command in ("importchannel", "importcontent"):
            run(home, command, "disk", channel_id(source), stick / "KOLIBRI_DATA")
    pages = stored(home)
    assert len(pages) == 15
    assert all(f'href="tel:{NUMBER}"' in page for page in pages)
    assert not [page for page in pages if 'href="tel:1280"' in page]


def test_the_version_grows_with_the_day_and_within_it(source: Source) -> None:
    library = source.library
    day = library.newest()
    newer = replace(library, helplines_updated=day + timedelta(days=1))
    again = replace(library, revision=library.revision + 1)
    versions = [channel_version(one) for one in (library, again, newer)]
    assert versions == sorted(set(versions))
    assert channel_version(replace(again, revision=999)) < channel_version(newer)
    made = read_channel(next(make_kolibri(replace(source, library=again))).data)
    assert made is not None
    assert made[0] == versions[1]
    assert versions[-1] < 2**31


def test_a_changed_channel_under_an_old_version_is_seen(source: Source) -> None:
    old = next(make_kolibri(source)).data
    assert not is_held_back(old, old)
    rebuilt = replace(source, epoch=source.epoch + 86_400)  # SOURCE_DATE_EPOCH alone is no change
    assert not is_held_back(old, next(make_kolibri(rebuilt)).data)
    assert is_held_back(old, next(make_kolibri(corrected(source))).data)
    revised = corrected(source, revision=source.library.revision + 1)
    assert not is_held_back(old, next(make_kolibri(revised)).data)
    for unknown in (b"", b"not a ZIP file", zip_bytes({"a.sqlite3": b"nothing"}, source.epoch)):
        assert not is_held_back(unknown, old)


def test_the_build_says_so_before_it_publishes(source: Source, tmp_path: Path) -> None:
    project = Project(
        root=ROOT, content=ROOT / "content", work=tmp_path / "build", output=tmp_path / "site"
    )
    assert held_back_channel(project) == ()
    write(project.built, {PATH: next(make_kolibri(corrected(source))).data})
    assert held_back_channel(project) == ()
    write(project.output, {PATH: next(make_kolibri(source)).data})
    (found,) = held_back_channel(project)
    assert (found.code, str(found.severity)) == ("B407", "warning")
    assert found.path == "content/shared/helplines.yml"


def test_every_module_holds_both_languages_and_asks_for_nothing(source: Source) -> None:
    leaves = [data for name, data in channel_files(source).items() if name.endswith(".zip")]
    assert len(leaves) == 15
    for leaf in leaves:
        inside = unzipped(leaf)
        assert set(inside) == {"index.html", "english.html"}
        assert b'href="english.html"' in inside["index.html"]
        assert b'href="index.html"' in inside["english.html"]
        assert b"default-src &#39;none&#39;" in inside["index.html"]


def test_the_same_again(source: Source) -> None:
    assert next(make_kolibri(source)) == next(make_kolibri(source))
