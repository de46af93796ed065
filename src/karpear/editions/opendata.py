"""``api/v1/``, the feeds, and helplines as contacts: what others build on (handbook/embeds.md)."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from karpear.model import Language, Library
from karpear.opendata import DATASETS, VERSION
from karpear.opendata.contacts import helplines_vcf
from karpear.opendata.feed import PATHS, make_feed
from karpear.opendata.tables import glossary_csv, helplines_csv

_SCHEMAS = files("karpear.opendata") / "schema"


def write_opendata(library: Library, site: Path, site_url: str) -> None:
    """Write data with schemas, tables, feeds and contacts."""
    folder = site / "api" / VERSION
    for name, make in DATASETS.items():
        text = json.dumps(make(library, site_url), ensure_ascii=False, separators=(",", ":"))
        _write(folder / f"{name}.json", text + "\n")
        schema = _SCHEMAS.joinpath(f"{name}.json").read_text("utf-8")
        _write(folder / "schema" / f"{name}.json", schema.replace("{site}", site_url))
    _write(folder / "glossary.csv", glossary_csv(library))
    _write(folder / "helplines.csv", helplines_csv(library))
    for lang in Language:
        _write(site / PATHS[lang], make_feed(library, lang, site_url))
        _write(site / "downloads" / f"helplines-{lang}.vcf", helplines_vcf(library, lang))


def _write(path: Path, text: str) -> None:
    """Line ends as they are: tables and contacts have their own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
