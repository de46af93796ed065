"""Documents before they are drawn: what every print says of the page it is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import AS_OF, ROOT

from karpear.khmer import without_breaks
from karpear.load import read_library
from karpear.model import Library, Review
from karpear.prints.drawings import read_drawings
from karpear.prints.jobs import Job, Shop
from karpear.prints.kinds import all_jobs


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
