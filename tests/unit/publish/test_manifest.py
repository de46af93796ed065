"""The manifest: coreutils accepts it, and no single changed byte gets past it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karpear import manifest
from karpear.findings import as_text
from karpear.manifest import COULD_NOT_CHECK, NAME, parse, read_size, verify, write_manifest

FILES = {
    "index.html": b"<h1>x</h1>",
    "en/index.html": b"",
    "a b.txt": b"space",
    "-r.txt": b"dash",
    "ខ្មែរ.txt": b"khmer",
    "back\\slash.txt": b"back",
    "new\nline.txt": b"new",
    "carriage\r.txt": b"cr",
    "data.bin": bytes(range(256)),
}


def _fill(root: Path) -> Path:
    for path, data in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    write_manifest(root)
    return root


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return _fill(tmp_path / "site")


@pytest.fixture(scope="module")
def shared_site() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield _fill(Path(folder) / "site")


def _found(root: Path) -> list[tuple[str, str]]:
    return [(found.code, found.path) for found in verify(root)]


def test_a_whole_copy_has_no_finding(site: Path) -> None:
    assert _found(site) == []


def test_coreutils_accepts_it(site: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", NAME]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_coreutils_would_have_written_the_same(site: Path) -> None:
    names = sorted(FILES, key=os.fsencode)
    command = ["sha256sum", "--", *names]
    done = subprocess.run(command, cwd=site, capture_output=True, check=True)
    assert done.stdout == (site / NAME).read_bytes()


def test_it_is_sorted_and_not_in_itself(site: Path) -> None:
    write_manifest(site)
    digests = parse((site / NAME).read_bytes())
    assert list(digests) == sorted(FILES, key=os.fsencode)


def _flip(data: bytes, at: int, byte: int) -> bytes:
    return data[:at] + bytes([data[at] ^ (byte or 1)]) + data[at + 1 :]


def _insert(data: bytes, at: int, byte: int) -> bytes:
    return data[:at] + bytes([byte]) + data[at:]


def _delete(data: bytes, at: int, byte: int) -> bytes:
    return data[:at] + data[at + 1 :]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    path=st.sampled_from([NAME, NAME, NAME, *FILES]),
    edit=st.sampled_from([_flip, _insert, _delete]),
    where=st.floats(0, 1, exclude_max=True),
    byte=st.integers(0, 255),
)
def test_no_single_byte_goes_unnoticed(
    shared_site: Path, path: str, edit: Callable[[bytes, int, int], bytes], where: float, byte: int
) -> None:
    data = (shared_site / path).read_bytes()
    if not data:
        edit = _insert
    (shared_site / path).write_bytes(edit(data, int(where * len(data)), byte))
    try:
        found = _found(shared_site)
    finally:
        (shared_site / path).write_bytes(data)
    if path == NAME:
        assert found
    else:
        assert found == [("B304", manifest.printable(path))]


def _change(root: Path) -> None:
    (root / "index.html").write_bytes(b"<h1>y</h1>")


def _remove(root: Path) -> None:
    (root / "index.html").unlink()


def _add(root: Path) -> None:
    (root / "en/extra.html").write_bytes(b"")


def _add_hidden(root: Path) -> None:
    (root / ".htaccess").write_bytes(b"")


def _add_folder(root: Path) -> None:
    (root / "empty").mkdir()


def _link_file(root: Path) -> None:
    (root / "index.html").rename(root.parent / "kept")
    (root / "index.html").symlink_to(root.parent / "kept")


def _link_folder(root: Path) -> None:
    (root / "en").rename(root.parent / "kept")
    (root / "en").symlink_to(root.parent / "kept")


def _dangling(root: Path) -> None:
    (root / "odd").symlink_to("nowhere")


def _pipe(root: Path) -> None:
    (root / "index.html").unlink()
    os.mkfifo(root / "index.html")


def _folder_instead(root: Path) -> None:
    (root / "data.bin").unlink()
    (root / "data.bin").mkdir()


def _file_instead(root: Path) -> None:
    (root / "en/index.html").unlink()
    (root / "en").rmdir()
    (root / "en").write_bytes(b"")


def _odd_name(root: Path) -> None:
    (root / os.fsdecode(b"\xff\xfe\x1b[31m")).write_bytes(b"")


def _rename_case(root: Path) -> None:
    (root / "index.html").rename(root / "Index.html")


SPOILT = [
    (_change, [("B304", "index.html")]),
    (_remove, [("B305", "index.html")]),
    (_add, [("B306", "en/extra.html")]),
    (_add_hidden, [("B306", ".htaccess")]),
    (_add_folder, [("B306", "empty")]),
    (_link_file, [("B308", "index.html")]),
    (_link_folder, [("B306", "en")]),
    (_dangling, [("B306", "odd")]),
    (_pipe, [("B308", "index.html")]),
    (_folder_instead, [("B308", "data.bin")]),
    (_file_instead, [("B305", "en/index.html"), ("B306", "en")]),
    (_odd_name, [("B306", "\\udcff\\udcfe\\x1b[31m")]),
    (_rename_case, [("B305", "index.html"), ("B306", "Index.html")]),
]


@pytest.mark.parametrize(("spoil", "expected"), SPOILT)
def test_each_difference_is_named(
    site: Path, spoil: Callable[[Path], None], expected: list[tuple[str, str]]
) -> None:
    spoil(site)
    found = list(verify(site))
    assert [(one.code, one.path) for one in found] == expected
    assert as_text(found).encode("utf-8").count(b"\n") == 2 * len(found) - 1


def test_an_unreadable_file_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = manifest.digest

    def refuse(path: Path) -> str:
        if path.name == "data.bin":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(manifest, "digest", refuse)
    assert _found(site) == [("B307", "data.bin")]


LINE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  {}\n"
# text of the manifest, code, line
BROKEN = [
    ("", "B309", 1),
    ("hello\n", "B302", 1),
    (LINE.format("a")[:-1], "B302", 1),
    (LINE.format("a") + "x\n", "B302", 2),
    (LINE.format("a") * 2, "B302", 2),
    (LINE.format("b") + LINE.format("a"), "B302", 1),
    (LINE.format("a").upper(), "B302", 1),
    (LINE.format("a").replace("  ", " *"), "B302", 1),
    ("\\" + LINE.format("a"), "B302", 1),
    (LINE.format("a\\n"), "B302", 1),
    (LINE.format("a") + "\n", "B302", 2),
    (LINE.format("../a"), "B302", 1),
    (LINE.format("/etc/passwd"), "B302", 1),
    (LINE.format("a/./b"), "B302", 1),
    (LINE.format("a//b"), "B302", 1),
    (LINE.format("a\0b"), "B302", 1),
    (LINE.format(NAME), "B302", 1),
    (LINE.format("a") + LINE.format("b\udcff"), "B302", 2),
]


@pytest.mark.parametrize(("text", "code", "line"), BROKEN)
def test_a_broken_manifest_is_no_answer(tmp_path: Path, text: str, code: str, line: int) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    (found,) = verify(tmp_path)
    assert (found.code, found.line) == (code, line)
    assert found.code in COULD_NOT_CHECK
    assert found.message.startswith("could not check")


@pytest.mark.parametrize(("name", "code"), [("", "B301"), ("gone", "B303"), ("file", "B303")])
def test_no_manifest_is_no_answer(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert [found.code for found in verify(tmp_path / name)] == [code]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_a_manifest_that_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / NAME)
    assert _found(tmp_path) == [("B302", NAME)]


def test_size_counts_pages_and_bytes(site: Path) -> None:
    assert read_size(site) == (2, sum(map(len, FILES.values())))
