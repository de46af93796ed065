"""The whole build on one screen: gather everything, check it, then write anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from karpear.checks import run_checks
from karpear.copies import COPIES, Source, fill_shelf, kolibri, make_copies, zimfile
from karpear.crawl import check_site
from karpear.editions import CLOSING, EDITIONS, LINKED
from karpear.engines.mkdocs import EngineFailed, build_site, site_url_of, write_config
from karpear.findings import Finding, error, has_errors, warning
from karpear.headers import content_policy, with_media
from karpear.load import read_library
from karpear.lock import build_lock, clean_leftovers
from karpear.model import Language, Library
from karpear.model.interface import MissingWord, UnknownFill
from karpear.needs import is_met, packages_of, unmet
from karpear.pages import make_pages, site_data, staged_path
from karpear.prints import PrintFailed, check_lengths, make_prints
from karpear.project import Project, build_epoch, today
from karpear.publish import publish
from karpear.share.lines import TooLong
from karpear.share.names import is_possible
from karpear.stage import stage
from karpear.stamps import current_recordings


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A library with all findings of reading and of the checks."""

    library: Library
    findings: tuple[Finding, ...]


def check_content(content: Path) -> Checked:
    """Read a content root and run every check."""
    loaded = read_library(content, today())
    found = (*loaded.findings, *run_checks(loaded.library))
    return Checked(library=loaded.library, findings=tuple(sorted(set(found))))


def build_project(
    project: Project, *, only: tuple[str, ...] = (), allow_shrink: bool = False
) -> tuple[Finding, ...]:
    """Check, stage, build, verify and publish. Returns findings; with an error among them the
    published site is untouched. Raises ``Locked`` when another build is at work."""
    with build_lock(project.work):
        clean_leftovers(project.output)
        checked = check_content(project.content)
        if has_errors(checked.findings):
            return checked.findings
        found = make_site(project, checked.library, only)
        if not has_errors(found):
            found += held_back_channel(project)
            found += publish(
                project.built,
                project.output,
                content=project.content,
                allow_shrink=allow_shrink,
                epoch=build_epoch(checked.library),
            )
        return (*checked.findings, *found)


def held_back_channel(project: Project) -> tuple[Finding, ...]:
    """That Kolibri would keep the channel published before, though the new one is another."""
    old, new = project.output / kolibri.PATH, project.built / kolibri.PATH
    if not (old.is_file() and new.is_file()):
        return ()
    if not kolibri.is_held_back(old.read_bytes(), new.read_bytes()):
        return ()
    return (warning(f"{project.content.name}/shared/helplines.yml", 1, "B407"),)


def theme_data(library: Library, only: tuple[str, ...] = ()) -> dict[str, object]:
    """What the theme is given: words, navigation, helplines, the content security policy, and
    whether there are pictures to share."""
    policies = {"policy": content_policy(), "policy_frames": content_policy(frames=True)}
    if any(current_recordings(library)):
        policies = {name: with_media(policy) for name, policy in policies.items()}
    pictures = is_possible() and (not only or "share" in only)
    return {**site_data(library), **policies, "pictures": pictures}


def skipped_editions(only: tuple[str, ...]) -> Iterator[Finding]:
    """Wanted editions that cannot be made on this machine, and what to install."""
    if names := unmet(only):
        packages = packages_of(names)
        yield warning("downloads", 1, "B403", editions=", ".join(names), packages=packages)
    if not zimfile.is_possible() and (not only or "zim" in only):
        yield warning("downloads/zim", 1, "B406")


def make_site(
    project: Project, library: Library, only: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """Stage and build into ``project.built`` with all editions, and crawl the result."""
    try:
        added = (*library.images, *(f"/{sound.path}" for _, sound in current_recordings(library)))
        data = theme_data(library, only)
        nav = [staged_path(page).partition("/")[2] for page in library.in_language(Language.KM)]
        config = write_config(project, data, nav)
        library, long = with_prints(project, library, site_url_of(project.root), only)
        stage(project, list(make_pages(library)), added)
        site_url = build_site(config, build_epoch(library))
        write_editions(project, library, site_url, only)
    except MissingWord as missing:
        return (_missing(library, missing),)
    except PrintFailed as failed:
        path, values = failed.path, {"name": failed.name, "problem": failed.problem}
        return (error(path or "downloads/print", 1, "B402", **values),)
    except TooLong as text:
        return (error("share", 1, "B405", text=text),)
    except EngineFailed as failed:
        return tuple(error("mkdocs.yml", 1, "B401", problem=text) for text in failed.messages)
    return (*skipped_editions(only), *long, *check_site(project.built, site_url=site_url))


def _missing(library: Library, missing: MissingWord) -> Finding:
    """A word that ``ui.yml`` lacks, or one with a place that nothing fills in."""
    path = f"{library.root}/shared/ui.yml"
    if isinstance(missing, UnknownFill):
        line = library.ui[missing.key].line
        return error(path, line, "S133", key=missing.key, text=missing.text)
    return error(path, 1, "S126", key=missing.key)


def write_editions(
    project: Project, library: Library, site_url: str, only: tuple[str, ...] = ()
) -> None:
    """Editions first, then the copies of the finished site, then what names them all."""
    wanted = [name for name in EDITIONS if not only or name in only or name in LINKED]
    for name in wanted:
        if name not in CLOSING:
            EDITIONS[name](library, project.built, site_url)
    source = Source(
        library=library, site=project.built, site_url=site_url, epoch=build_epoch(library)
    )
    copies = tuple(name for name in COPIES if not only or name in only)
    made = make_copies(source, copies) if copies else ()
    fill_shelf(source, made)
    whole = replace(library, artifacts=(*library.artifacts, *made))
    for name in wanted:
        if name in CLOSING:
            EDITIONS[name](whole, project.built, site_url)


def with_prints(
    project: Project, library: Library, site_url: str, only: tuple[str, ...]
) -> tuple[Library, tuple[Finding, ...]]:
    """The library with its printed files, which pages link to, and which of them are too long.
    Without the system libraries there are none (``skipped_editions`` says so)."""
    if (only and "prints" not in only) or not is_met("prints"):
        return library, ()
    made = make_prints(project, library, site_url)
    return replace(library, artifacts=made), tuple(check_lengths(library, made))
