"""``karpear pack``: one PDF from chosen pages, with a partner's name when there is one."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from karpear.build import check_content
from karpear.commands.build import project_of
from karpear.commands.check import content_argument, report
from karpear.commands.entry import Command, Refused, Say
from karpear.engines.mkdocs import site_url_of
from karpear.findings import has_errors
from karpear.model import Audience, Language, Library, Pack
from karpear.model.interface import MissingWord, UnknownFill
from karpear.needs import is_met, packages_of
from karpear.prints import PrintFailed
from karpear.prints.pack import PACK_FORMS, choose_pages, make_pack
from karpear.prints.partner import BadPartner, Partner, read_partner
from karpear.prints.weasy import use_own_fonts
from karpear.prints.workshop import open_shop
from karpear.project import Project

LANGUAGES = {"km": (Language.KM,), "en": (Language.EN,), "both": (Language.KM, Language.EN)}


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--audience", action="append", choices=[str(a) for a in Audience])
    parser.add_argument("--band", action="append", help="age band, such as 6-9")
    parser.add_argument(
        "--topic", action="append", help="topic, risk or what-to-do page, such as grooming"
    )
    parser.add_argument("--name", help="a pack of packs.yml")
    parser.add_argument("--lang", choices=tuple(LANGUAGES), default="km")
    parser.add_argument("--variant", choices=tuple(PACK_FORMS))
    parser.add_argument("--logo", type=Path, metavar="FILE", help="PNG, JPEG or SVG of a partner")
    parser.add_argument("--partner-line", default="", metavar="TEXT")
    parser.add_argument("--contact", default="", metavar="TEXT")
    content_argument(parser)
    parser.add_argument("--work", type=Path, help="folder for intermediate files (default: build/)")
    parser.add_argument("-o", dest="file", type=Path, required=True, metavar="FILE.pdf")


def _run(options: argparse.Namespace, say: Say) -> int:
    if not is_met("prints"):
        line = f"sudo apt-get install -y --no-install-recommends {packages_of(['prints'])}"
        raise Refused(f"the system libraries that make PDFs are not here; run: {line}")
    project = project_of(options)
    target = _target(options.file)
    partner = _partner(options)
    checked = check_content(project.content)
    if has_errors(checked.findings):
        say(report(list(checked.findings), len(checked.library.pages)))
        return 1
    data = _make(project, checked.library, options, partner)
    _write(target, data)
    say(f"written: {target} ({len(data) // 1000} kB)")
    return 0


def _target(path: Path) -> Path:
    if path.suffix.lower() != ".pdf":
        raise Refused(f"{path} should end in .pdf")
    if not path.absolute().parent.is_dir() or path.is_dir():
        raise Refused(f"{path} is no place where a file can be written")
    return path


def _partner(options: argparse.Namespace) -> Partner:
    try:
        return read_partner(options.partner_line, options.contact, options.logo)
    except BadPartner as problem:
        raise Refused(str(problem)) from None


def _make(
    project: Project, library: Library, options: argparse.Namespace, partner: Partner
) -> bytes:
    """The bytes of the pack that the options describe."""
    pack = _standing(library, options.name)
    languages = LANGUAGES[options.lang]
    variant = options.variant or (pack.variant if pack else "a4")
    try:
        chosen = choose_pages(
            library,
            options.audience or (),
            options.band or (),
            options.topic or (),
            pack.pages if pack else (),
        )
    except KeyError as missing:
        raise Refused(f"there is nothing named {missing} to print") from None
    if not chosen:
        raise Refused("nothing was chosen: name --audience, --band, --topic or --name")
    use_own_fonts(project.work / "print-fonts")
    shop = open_shop(project, library, site_url_of(project.root))
    title = pack.title[languages[0]] if pack else ""
    try:
        return make_pack(shop, chosen, languages, variant, title=title, partner=partner)
    except PrintFailed as failed:
        raise Refused(f"the pack could not be made: {failed}") from None
    except UnknownFill as unknown:
        raise Refused(
            f"ui.yml: nothing fills in the text of {unknown.key}: {unknown.text}"
        ) from None
    except MissingWord as missing:
        raise Refused(f"ui.yml has no {missing}") from None


def _standing(library: Library, name: str | None) -> Pack | None:
    if name is None:
        return None
    for pack in library.packs:
        if pack.id == name:
            return pack
    known = ", ".join(pack.id for pack in library.packs)
    raise Refused(f"no pack {name!r}; packs.yml has {known}")


def _write(path: Path, data: bytes) -> None:
    """In one step, so that half a pack never stands there."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(data)
        os.replace(draft, path)
    except OSError as problem:
        draft.unlink(missing_ok=True)
        raise Refused(f"{path}: {problem.strerror}") from None


PACK = Command(
    name="pack",
    about="make one PDF from chosen pages, to hand out",
    arguments=_arguments,
    run=_run,
)
