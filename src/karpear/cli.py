"""The command line: the only place that prints, counts and exits (contract.md, Commands)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from karpear import __version__
from karpear.commands import COMMANDS, Refused
from karpear.project import BadSetting

PROG = "karpear"


def build_parser() -> argparse.ArgumentParser:
    """All commands with their options; ``tests/unit/test_docs.py`` compares the help texts."""
    parser = argparse.ArgumentParser(
        prog=PROG, description="Guidance for families, in many editions."
    )
    parser.add_argument("--version", action="version", version=f"{PROG} {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.about, description=command.about)
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 fine, 1 findings of severity error, 2 could not check, 130
    interrupted (Ctrl+C)."""
    options = build_parser().parse_args(arguments)
    try:
        return int(options.run(options, print))
    except (Refused, BadSetting) as refused:
        print(f"{PROG}: {refused}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{PROG}: interrupted; what stood there before is as it was", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except OSError as problem:  # a full disk, a folder that may not be written
        where = problem.filename2 or problem.filename  # where it was written, not what from
        print(
            f"{PROG}: {problem.strerror or problem}{f': {where}' if where else ''}", file=sys.stderr
        )
        return 2
