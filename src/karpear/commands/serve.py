"""``karpear serve``: a live preview that follows edits of content, templates and overrides."""

from __future__ import annotations

import argparse
from pathlib import Path

from karpear.commands.build import project_of
from karpear.commands.check import content_argument, report
from karpear.commands.entry import Command, Refused, Say
from karpear.preview import Preview
from karpear.project import Project


def _arguments(parser: argparse.ArgumentParser) -> None:
    content_argument(parser)
    parser.add_argument("--work", type=Path, help="folder for intermediate files (default: build/)")
    parser.add_argument("--port", type=int, default=8000)


def _preview(project: Project, port: int) -> Preview:
    """The preview, with its place on this computer taken."""
    try:
        return Preview(project, port)
    except (OSError, OverflowError) as problem:
        if isinstance(problem, OSError) and problem.filename:
            raise
        why = problem.strerror if isinstance(problem, OSError) else "no such port"
        raise Refused(f"{why}: 127.0.0.1:{port}; choose another with --port") from None


def _run(options: argparse.Namespace, say: Say) -> int:
    preview = _preview(project_of(options), options.port)
    say(f"http://127.0.0.1:{options.port}/ (Ctrl+C ends it)")
    for found in preview.run():
        say(report(list(found), preview.pages))
    return 0


SERVE = Command(
    name="serve",
    about="preview at 127.0.0.1, rebuilt on every change",
    arguments=_arguments,
    run=_run,
)
