"""How long the preview takes from a saved edit to the new page. Printed, never asserted.

Run: ``.venv/bin/python benchmarks/serve.py``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from karpear.preview import Preview
from karpear.project import Project

ROOT = Path(__file__).parent.parent


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        places = {"work": folder / "build", "output": folder / "site"}
        preview = Preview(Project(root=ROOT, content=folder / "content", **places), 0)
        rebuilds = preview.run()
        found = next(rebuilds)
        if any(finding.code.startswith("B") for finding in found):
            sys.exit(f"the first build failed: {found[0].message}")
        url = f"http://127.0.0.1:{preview.server.server_port}/parents/10-12/"
        urllib.request.urlopen(url).read()
        for name in ("en/index.md", "km/parents/10-12.md", "en/parents/10-12.md", "shared/ui.yml"):
            path = folder / "content" / name
            page = preview.project.built / "parents/10-12/index.html"
            word = "Karpear" if name.endswith("yml") else "updated: 2026-11-22"
            text = path.read_text("utf-8").replace(word, word.replace("22", "21") + " ", 1)
            path.write_text(text, "utf-8")
            edited = time.time()
            next(rebuilds)
            after = time.time() - edited
            shown = page.stat().st_mtime - edited
            sys.stdout.write(f"{name}: page after {shown:.2f} s, findings after {after:.2f} s\n")
        preview.stop()
        rebuilds.close()


if __name__ == "__main__":
    main()
