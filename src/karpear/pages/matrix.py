"""The coverage matrix and the state of each translation, as the reader sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from karpear.coverage import CROSS_CUTTING, Cell, Coverage, measure, translations
from karpear.model import Audience, Bilingual, Library, Page
from karpear.rendering.addresses import Addresses
from karpear.rendering.words import Words
from karpear.views import Matrix, MatrixCell, MatrixRow, StateRow


def make_matrix(words: Words, addresses: Addresses) -> Matrix:
    """Everything the coverage page shows."""
    library = words.library
    coverage = measure(library)
    columns = [words.of(c.title) for c in library.risks if c.id != CROSS_CUTTING]
    return Matrix(
        columns=tuple(columns),
        rows=tuple(_rows(words, addresses, coverage)),
        totals=tuple(_totals(words, coverage)),
        states=tuple(_states(words, addresses)),
    )


def _rows(words: Words, addresses: Addresses, coverage: Coverage) -> Iterator[MatrixRow]:
    names = {name.id: words.of(name.title) for name in words.library.audiences}
    for band in words.library.bands:
        for audience in Audience:
            cells = [c for c in coverage.cells if (c.band, c.audience) == (band.id, audience)]
            yield MatrixRow(
                band=words.of(band.title),
                audience=names.get(audience, ""),
                cells=tuple(_cell(words, addresses, cell) for cell in cells),
            )


def _cell(words: Words, addresses: Addresses, cell: Cell) -> MatrixCell:
    if cell.state == "filled":
        href = addresses.to_page(cell.page_id)
        return MatrixCell(state=cell.state, text=words.ui("matrix-filled"), href=href)
    if cell.state == "missing":
        return MatrixCell(state=cell.state, text=words.ui("matrix-missing"))
    return MatrixCell(state=cell.state, text=words.of(_because(words.library, cell)))


def _because(library: Library, cell: Cell) -> Bilingual | None:
    key = (cell.audience, cell.band, cell.category)
    found = (n for n in library.not_applicable if (n.audience, n.band, n.category) == key)
    return next((n.because for n in found), None)


def _totals(words: Words, coverage: Coverage) -> Iterator[tuple[str, str]]:
    for name in ("modules", "topics", "flows", "facts", "cited", "parity"):
        share = getattr(coverage, name)
        yield name, words.ui(f"coverage-total-{name}", n=share.n, of=share.of)


def _states(words: Words, addresses: Addresses) -> Iterator[StateRow]:
    for source, found in translations(words.library):
        page = words.library.page(source.id, words.lang) or source
        counts = Counter(found)
        yield StateRow(
            title=page.title,
            href=addresses.to_page(page.id),
            states=tuple((str(state), n) for state, n in sorted(counts.items())),
            review=_review(words, page),
        )


def _review(words: Words, page: Page) -> str:
    if not page.review:
        return words.ui("review-none")
    newest = max(page.review, key=lambda review: review.on)
    return words.ui("review-by", by=newest.by, date=words.date(newest.on))
