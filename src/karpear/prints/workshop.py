"""Library → finished prints: documents made here, drawn by a pool of processes, kept by content."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, date, datetime
from pathlib import Path

from karpear.findings import Finding, warning
from karpear.model import Artifact, Library
from karpear.prints import weasy
from karpear.prints.drawings import read_drawings
from karpear.prints.jobs import Job, Shop
from karpear.prints.kinds import all_jobs
from karpear.prints.press import Order, Pressed, find, press
from karpear.prints.progress import Progress
from karpear.project import Project

_ENDED = "the system ended a process that draws; close other programs and build again"


def open_shop(project: Project, library: Library, site_url: str) -> Shop:
    """Everything that documents are made of."""
    pictures = {
        address: (project.content / "shared" / address.lstrip("/")).read_bytes()
        for address in library.images
    }
    return Shop(
        library=library,
        site_url=site_url,
        drawings=read_drawings(project.root),
        pictures=pictures,
    )


def make_prints(
    project: Project, library: Library, site_url: str, jobs: Sequence[Job] | None = None
) -> tuple[Artifact, ...]:
    """Every print of the library (or ``jobs`` alone), made or found, in the order of the registry.

    Files lie in ``build/prints`` until they are copied; those that nothing asks for are removed.
    Raises :class:`weasy.PrintFailed` when the engine warns.
    """
    shop = open_shop(project, library, site_url)
    wanted = tuple(all_jobs(library) if jobs is None else jobs)
    folder = project.work / "prints"
    folder.mkdir(parents=True, exist_ok=True)
    orders = {job: order_of(shop, job, folder) for job in wanted}
    made = _press_all(list(orders.values()), project.work / "print-fonts")
    if jobs is None:
        _remove_others(folder, {order.key for order in orders.values()})
    pictured: set[str] = set()
    return tuple(
        artifact
        for job, order in orders.items()
        for artifact in _artifacts(job, made[order.key], pictured)
    )


def check_lengths(library: Library, artifacts: Sequence[Artifact]) -> Iterator[Finding]:
    """Prints that fill more pages than their form has: even the smallest letters did not fit."""
    jobs = {job.path: job for job in all_jobs(library)}
    for artifact in artifacts:
        job = jobs.get(artifact.path)  # a booklet has none: its twin is looked at
        if job and 0 < job.form.pages < artifact.pages:
            name, pages, limit = Path(job.path).name, artifact.pages, job.form.pages
            yield warning(job.source, 1, "B408", name=name, pages=pages, limit=limit)


def order_of(shop: Shop, job: Job, folder: Path) -> Order:
    """The document of a job and what is asked of it."""
    return Order(
        name=Path(job.path).name,
        source=job.source,
        html=job.make(shop),
        sizes=job.form.sizes,
        limit=job.form.pages,
        epoch=epoch_of(job.day),
        folder=folder,
        booklet=job.booklet,
        usual=job.form.usual,
    )


def epoch_of(day: date) -> int:
    """Seconds of a day, at its beginning (UTC)."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def _press_all(orders: Sequence[Order], fonts: Path) -> dict[str, Pressed]:
    """What was made before, and the rest from the pool."""
    made = {order.key: found for order in orders if (found := find(order))}
    missing = {order.key: order for order in orders if order.key not in made}
    progress = Progress(len(missing))
    for key, pressed in _pool(missing, fonts):
        made[key] = pressed
        progress.step()
    return made


def _pool(missing: dict[str, Order], fonts: Path) -> Iterator[tuple[str, Pressed]]:
    """Fresh processes, because the engine's fonts are set before it is loaded and stay with it."""
    if not missing:
        return
    weasy.use_own_fonts(fonts)
    workers = min(len(os.sched_getaffinity(0)), len(missing))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _begin, (fonts,)) as pool:
        try:  # a process may be ended while the others are still being given their work
            futures = {pool.submit(press, order): key for key, order in missing.items()}
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenProcessPool:
            raise weasy.PrintFailed(_ENDED) from None
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(fonts: Path) -> None:
    """Begin a process. Ctrl+C is for the one that started it, and one sentence is enough."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    weasy.use_own_fonts(fonts)


def _remove_others(folder: Path, keys: set[str]) -> None:
    for path in folder.iterdir():
        if path.name.partition(".")[0] not in keys:
            path.unlink()


def _artifacts(job: Job, made: Pressed, pictured: set[str]) -> Iterator[Artifact]:
    """The rows of a job: its tagged file, and the imposed twin."""
    picture = job.picture if job.picture not in pictured else ""
    pictured.add(job.picture)
    yield _artifact(job, job.path, job.form.variant, made.file, made.pages, picture, made.picture)
    if made.booklet:
        path, variant = job.path.replace(".pdf", "-booklet.pdf"), f"{job.form.variant}-booklet"
        yield _artifact(job, path, variant, made.booklet, made.booklet_pages, "", made.picture)


def _artifact(
    job: Job, path: str, variant: str, file: Path, pages: int, picture: str, image: Path
) -> Artifact:
    data = file.read_bytes()
    return Artifact(
        path=path,
        format="pdf",
        variant=variant,
        lang=job.lang,
        id=job.id,
        title=job.title,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        source=file,
        shelf=job.shelf,
        pages=pages,
        picture=picture,
        picture_source=image if picture else None,
    )
