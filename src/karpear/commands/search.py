"""``karpear search``: what a reader finds who types this, by the same ranking on the same index."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from karpear.build import check_content
from karpear.commands.check import content_argument, content_root
from karpear.commands.entry import Command, Refused, Say
from karpear.model import Language
from karpear.search import Corpus, Result, make_index, search


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help="what the reader types")
    parser.add_argument("--lang", choices=("km", "en"), required=True, help="of the pages")
    content_argument(parser)
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="at most N results")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace, say: Say) -> int:
    library = check_content(content_root(options)).library
    if not library.pages:
        raise Refused("there are no pages to search")
    if options.limit < 1:
        raise Refused("--limit must be 1 or more")
    corpus = Corpus.of(make_index(library, Language(options.lang)))
    found = search(corpus, options.query, options.limit)
    if options.format == "json":
        say(json.dumps([asdict(result) for result in found], ensure_ascii=False, indent=2))
    else:
        say("\n".join(map(_line, found)) or "nothing found")
    return 0


def _line(result: Result) -> str:
    anchor = f"#{result.anchor}" if result.anchor else ""
    return " · ".join(filter(None, (f"{result.url}{anchor}", result.title, result.section)))


SEARCH = Command(
    name="search",
    about="find pages as the site's own search does",
    arguments=_arguments,
    run=_run,
)
