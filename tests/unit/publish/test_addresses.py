"""Addresses as browsers read them, and which file is of which kind."""

from __future__ import annotations

import pytest

from karpear.addresses import Reach, Site, target_of
from karpear.crawl_read import Kind, kind_of, srcset_addresses

SITE_URL = "https://karpear.test/"


@pytest.mark.parametrize(
    ("value", "base", "reach", "path"),
    [
        ("", "a/index.html", Reach.INSIDE, "a/index.html"),
        ("?q=1", "a/index.html", Reach.INSIDE, "a/index.html"),
        (".", "a/b/index.html", Reach.INSIDE, "a/b/index.html"),
        ("..", "a/b/index.html", Reach.INSIDE, "a/index.html"),
        ("../..", "a/b/index.html", Reach.INSIDE, "index.html"),
        ("../../..", "a/b/index.html", Reach.ASTRAY, ""),
        ("%2e%2e/x.png", "index.html", Reach.ASTRAY, ""),
        ("%2Fetc/passwd", "index.html", Reach.ASTRAY, ""),
        ("/", "a/index.html", Reach.INSIDE, "index.html"),
        ("https://karpear.test", "a/index.html", Reach.INSIDE, "index.html"),
        ("https://karpear.test.evil/", "a/index.html", Reach.ELSEWHERE, ""),
        ("/\\evil.test/", "a/index.html", Reach.ELSEWHERE, ""),
        ("x y.png", "a/index.html", Reach.INSIDE, "a/x y.png"),
        ("viber:x", "a/index.html", Reach.APP, ""),
    ],
)
def test_addresses(value: str, base: str, reach: Reach, path: str) -> None:
    target = target_of(value, base, Site.at(SITE_URL))
    assert (target.reach, target.path) == (reach, path)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        ("data:image/png;base64,AA== 1x,\n b.png", ["data:image/png;base64,AA==", "b.png"]),
        (" , a.png 100w , ", ["a.png"]),
    ],
)
def test_srcset(value: str, expected: list[str]) -> None:
    assert list(srcset_addresses(value)) == expected


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", Kind.PAGE),
        ("en/api/index.html", Kind.PAGE),
        ("schools/embed/index.html", Kind.PAGE),
        ("downloads/index.html", Kind.PAGE),
        ("downloads/km/x.html", Kind.STANDALONE),
        ("en/k/h1/index.html", Kind.LOOSE),
        ("api/v1/x/index.html", Kind.LOOSE),
        ("embed/km/help.html", Kind.LOOSE),
        ("google1234.html", Kind.LOOSE),
        ("en/404.html", Kind.NOT_FOUND),
        ("a.svg", Kind.DRAWING),
        ("a.css", Kind.STYLE),
        ("a.js", None),
    ],
)
def test_kinds(path: str, kind: Kind | None) -> None:
    assert kind_of(path) is kind
