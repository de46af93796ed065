"""``karpear build``: everything into the output folder, or nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from karpear.build import build_project
from karpear.commands.check import content_argument, report
from karpear.commands.entry import Command, Refused, Say
from karpear.copies import COPIES
from karpear.editions import EDITIONS
from karpear.findings import has_errors
from karpear.lock import Locked
from karpear.project import NoProject, Project, find_project


def _arguments(parser: argparse.ArgumentParser) -> None:
    content_argument(parser)
    parser.add_argument("--output", type=Path, help="folder to publish into (default: site/)")
    parser.add_argument("--work", type=Path, help="folder for intermediate files (default: build/)")
    parser.add_argument("--only", default="", metavar="NAME,…", help="only these editions")
    parser.add_argument(
        "--allow-shrink", action="store_true", help="publish even if a fifth of the site is gone"
    )


def project_of(options: argparse.Namespace) -> Project:
    """The project that the options describe; Refused when there is none."""
    try:
        project = find_project(options.content, getattr(options, "output", None), options.work)
    except NoProject as problem:
        raise Refused(str(problem)) from None
    if not project.content.is_dir():
        raise Refused(f"there is no content folder {project.content}")
    return project


def _run(options: argparse.Namespace, say: Say) -> int:
    only = tuple(name for name in options.only.split(",") if name)
    known = (*EDITIONS, *COPIES)
    unknown = sorted(set(only).difference(known))
    if unknown:
        raise Refused(f"unknown edition {', '.join(unknown)}; known: {', '.join(known)}")
    project = project_of(options)
    try:
        found = build_project(project, only=only, allow_shrink=options.allow_shrink)
    except Locked as locked:
        raise Refused(str(locked)) from None
    except OSError as problem:
        where = problem.filename2 or problem.filename or project.work
        raise Refused(f"{problem.strerror or problem}: {where}") from None
    if found:
        say(report(list(found), 0))
    if has_errors(found):
        say(f"not published: {project.output} is as it was")
        return 1
    say(f"published: {project.output}")
    return 0


BUILD = Command(
    name="build",
    about="check the content, build the site and all editions, publish atomically",
    arguments=_arguments,
    run=_run,
)
