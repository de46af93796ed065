"""``karpear stamp``: records in a translation that a person compared it with its source."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from karpear.build import check_content
from karpear.commands.check import content_argument, content_root
from karpear.commands.entry import Command, Refused, Say
from karpear.commands.fix import replace_file
from karpear.model import Library, Page
from karpear.stamps import source_stamps, spoken_stamp

_STAMP = re.compile(r"stamp: *\"?[0-9a-z]*\"?")
# Empty lines and notes at the margin are between stamps only where more of them follows.
_OLD = re.compile(r"^stamps:.*\n(?:(?:(?:#.*)?\n)*(?:[ \t]|\}).*\n)*", re.MULTILINE)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", nargs="+", metavar="PATH", help="page id (parents/6-9) or file")
    parser.add_argument(
        "--audio", action="store_true", help="the page's recordings say what it says now"
    )
    content_argument(parser)


def _run(options: argparse.Namespace, say: Say) -> int:
    content = content_root(options)
    library = check_content(content).library
    if options.audio:
        return _stamp_recordings(content, library, options.pages, say)
    pages = [_translation(library, name) for name in options.pages]
    for page, source in pages:
        state = "stamped" if stamp_file(content, page, source) else "unchanged"
        say(f"{state}: {page.path} against {source.path}")
    return 0


def _stamp_recordings(content: Path, library: Library, names: list[str], say: Say) -> int:
    """Write the stamp of what each recording should say, in the line that it has in audio.yml."""
    path = content / "shared/audio.yml"
    if not library.recordings:
        raise Refused(f"{path.name} has no recording")
    lines = _text(path).split("\n")
    for name in names:
        found = [
            each
            for each in library.recordings
            if each.page == _page_id(name) or name.endswith(each.place)
        ]
        if not found:
            raise Refused(f"{name!r} has no recording in {path.name}")
        for recording in found:
            page = library.page(recording.page, recording.lang)
            if page is None or page.section(recording.section) is None:
                raise Refused(f"{recording.place} is a recording of nothing")
            stamp, at = spoken_stamp(library, page, recording.section), recording.stamp_line - 1
            lines[at] = _STAMP.sub(f'stamp: "{stamp}"', lines[at])
            say(f"stamped: {recording.place}")
    _write(path, "\n".join(lines))
    return 0


def _page_id(name: str) -> str:
    """The id of a page named by id or by either file; home is empty."""
    page_id = re.sub(r"^(?:.*/)?(?:km|en)/", "", name).removesuffix(".md")
    return "" if page_id in {"index", "home"} else page_id.removesuffix("/index").strip("/")


def _translation(library: Library, name: str) -> tuple[Page, Page]:
    """The translation and the source of a page named by id or by either file."""
    both = [page for page in library.pages if page.id == _page_id(name)]
    source = next((page for page in both if page.is_source), None)
    translation = next((page for page in both if not page.is_source), None)
    if source is None or translation is None:
        raise Refused(f"{name!r} is not a page with a source and a translation")
    return translation, source


def stamped(text: str, stamps: dict[str, str]) -> str:
    """A file's text with its stamps replaced; everything else stays byte for byte."""
    head, body = text[4:].split("\n---\n", 1)
    lines = "".join(f'  {key}: "{stamp}"\n' for key, stamp in stamps.items())
    kept = _OLD.sub("", head + "\n")
    return f"---\n{kept}stamps:\n{lines}---\n{body}"


def stamp_file(content: Path, page: Page, source: Page) -> bool:
    """Stamp one translation on disk; tells whether the file changed."""
    path = content.parent / page.path
    return _write(path, stamped(_text(path), source_stamps(source)))


def _text(path: Path) -> str:
    """The text as the loader reads it: line ends of Windows are such as ours."""
    return path.read_text("utf-8")


def _write(path: Path, text: str) -> bool:
    """Write the file in one step, with the line ends that it has; tells whether it changed."""
    old = path.read_bytes()
    data = text.encode()
    if b"\r\n" in old:
        data = data.replace(b"\n", b"\r\n")
    if data == old:
        return False
    try:
        replace_file(path, data)
    except OSError as problem:
        raise Refused(f"could not write {path}: {problem.strerror}") from None
    return True


STAMP = Command(
    name="stamp",
    about="record that a translation matches its source",
    arguments=_arguments,
    run=_run,
)
