"""MkDocs as the engine: the only module of the package that imports it.

A configuration is generated beside the staged tree and inherits from ``mkdocs.yml``, so that
``mkdocs build -f build/mkdocs.yml`` and ProperDocs build exactly the same. Editions are never
MkDocs hooks: the i18n plug-in runs the whole build once for each language (architecture.md, 3).
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from karpear.project import BadSetting, Project

CONFIG = "mkdocs.yml"
_THEME_LEFTOVERS = ("assets/javascripts", "assets/stylesheets", "assets/images")
_THEME_SEARCH = ("search/search_index.json", "search/lunr.js", "search/worker.js", "search/main.js")


class EngineFailed(Exception):
    """The engine stopped or warned; ``messages`` says what, in its own words."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        super().__init__("; ".join(messages))
        self.messages = messages


class _Messages(logging.Handler):
    """Keeps warnings and errors instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def write_config(project: Project, data: dict[str, object], nav: list[str]) -> Path:
    """Write ``build/mkdocs.yml``: inherits the project's, adds folders, words and navigation."""
    config = {
        "INHERIT": os.path.relpath(project.root / CONFIG, project.work),
        "site_url": site_url_of(project.root),
        "docs_dir": os.path.relpath(project.pages, project.work),
        "site_dir": os.path.relpath(project.built, project.work),
        "theme": {"custom_dir": os.path.relpath(project.root / "overrides", project.work)},
        "nav": nav,
        "extra": {"karpear": data},
    }
    project.work.mkdir(parents=True, exist_ok=True)
    path = project.work / CONFIG
    path.write_text(json.dumps(config, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


_SITE_URL = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?/([\w.~-]+/)*", re.ASCII)


def site_url_of(root: Path) -> str:
    """The address that the site of a project has, with its last slash: host in lower case, as
    browsers write it, and the one that every page and edition is given. Raises BadSetting for
    what is no address: it would stand in each QR code."""
    with (root / CONFIG).open("rb") as stream:
        found = yaml_load(stream).get("site_url") or ""
    try:
        parts = urlsplit(str(found).rstrip("/") + "/")
    except ValueError:  # brackets round the name, or signs that browsers read as others
        parts = urlsplit("")
    url = parts._replace(netloc=parts.netloc.lower()).geturl()
    if not _SITE_URL.fullmatch(url):
        mend = "write https:// and the name in Latin letters, such as https://your.name/"
        raise BadSetting("KARPEAR_SITE_URL", str(found), mend)
    return url


def build_site(config_file: Path, epoch: int) -> str:
    """Build; returns the site's address. Raises :class:`EngineFailed` on any warning."""
    messages = _Messages()
    log = logging.getLogger("mkdocs")
    log.addHandler(messages)
    before = log.propagate, os.environ.get("SOURCE_DATE_EPOCH")
    log.propagate, os.environ["SOURCE_DATE_EPOCH"] = False, str(epoch)
    try:
        config = load_config(str(config_file))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as problem:
        raise EngineFailed((*messages.messages, str(problem))) from None
    finally:
        log.removeHandler(messages)
        log.propagate = before[0]
        _restore("SOURCE_DATE_EPOCH", before[1])
    if messages.messages:
        raise EngineFailed(tuple(messages.messages))
    _remove_theme_files(Path(config.site_dir))
    return str(config.site_url)


def _restore(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value


def _remove_theme_files(site: Path) -> None:
    """Material's scripts, styles and source maps are not shipped: nothing of ours asks for them."""
    for name in _THEME_LEFTOVERS:
        for folder in (site / name, site / "en" / name):
            shutil.rmtree(folder, ignore_errors=True)
    for name in _THEME_SEARCH:  # beside our own page of that address
        for file in (site / name, site / "en" / name):
            file.unlink(missing_ok=True)
    for folder in (site / "assets", site / "en" / "assets"):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def watched(project: Project) -> Iterator[Path]:
    """Folders and files a preview follows."""
    yield project.content
    yield project.root / "docs"
    yield project.root / "overrides"
    yield project.root / CONFIG
    yield Path(__file__).parent.parent / "templates"
