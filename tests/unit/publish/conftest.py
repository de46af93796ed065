"""A small, faultless built site in both languages, for the tests to spoil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from publish_trees import make_tree

SITE_URL = "https://karpear.test/"
PAGES = ("", "help/", "parents/10-12/")
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>Karpear</title>
<link rel="canonical" href="{site}{prefix}{page}">
<link rel="alternate" hreflang="km" href="{site}{page}">
<link rel="alternate" hreflang="en" href="{site}en/{page}">
<link rel="alternate" hreflang="x-default" href="{site}{page}">
<meta name="karpear:id" content="{id}">
<meta property="og:image" content="{site}images/kite.png">
<link rel="stylesheet" href="{up}css/site.css">
<script src="{up}js/site.js" defer></script>
<script type="application/ld+json">{{"@type": "LearningResource"}}</script>
</head>
<body>
<a id="exit" href="https://www.wikipedia.org/">X</a>
<h1 id="title">ខ្មែរ</h1>
<p><a href="{up}help/#call">1</a> <a href="/help/?from=home#%E1%9E%80">2</a>
<a href="./">3</a> <a href="#title">4</a> <a href="">5</a> <a href="#top">6</a></p>
<svg aria-hidden="true"><use href="{up}icons/set.svg#palm"></use></svg>
<picture><source srcset="{up}images/kite.png 1x, {up}images/kite.png 2x">
<img src="{up}images/kite.png" alt="kite"></picture>
<h2 id="call">Call</h2><h2 id="ក">Khmer key</h2>
<aside id="help-block"><a href="tel:1280">1280</a> <a href="mailto:a@b.test">mail</a></aside>
</body>
</html>
"""
_LOOSE = '<!doctype html><html lang="{lang}"><title>k</title><a href="/help/">x</a></html>\n'
_CSS = """/* url(never.png) */
@font-face { src: local("Khmer OS"), url("../fonts/khmer.woff2") format("woff2"); }
.kite { background: url(../images/kite.png), url(data:image/svg+xml,%3Csvg/%3E); }
.palm { filter: url('../icons/set.svg#palm'); }
"""
_SVG = """<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<title/><style>.a{}</style><symbol id="palm"><path d="M0 0"/></symbol>
<use xlink:href="#palm"/></svg>
"""


def _page(page: str, lang: str) -> str:
    prefix = "en/" if lang == "en" else ""
    up = "../" * (prefix + page).count("/")
    return _PAGE.format(
        lang=lang, site=SITE_URL, prefix=prefix, page=page, id=page.strip("/"), up=up
    )


def _not_found() -> str:
    return """<!doctype html>
<html lang="km"><head><meta name="karpear:id" content="404"></head>
<body><a id="exit" href="https://www.wikipedia.org/">X</a><h1>404</h1>
<a href="/help/">help</a> <a href="#help-block">down</a>
<aside id="help-block">1280</aside></body></html>
"""


def _sitemap() -> str:
    addresses = [f"{SITE_URL}{prefix}{page}" for page in PAGES for prefix in ("", "en/")]
    rows = "\n".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{rows}\n</urlset>\n'


def _files() -> dict[str, str]:
    files = {f"{page}index.html": _page(page, "km") for page in PAGES}
    files |= {f"en/{page}index.html": _page(page, "en") for page in PAGES}
    files |= {"404.html": _not_found(), "sitemap.xml": _sitemap()}
    files |= {"css/site.css": _CSS, "js/site.js": "'use strict';\n", "icons/set.svg": _SVG}
    files |= {"images/kite.png": "kite", "fonts/khmer.woff2": "font"}
    files |= {"k/h1/index.html": _LOOSE.format(lang="km")}
    files |= {f"embed/{lang}/help.html": _LOOSE.format(lang=lang) for lang in ("km", "en")}
    files["downloads/page.html"] = (
        '<html lang="en"><style>a{}</style><img src="data:image/png;base64,AA=="></html>'
    )
    return files


@pytest.fixture
def good_site(tmp_path: Path) -> Path:
    """A built site without a fault."""
    root = tmp_path / "built"
    write_files(root, _files())
    return root


def write_files(root: Path, files: dict[str, str]) -> None:
    """Write texts by relative path."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, tuple[bytes, int, int]]]:
    """Everything below a folder: bytes, mode and time by path; {} where there is nothing."""

    def take(root: Path) -> dict[str, tuple[bytes, int, int]]:
        found = {}
        for path in sorted(root.rglob("*")):
            about = path.lstat()
            data = path.read_bytes() if path.is_file() else b""
            found[str(path.relative_to(root))] = (data, about.st_mode, int(about.st_mtime))
        return found

    return take


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A project folder with content and two built sites, ``a`` and ``b``."""
    (tmp_path / "content").mkdir()
    make_tree(tmp_path / "a", "old")
    make_tree(tmp_path / "b", "new")
    return tmp_path
