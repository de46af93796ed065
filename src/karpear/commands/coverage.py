"""``karpear coverage``: band × audience × risk, citations, facts used and parity."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from karpear.build import check_content
from karpear.commands.check import content_argument, content_root
from karpear.commands.entry import Command, Refused, Say
from karpear.coverage import Coverage, measure
from karpear.model import Audience, Library

_MARKS = {"filled": "x", "missing": ".", "not-applicable": "-"}


def _arguments(parser: argparse.ArgumentParser) -> None:
    content_argument(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace, say: Say) -> int:
    library = check_content(content_root(options)).library
    if not library.pages:
        raise Refused("there are no pages to count")
    coverage = measure(library)
    if options.format == "json":
        say(json.dumps(asdict(coverage), ensure_ascii=False, indent=2))
    else:
        say("\n".join(_lines(library, coverage)))
    return 0


def _lines(library: Library, coverage: Coverage) -> list[str]:
    """A table for the terminal: x filled, - not applicable, . missing."""
    categories = [c.id for c in library.risks if c.id != "cross-cutting"]
    lines = [f"{'':16}" + "".join(f"{name:>10}" for name in categories)]
    for band in library.bands:
        for audience in Audience:
            cells = [c for c in coverage.cells if (c.band, c.audience) == (band.id, audience)]
            marks = "".join(f"{_MARKS[cell.state]:>10}" for cell in cells)
            lines.append(f"{band.id:6}{audience:10}{marks}")
    for name in ("modules", "topics", "flows", "facts", "cited", "parity"):
        share = getattr(coverage, name)
        lines.append(f"{name}: {share.n} of {share.of}")
    return lines


COVERAGE = Command(
    name="coverage",
    about="count what is written, cited and translated",
    arguments=_arguments,
    run=_run,
)
