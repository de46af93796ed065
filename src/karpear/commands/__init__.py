"""The commands, listed once in ``COMMANDS``; ``cli.py`` prints what they say."""

from karpear.commands.build import BUILD
from karpear.commands.check import CHECK
from karpear.commands.coverage import COVERAGE
from karpear.commands.entry import Command, Refused
from karpear.commands.pack import PACK
from karpear.commands.search import SEARCH
from karpear.commands.serve import SERVE
from karpear.commands.stamp import STAMP
from karpear.commands.verify import VERIFY

COMMANDS: tuple[Command, ...] = (CHECK, BUILD, SERVE, COVERAGE, SEARCH, PACK, STAMP, VERIFY)

__all__ = ["COMMANDS", "Command", "Refused"]
