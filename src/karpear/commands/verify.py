"""``karpear verify``: checks a published or copied site against its manifest."""

from __future__ import annotations

import argparse
from pathlib import Path

from karpear.commands.entry import Command, Refused, Say
from karpear.findings import as_json, as_text
from karpear.manifest import COULD_NOT_CHECK, verify


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a published or copied site")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace, say: Say) -> int:
    found = list(verify(options.folder))
    for finding in found:
        if finding.code in COULD_NOT_CHECK:
            raise Refused(f"{finding.path}: {finding.message}; {finding.mend}")
    if options.format == "json":
        say(as_json(found))
    elif found:
        say(as_text(found))
    else:
        say("every file is as it was published")
    return 1 if found else 0


VERIFY = Command(
    name="verify",
    about="name every changed, missing or extra file of a site",
    arguments=_arguments,
    run=_run,
)
