"""Documents before they are drawn: what every print says of the page it is made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import AS_OF, ROOT

from karpear.khmer import without_breaks
from karpear.load import read_library
from karpear.model import Artifact, Library, Review
from karpear.prints.drawings import read_drawings
from karpear.prints.jobs import Job, Shop
from karpear.prints.kinds import all_jobs
from karpear.prints.workshop import check_lengths


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(ROOT / "content", AS_OF).library


def reviewed(library: Library) -> Library:
    """The library after a named person has read every page."""
    review = (Review(by="A Named Person", role="midwife", on=AS_OF),)
    return replace(library, pages=tuple(replace(page, review=review) for page in library.pages))


def one_of_each(library: Library) -> list[Job]:
    """One print of each shelf and variant: every template is among them."""
    return list({(job.shelf, job.form.variant): job for job in all_jobs(library)}.values())


def words_of(job: Job, library: Library) -> str:
    """The text of a document, without its style; pictures of the content are left out."""
    site_url = "https://karpear.example/"
    shop = Shop(library=library, site_url=site_url, drawings=read_drawings(ROOT), pictures={})
    return without_breaks(job.make(shop).partition("</style>")[2])


def test_every_print_is_a_draft_until_its_page_is_reviewed(library: Library) -> None:
    assert all(page.is_draft for page in library.pages)
    mark = library.ui["draft-title"]
    for content, is_marked in ((library, True), (reviewed(library), False)):
        for job in one_of_each(content):
            words = words_of(job, content)
            assert (mark.km in words or mark.en in words) is is_marked, job.path


def test_too_long_a_print_is_told_with_its_page(library: Library) -> None:
    job = next(job for job in all_jobs(library) if job.stem == "poster-help")
    short = artifact_of(job, pages=job.form.pages)
    long = artifact_of(job, pages=job.form.pages + 1)
    assert list(check_lengths(library, [short])) == []
    (found,) = check_lengths(library, [long])
    assert (found.code, str(found.severity), found.path) == ("B408", "warning", job.source)
    assert found.message == "poster-help-km-a4-poster.pdf fills 2 pages; 1 are meant"
    free = next(job for job in all_jobs(library) if not job.form.pages)
    assert list(check_lengths(library, [artifact_of(free, pages=99)])) == []


def artifact_of(job: Job, pages: int) -> Artifact:
    """A row of a print as if it had been made."""
    return Artifact(
        path=job.path,
        format="pdf",
        variant=job.form.variant,
        lang=job.lang,
        id=job.id,
        title=job.title,
        bytes=1,
        sha256="",
        source=Path(job.path),
        pages=pages,
    )
