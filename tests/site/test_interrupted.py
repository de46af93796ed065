"""A build that is killed, locked out or refused leaves the published site byte for byte."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from karpear.lock import build_lock
from karpear.manifest import verify
from tests.conftest import replaced, write_content
from tests.site.conftest import ROOT, WITHOUT_PRINTS

ONLY = ("--only", ",".join(WITHOUT_PRINTS))

KILLS = [(n, signal.SIGKILL if n % 2 else signal.SIGTERM) for n in range(32)]
RANDOM = random.Random(20261122)
DELAYS = [RANDOM.uniform(0.0, 1.6) for _ in KILLS]


def command(folder: Path, *more: str) -> list[str]:
    places = [
        "--content",
        folder / "content",
        "--work",
        folder / "build",
        "--output",
        folder / "site",
    ]
    return [sys.executable, "-m", "karpear", "build", *ONLY, *map(str, places), *more]


def digest(root: Path) -> str:
    """One hash of every path and byte below a folder."""
    whole = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        whole.update(str(path.relative_to(root)).encode())
        if path.is_file():
            whole.update(path.read_bytes())
    return whole.hexdigest()


def build(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(folder, *more), cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, published once; each test changes its content and tries again."""
    folder = tmp_path_factory.mktemp("published")
    write_content(folder / "content")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_killed_at_random_moments(published: Path) -> None:
    good = {digest(published / "site")}
    landed = 0
    for (number, how), delay in zip(KILLS, DELAYS, strict=True):
        summary = f"summary: What can be done at home, {'again ' * (number % 5)}."
        path = published / "content/en/parents/10-12.md"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        lines[3] = summary + "\n"
        path.write_text("".join(lines), "utf-8")
        process = subprocess.Popen(
            command(published), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(delay)
        process.send_signal(how)
        process.wait()
        now = digest(published / "site")
        landed += process.returncode == 0
        assert list(verify(published / "site")) == []
        if now not in good:
            assert f'content="{summary.removeprefix("summary: ")}' in (
                published / "site/en/parents/10-12/index.html"
            ).read_text("utf-8")
            good.add(now)
    assert landed < len(KILLS)
    assert build(published).returncode == 0
    assert not [p.name for p in published.iterdir() if ".next" in p.name or ".old" in p.name]


def test_a_second_build_at_once_is_refused(published: Path) -> None:
    before = digest(published / "site")
    with build_lock(published / "build"):
        done = build(published)
    assert done.returncode == 2
    assert str(os.getpid()) in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(published / "site") == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("en/parents/10-12.md", "[[h1]]", "<script>alert(1)</script>"),
        ("en/parents/10-12.md", "](/help/#urgent)", "](/gone/)"),
        ("shared/helplines.yml", '"1280", dial', "1280, dial"),
        ("km/parents/10-12.md", "កូនហ៊ានប្រាប់", "កូនហ៊ានប្រាប់ឥឡូវ"),
    ],
)
def test_bad_content_leaves_the_old_site(published: Path, name: str, old: str, new: str) -> None:
    before = digest(published / "site")
    kept = (published / "content" / name).read_text("utf-8")
    replaced(name, old, new)(published / "content")
    done = build(published)
    (published / "content" / name).write_text(kept, "utf-8")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "is as it was" in done.stdout
    assert digest(published / "site") == before


@pytest.mark.parametrize("place", ["content/site", "content", "."])
def test_an_output_that_touches_the_content_is_refused(published: Path, place: str) -> None:
    before = digest(published / "content")
    places = ["--content", published / "content", "--work", published / "build"]
    done = subprocess.run(
        [sys.executable, "-m", "karpear", "build", *ONLY, *places, "--output", published / place],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert digest(published / "content") == before


def test_a_full_disk_leaves_the_old_site(published: Path) -> None:
    """No file may grow past 20 kB: what the system answers is what a full disk answers."""
    before = digest(published / "site")
    limited = ["bash", "-c", 'ulimit -f 20; trap "" XFSZ; exec "$@"', "-", *command(published)]
    replaced("shared/ui.yml", 'en: "Home"', 'en: "Front"')(published / "content")
    done = subprocess.run(limited, cwd=ROOT, capture_output=True, text=True, check=False)
    replaced("shared/ui.yml", 'en: "Front"', 'en: "Home"')(published / "content")
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert digest(published / "site") == before
