"""What a command is: a name, its options, and a function that returns an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

Say = Callable[[str], None]


class Refused(Exception):
    """The command could not do its work (exit 2); the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """``run(options, say)`` returns 0 fine, 1 findings of severity error."""

    name: str
    about: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Say], int]
