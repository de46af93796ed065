"""``karpear check``: all findings, as text or JSON, in English or Khmer."""

from __future__ import annotations

import argparse
from pathlib import Path

from karpear.build import Checked, check_content
from karpear.checks import unread_shared
from karpear.commands.entry import Command, Refused, Say
from karpear.commands.fix import fix_content
from karpear.findings import Finding, Severity, as_json, as_text, has_errors
from karpear.model import Language
from karpear.project import NoProject, find_project


def content_argument(parser: argparse.ArgumentParser) -> None:
    """``--content``, shared by all commands that read content."""
    parser.add_argument("--content", type=Path, help="content root (default: content/)")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only findings of these files")
    content_argument(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--lang", choices=("en", "km"), default="en", help="of the messages")
    parser.add_argument("--fix", action="store_true", help="first put Khmer characters in order")


def content_root(options: argparse.Namespace) -> Path:
    """The content folder to read; Refused when there is none."""
    try:
        content = options.content or find_project().content
    except NoProject as problem:
        raise Refused(str(problem)) from None
    if not content.is_dir():
        raise Refused(f"there is no content folder {content}")
    return Path(content).absolute()


def read_checked(content: Path) -> Checked:
    """Findings of a content root; Refused when there was nothing to look at."""
    checked = check_content(content)
    if not checked.library.pages and not checked.findings:
        raise Refused(f"nothing to check in {content}")
    return checked


def _run(options: argparse.Namespace, say: Say) -> int:
    content = content_root(options)
    wanted = [_inside(content, path) for path in options.paths]
    if options.fix:
        _fix(content, wanted, options.format, say)
    checked = read_checked(content)
    if wanted:  # what keeps these files from being checked is told with them
        wanted += unread_shared(checked.library)
    found = [f for f in checked.findings if _is_wanted(f.path, wanted)]
    lang = Language(options.lang)
    if options.format == "json":
        say(as_json(found, lang))
    else:
        say(report(found, len(checked.library.pages), lang))
    return 1 if has_errors(found) else 0


def report(found: list[Finding], pages: int, lang: Language = Language.EN) -> str:
    """Findings and a closing line of counts."""
    errors = sum(f.severity is Severity.ERROR for f in found)
    counts = f"{pages} pages, {errors} errors, {len(found) - errors} warnings"
    return f"{as_text(found, lang)}\n{counts}" if found else counts


def _inside(content: Path, path: str) -> str:
    """A path given on the command line as findings name it; Refused outside the content."""
    try:
        given = Path(path) if Path(path).exists() else content / path
        relative = given.resolve(strict=True).relative_to(content.resolve())
    except (OSError, ValueError):
        raise Refused(f"{path[:200]!r} is not a file in {content}") from None
    return f"{content.name}/{relative}" if str(relative) != "." else content.name


def _is_wanted(found: str, wanted: list[str]) -> bool:
    """Whether a file is among those asked for; all are when none was named."""
    return not wanted or any(found == path or found.startswith(f"{path}/") for path in wanted)


def _fix(content: Path, wanted: list[str], form: str, say: Say) -> None:
    """Mend, and show each change as soon as its file is written."""
    if form == "json":
        raise Refused("--fix shows its changes as text: leave out --format json")
    try:
        for change in fix_content(content, lambda path: _is_wanted(path, wanted)):
            say(str(change))
    except OSError as problem:
        raise Refused(f"could not mend {problem.filename}: {problem.strerror}") from None


CHECK = Command(
    name="check",
    about="check the content and name everything that should be mended",
    arguments=_arguments,
    run=_run,
)
