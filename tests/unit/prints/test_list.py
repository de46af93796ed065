"""The list of prints: each is called what its page is called in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import AS_OF, ROOT

from karpear.load import read_library
from karpear.model import Artifact, Language
from karpear.pages.prints import make_shelves
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words

TITLES = {Language.KM: "ឪពុក / ម្តាយ", Language.EN: "Parents"}


@pytest.mark.parametrize("lang", Language)
def test_a_print_in_both_languages_has_its_pages_title(lang: Language) -> None:
    library = read_library(ROOT / "content", AS_OF).library
    pages = tuple(
        replace(page, title=TITLES[page.lang]) if page.id == "parents/6-9" else page
        for page in library.pages
    )
    library = replace(library, pages=pages, artifacts=(in_both_languages(),))
    page = library.page("print", lang)
    assert page is not None
    words = Words(library=library, lang=lang)
    (shelf,) = make_shelves(words, Addresses(page=page, vocabulary=words))
    assert [item.title for item in shelf.items] == [TITLES[lang]]


def in_both_languages() -> Artifact:
    """A module's row as the paper makes it."""
    return Artifact(
        path="downloads/print/parents-6-9-km-en-bilingual.pdf",
        format="pdf",
        variant="bilingual",
        lang="km-en",
        id="parents/6-9",
        title=" / ".join(TITLES.values()),
        bytes=1,
        sha256="",
        source=Path("a.pdf"),
        shelf="parents",
        pages=1,
    )
