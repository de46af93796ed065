"""``search/{km,en}.first`` and ``.full``, and the scripts of the site as they are served.

Each stage is there twice: as JSON for other tools, and as a script, because a page opened from a
file may not fetch (and our policy lets no page do so).
"""

from __future__ import annotations

import json
from pathlib import Path

from karpear.model import Language, Library
from karpear.search import make_index
from karpear.search.shorten import shortened


def write_search(library: Library, site: Path, site_url: str) -> None:
    """Write both stages of both languages, and make the scripts short."""
    folder = site / "search"
    folder.mkdir(exist_ok=True)
    for lang in Language:
        index = make_index(library, lang)
        for stage, data in (("first", index.first), ("full", index.full)):
            _write(folder, f"{lang}.{stage}", data)
    for script in sorted((site / "scripts").glob("*.js")):
        script.write_text(shortened(script.read_text("utf-8")), "utf-8")


def _write(folder: Path, name: str, data: dict[str, object]) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{name}.json").write_text(text + "\n", "utf-8")
    script = f'(self.karpearSearch=self.karpearSearch||{{}})["{name}"]={text};\n'
    (folder / f"{name}.js").write_text(script, "utf-8")
