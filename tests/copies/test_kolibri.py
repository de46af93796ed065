"""The Kolibri channel, imported by Kolibri itself in a fresh home and with no network."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from karpear.copies import Source
from karpear.copies.kolibri import channel_files, channel_id, make_kolibri
from karpear.model import Kind, Language
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
