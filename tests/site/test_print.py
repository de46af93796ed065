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
