"""What is to be printed: a job knows its place, its shape, and how its document is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from karpear.model import Audience, Language, Library, Page
from karpear.pages.view import make_view
from karpear.prints.forms import Form
from karpear.rendering.addresses import full_url, short_path
from karpear.rendering.words import Words
from karpear.views import PageView

FOLDER = "downloads/print"


@dataclass(frozen=True, kw_only=True)
class Shop:
    """Where documents are made: the library, the site's address, drawings by name. ``view`` gives
    a page's view and makes it once only."""

    library: Library
    site_url: str
    drawings: Mapping[str, str]
    pictures: Mapping[str, bytes]
    views: dict[tuple[str, Language], PageView] = field(default_factory=dict)

    def view(self, page: Page) -> PageView:
        """The page in words, as the website has it."""
        key = (page.id, page.lang)
        if key not in self.views:
            self.views[key] = make_view(self.library, page)
        return self.views[key]

    @cached_property
    def short_places(self) -> dict[str, str]:
        """The short address of each page, as it is read out after the site's name, by its own."""
        pages = self.library.pages
        return {self.full_url(page): short_path(self.library, page).rstrip("/") for page in pages}

    def words(self, lang: Language) -> Words:
        return Words(library=self.library, lang=lang)

    def full_url(self, page: Page) -> str:
        """The full address of a page."""
        return full_url(self.site_url, page.url)

    def short_url(self, page: Page) -> str:
        """The address in the page's QR code: short, permanent, and says nothing of the matter."""
        return full_url(self.site_url, f"/{short_path(self.library, page)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to be made. ``stem`` names it, ``id`` is the page it is made of (or ``site``),
    ``source`` that page's file, ``shelf`` the place in the list of prints, ``day`` the newest of
    what it is made of; ``make`` gives the finished document, in which the size of the letters is
    still open (``SIZE``). ``booklet`` also makes an imposed twin."""

    stem: str
    id: str
    source: str
    lang: str
    title: str
    shelf: str
    form: Form
    day: date
    make: Callable[[Shop], str]
    booklet: bool = False

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.stem}-{self.lang}-{self.form.variant}.pdf"

    @property
    def picture(self) -> str:
        return f"pictures/print/{self.stem}-{self.lang}.webp"


def job_of(
    page: Page,
    make: Callable[[Shop], str],
    *,
    stem: str,
    shelf: str,
    form: Form,
    title: str = "",
    of_site: bool = False,
    booklet: bool = False,
) -> Job:
    """The job of one page in its own language, under its own title unless another is told;
    ``of_site`` when it belongs to all pages and not to this one."""
    return Job(
        stem=stem,
        id="site" if of_site else page.id,
        source=page.path,
        lang=str(page.lang),
        title=title or page.title,
        shelf=shelf,
        form=form,
        day=page.updated,
        make=make,
        booklet=booklet,
    )


def stem_of(library: Library, page: Page) -> str:
    """A file's name. Names of files stay in the lists of a shared phone, so only what anybody may
    see is named; children's pages, help, and forms of harm go by their short ids."""
    if page.audience in (Audience.PARENTS, Audience.TEACHERS):
        return f"{page.audience}-{page.band}"
    return library.short_id(page)
