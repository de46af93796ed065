"""What every copy is made from, and what it hands back: the library, the built site, its dates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from karpear import __version__
from karpear.model import Bilingual, Language, Library, Page
from karpear.rendering.addresses import full_url
from karpear.rendering.helplines import checked_together
from karpear.rendering.words import Words

BOTH = (Language.KM, Language.EN)
SITE_ID = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One finished file: its place below the site's root, what it is, and its bytes."""

    path: str
    format: str
    variant: str
    lang: str
    id: str
    title: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """``site`` is the built website, ``site_url`` where the newest copy is found, ``epoch`` the
    one date that every file inside a copy carries."""

    library: Library
    site: Path
    site_url: str
    epoch: int

    def words(self, lang: Language) -> Words:
        """The words of one language."""
        return Words(library=self.library, lang=lang)

    def address(self, page: Page) -> str:
        """Where the newest text of a page is found."""
        return full_url(self.site_url, page.url)

    def pages(self, lang: Language) -> tuple[Page, ...]:
        """All pages of a language, in the order of the library."""
        return self.library.in_language(lang)

    def state(self, lang: Language) -> str:
        """Version, date of the text, and when the helplines were checked: on every copy, so that
        no number is seen without its age."""
        words = self.words(lang)
        day = words.date(self.library.newest())
        return words.ui(
            "copy-state", version=__version__, date=day, checked=checked_together(words)
        )


def both(pair: Bilingual) -> str:
    """A pair of texts in one line, for names that hold for both languages."""
    return f"{pair.km} · {pair.en}"
