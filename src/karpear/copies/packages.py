"""SCORM 1.2 and Common Cartridge 1.3 for each module, for schools with Moodle and its like.

A package holds the module's single file. Nothing is tracked: no time, score, answer or name. In
SCORM packages for adults a reader may tap "I have read this", and that alone is told; packages for
children and all cartridges tell nothing and have no such button.
"""

from __future__ import annotations

from collections.abc import Iterator

from karpear.copies.archive import zip_bytes
from karpear.copies.names import file_name
from karpear.copies.single import own_file, single_file
from karpear.copies.source import Made, Source
from karpear.model import Audience, Kind, Language, Page
from karpear.rendering.templates import environment

ENTRY = "index.html"


def make_packages(source: Source) -> Iterator[Made]:
    """Two files for each module and language."""
    for lang in Language:
        for page in source.pages(lang):
            if page.kind is Kind.MODULE:
                yield _made(source, page, "scorm", "scorm-1.2", "zip")
                yield _made(source, page, "cc", "cc-1.3", "imscc")


def _made(source: Source, page: Page, form: str, variant: str, ending: str) -> Made:
    files = scorm_files(source, page) if form == "scorm" else cartridge_files(source, page)
    return Made(
        path=f"downloads/{form}/{file_name(page, ending)}",
        format=form,
        variant=variant,
        lang=str(page.lang),
        id=page.id,
        title=page.title,
        data=zip_bytes(files, source.epoch),
    )


def scorm_files(source: Source, page: Page) -> dict[str, bytes]:
    """The package: a SCO with the optional button for adults, a plain asset for children."""
    tells = page.audience is not Audience.CHILDREN
    html = single_file(source, page, alone=True, extra=own_file("scorm.js") if tells else "")
    kind = "sco" if tells else "asset"
    manifest = _manifest(source, page, "scorm.xml.jinja", kind=kind)
    return {"imsmanifest.xml": manifest, ENTRY: html.encode()}


def cartridge_files(source: Source, page: Page) -> dict[str, bytes]:
    """The cartridge: one piece of web content."""
    html = single_file(source, page, alone=True)
    return {"imsmanifest.xml": _manifest(source, page, "cc.xml.jinja"), ENTRY: html.encode()}


def _manifest(source: Source, page: Page, template: str, **more: object) -> bytes:
    name = f"karpear-{page.id.replace('/', '-')}-{page.lang}"
    text = (
        environment()
        .get_template(f"copies/{template}")
        .render(
            name=name,
            page=page,
            lang=str(page.lang),
            entry=ENTRY,
            address=source.address(page),
            state=source.state(page.lang),
            ui=source.words(page.lang).ui,
            **more,
        )
    )
    return text.encode()
