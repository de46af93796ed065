"""A channel for Kolibri: a ZIP file to unpack on a USB stick, whose folder Kolibri imports from.

Kolibri's content schema 5 (``kolibri.sql``): one SQLite file names the tree, each module lies as
an HTML5 ZIP, Khmer first, English beside it, under its MD5. Ids are made from permanent
addresses, so that a new channel is an update of the old. Kolibri takes an update only when its
version is larger, hence ``channel_version``.
"""

from __future__ import annotations

import hashlib
import io
import sqlite3
import tempfile
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from karpear.copies.archive import zip_bytes
from karpear.copies.single import single_file
from karpear.copies.source import SITE_ID, Made, Source, both
from karpear.model import AudienceName, Kind, Language, Library, Page

PATH = "downloads/kolibri/karpear-kolibri.zip"
_ROOT = "KOLIBRI_DATA/content"
_TITLE = 200
_VERSION = "SELECT version FROM content_channelmetadata"
_NODES = "SELECT id, title, description, parent_id, sort_order FROM content_contentnode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A row of the tree; ``data`` is the HTML5 ZIP of a leaf, ``span`` its two numbers."""

    id: str
    title: str
    about: str
    parent: str | None
    level: int
    span: tuple[int, int]
    data: bytes = b""


def make_kolibri(source: Source) -> Iterator[Made]:
    """One channel for both languages."""
    yield Made(
        path=PATH,
        format="kolibri",
        variant="usb",
        lang="km-en",
        id=SITE_ID,
        title=both(source.library.ui["copy-kolibri-title"]),
        data=zip_bytes(channel_files(source), source.epoch),
    )


def channel_files(source: Source) -> dict[str, bytes]:
    """The folder of the stick."""
    nodes = tuple(tree(source))
    made = {f"{_ROOT}/databases/{channel_id(source)}.sqlite3": database(source, nodes)}
    for node in nodes:
        if node.data:
            name = _md5(node.data)
            made[f"{_ROOT}/storage/{name[0]}/{name[1]}/{name}.zip"] = node.data
    return made


def channel_id(source: Source) -> str:
    """The channel's id, which the site's address gives."""
    return _id(source, "kolibri")


def channel_version(library: Library) -> int:
    """Grows with the newest day of the content, and within a day with its ``revision``."""
    return library.newest().toordinal() * 1000 + library.revision


def read_channel(package: bytes) -> tuple[int, frozenset[object]] | None:
    """The version of a channel in its ZIP file, and all that it shows, dates of files aside: the
    texts of its tree and the pages of its leaves. None for what is no channel of ours."""
    try:
        inside = _unzipped(package)
        (tree,) = (data for name, data in inside.items() if name.endswith(".sqlite3"))
        leaves = [_unzipped(data) for name, data in inside.items() if name.endswith(".zip")]
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(tree)
            (version,) = connection.execute(_VERSION).fetchone()
            nodes = connection.execute(_NODES).fetchall()
    except (zipfile.BadZipFile, ValueError, TypeError, sqlite3.DatabaseError):
        return None
    return int(version), frozenset([*nodes, *(data for leaf in leaves for data in leaf.values())])


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def is_held_back(old: bytes, new: bytes) -> bool:
    """Would Kolibri, which has ``old``, refuse the changed channel ``new``?"""
    before, after = read_channel(old), read_channel(new)
    if before is None or after is None:
        return False
    return after[1] != before[1] and after[0] <= before[0]


