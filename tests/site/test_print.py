"""What comes out of the browser's own print: one sheet for a flow, two for a module, in one ink."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from karpear.model import Kind
from tests.site.conftest import Site

MAX_PAGES = {Kind.FLOW: 2, Kind.MODULE: 4}


def test_flows_fit_one_sheet_and_modules_two(site: Site, browser: Browser) -> None:
    tab = browser.new_page()
    wrong = []
    for page in site.library.pages:
        limit = MAX_PAGES.get(page.kind, 99)
        if limit == 99:
            continue
        tab.goto(site.url + page.url[1:])
        pdf = tab.pdf(prefer_css_page_size=True)
        count = len(re.findall(rb"/Type\s*/Page\b", pdf))
        if count > limit:
            wrong.append(f"{page.url}: {count} pages")
    tab.close()
    assert wrong == []


def test_the_number_is_printed_on_each_first_page(site: Site, browser: Browser) -> None:
    tab = browser.new_page()
    tab.emulate_media(media="print")
    for page in site.library.pages:
        tab.goto(site.url + page.url[1:])
        assert tab.locator('#help-block a[href="tel:1280"]').is_visible(), page.url
        assert not tab.locator("#exit").is_visible(), page.url
    tab.close()


def test_the_drawings_of_headings_are_printed_as_large_as_their_words(
    site: Site, browser: Browser
) -> None:
    """A disc and its padding stay on the screen: inside them a drawing was a dot on paper."""
    tab = browser.new_page()
    tab.goto(site.url + "parents/6-9/")
    tab.emulate_media(media="print")
    drawn = tab.locator(".k-section > h2 .pictogram").first.evaluate(
        "e => { const style = getComputedStyle(e);"
        " return parseFloat(style.width) - 2 * parseFloat(style.paddingLeft); }"
    )
    words = tab.locator(".k-section > h2").first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    tab.close()
    assert drawn >= words
