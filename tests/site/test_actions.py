"""The twelve actions as readers meet them: on one sheet, by finger and key, from where they begin."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from karpear.model import Audience
from tests.site.conftest import Site

BOTH = ["", "en/"]


@pytest.mark.parametrize("root", BOTH)
def test_they_print_on_one_sheet_with_the_numbers(site: Site, browser: Browser, root: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{site.url}{root}actions/")
    pdf = tab.pdf(prefer_css_page_size=True)
    tab.emulate_media(media="print")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert tab.locator(".k-deeds > li:visible").count() == 12
    assert tab.locator('#help-block a[href="tel:1280"]').is_visible()
    tab.close()


@pytest.mark.parametrize("root", BOTH)
def test_each_card_has_a_large_drawing_and_a_large_target(site: Site, tab: Page, root: str) -> None:
    tab.goto(f"{site.url}{root}actions/")
    for card in tab.locator(".k-deeds > li").all():
        drawing = card.locator(".k-deed-sign .pictogram").bounding_box()
        assert drawing is not None
        assert min(drawing["width"], drawing["height"]) >= 72
        for link in card.locator("h3 a, .k-dial").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44


@pytest.mark.parametrize("root", BOTH)
def test_home_doors_and_help_lead_there(site: Site, tab: Page, root: str) -> None:
    for page_id in ("", "help/", *(f"{audience}/" for audience in Audience)):
        tab.goto(f"{site.url}{root}{page_id}")
        href = tab.locator(".k-deeds-link a").evaluate("a => a.href")
        assert href == f"{site.url}{root}actions/", page_id
        assert tab.locator('footer a[href$="actions/"]').count() == 1


@pytest.mark.parametrize("root", BOTH)
@pytest.mark.parametrize("band", ["6-9", "10-12", "13-15", "16-17"])
def test_the_strip_of_an_age_leads_to_its_cards(
    site: Site, tab: Page, root: str, band: str
) -> None:
    tab.goto(f"{site.url}{root}children/{band}/")
    wanted = [f"#action-{a.id}" for a in site.library.actions if band in a.bands]
    links = tab.locator(".k-strip li a")
    assert links.evaluate_all("all => all.map(a => a.hash)") == wanted
    links.last.click()
    tab.wait_for_url(f"{site.url}{root}actions/{wanted[-1]}")
    assert tab.locator(wanted[-1]).is_visible()