def _id(source: Source, name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{source.site_url}#{name}").hex


def _md5(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def tree(source: Source) -> Iterator[Node]:
    """The channel, an audience below it, the modules below that: numbered as nested sets."""
    shelves = [(audience, _modules(source, audience)) for audience in source.library.audiences]
    shelves = [(audience, modules) for audience, modules in shelves if modules]
    total = 2 * (1 + sum(1 + len(modules) for _, modules in shelves))
    title = both(source.library.ui["site-name"])
    about = f"{source.state(Language.KM)} · {source.state(Language.EN)}"
    root = channel_id(source)
    yield Node(id=root, title=title, about=about, parent=None, level=0, span=(1, total))
    at = 2
    for audience, modules in shelves:
        shelf = _id(source, f"kolibri/{audience.id}")
        span = (at, at + 2 * len(modules) + 1)
        name = both(audience.title)
        yield Node(id=shelf, title=name, about="", parent=root, level=1, span=span)
        for number, page in enumerate(modules):
            yield _leaf(source, page, shelf, at + 1 + 2 * number)
        at = span[1] + 1


def _modules(source: Source, audience: AudienceName) -> list[Page]:
    pages = source.pages(Language.KM)
    return [page for page in pages if page.kind is Kind.MODULE and page.audience is audience.id]


def _leaf(source: Source, page: Page, parent: str, left: int) -> Node:
    twin = source.library.page(page.id, Language.EN)
    title = f"{page.title} · {twin.title}" if twin else page.title
    return Node(
        id=_id(source, f"kolibri/{page.id}"),
        title=title[:_TITLE],
        about=f"{page.summary} {source.state(page.lang)}",
        parent=parent,
        level=2,
        span=(left, left + 1),
        data=module_zip(source, page, twin),
    )


def module_zip(source: Source, page: Page, twin: Page | None) -> bytes:
    """Both languages of a module, each with a link to the other."""
    other = "english.html" if twin else ""
    inside = {"index.html": single_file(source, page, alone=True, twin=other).encode()}
    if twin:
        inside[other] = single_file(source, twin, alone=True, twin="index.html").encode()
    return zip_bytes(inside, source.epoch)


def database(source: Source, nodes: tuple[Node, ...]) -> bytes:
    """The SQLite file that Kolibri reads first."""
    schema = files("karpear.copies").joinpath("kolibri.sql").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "channel.sqlite3"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.executescript(schema)
            _insert(
                connection,
                "language",
                id="km",
                lang_code="km",
                lang_subcode=None,
                lang_name="ខ្មែរ",
                lang_direction="ltr",
            )
            for order, node in enumerate(nodes, start=1):
                _insert_node(connection, source, node, order)
            _insert_channel(connection, source, nodes[0])
        return path.read_bytes()


def _insert(connection: sqlite3.Connection, table: str, **row: object) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO content_{table} ({names}) VALUES ({marks})", tuple(row.values())
    )


def _insert_node(connection: sqlite3.Connection, source: Source, node: Node, order: int) -> None:
    _insert(
        connection,
        "contentnode",
        id=node.id,
        license_name="Special Permissions" if node.data else None,
        license_description=both(source.library.ui["licence-line"]) if node.data else None,
        title=node.title,
        coach_content=0,
        content_id=uuid.uuid5(uuid.UUID(node.id), "content").hex,
        channel_id=channel_id(source),
        description=node.about,
        sort_order=float(order),
        license_owner="Karpear" if node.data else "",
        author="Karpear",
        kind="html5" if node.data else "topic",
        available=0,
        options="{}",
        lft=node.span[0],
        rght=node.span[1],
        tree_id=1,
        level=node.level,
        lang_id="km",
        parent_id=node.parent,
    )
    if node.data:
        _insert_file(connection, node)


def _insert_file(connection: sqlite3.Connection, node: Node) -> None:
    name = _md5(node.data)
    size = len(node.data)
    _insert(connection, "localfile", id=name, extension="zip", available=0, file_size=size)
    _insert(
        connection,
        "file",
        id=uuid.uuid5(uuid.UUID(node.id), "file").hex,
        preset="html5_zip",
        supplementary=0,
        thumbnail=0,
        priority=1,
        contentnode_id=node.id,
        lang_id="km",
        local_file_id=name,
    )


def _insert_channel(connection: sqlite3.Connection, source: Source, root: Node) -> None:
    moment = datetime.fromtimestamp(source.epoch, UTC)
    _insert(
        connection,
        "channelmetadata",
        id=root.id,
        name=root.title,
        description=root.about[:400],
        tagline="",
        author="Karpear",
        version=channel_version(source.library),
        thumbnail="",
        last_updated=moment.strftime("%Y-%m-%d %H:%M:%S"),
        min_schema_version="5",
        root_id=root.id,
    )
