"""Cards as files: weight, words, links, and what they must not hold. No browser."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from karpear.editions.embeds import write_embeds
from karpear.embeds.names import card_path, oembed_path
from karpear.headers import CONTENT_POLICY, content_policy
from karpear.model import Kind, Library, Page
from tests.embeds.conftest import ROOT, SITE

MOST = 14_000


def test_every_module_risk_topic_flow_and_help_has_a_card(carded: list[Page], cards: Path) -> None:
    ids = {page.id for page in carded}
    assert len(carded) == 2 * (1 + 15 + 5 + 8 + 10)
    assert {"help", "help/tell", "parents/0-5", "risks/cross-cutting", "topics/scams"} <= ids
    assert all((cards / card_path(page)).is_file() for page in carded)


def test_a_card_is_light_with_everything_it_loads(carded: list[Page], cards: Path) -> None:
    shared = sum(_packed(cards / "embed" / name) for name in ("card.css", "height.js"))
    for page in carded:
        assert _packed(cards / card_path(page)) + shared <= MOST, page.id


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def test_a_card_says_what_its_page_says(carded: list[Page], cards: Path) -> None:
    for page in carded:
        tree = LexborHTMLParser((cards / card_path(page)).read_text("utf-8"))
        assert tree.css_first("h1").text() == page.title
        assert tree.css_first("html").attributes["lang"] == page.lang
        items = [node.text() for node in tree.css("main li")]
        if page.kind is Kind.FLOW:
            keys = ("now", "do-not")
            wanted = [i for k in keys for b in page.section(k).blocks for i in b.items]  # type: ignore[union-attr]
            assert len(tree.css("main li, main p:not(:has(a.more)):not(.draft)")) == len(wanted)
        elif page.id != "help":
            assert len(items) == 3
        assert (tree.css_first(".draft") is not None) == page.is_draft


def test_help_stands_on_every_card(carded: list[Page], cards: Path) -> None:
    for page in carded:
        html = (cards / card_path(page)).read_text("utf-8")
        numbers = re.findall(r'class="tel" href="tel:([^"]*)"', html)
        all_three = page.id == "help" or page.kind is Kind.FLOW
        assert numbers == (["1280", "+85592311511", "117"] if all_three else ["1280"])


def test_every_link_leaves_the_frame(carded: list[Page], cards: Path) -> None:
    for page in carded:
        tree = LexborHTMLParser((cards / card_path(page)).read_text("utf-8"))
        for link in tree.css("a"):
            href = link.attributes["href"] or ""
            if not href.startswith("tel:"):
                assert link.attributes.get("target") == "_blank", href
                assert link.attributes.get("rel") == "noopener noreferrer", href
                assert href.startswith(("../../", "https://")), href


def test_pages_that_a_child_may_read_do_not_tell_their_matter(
    carded: list[Page], cards: Path, library: Library
) -> None:
    for page in carded:
        answer = json.loads((cards / oembed_path(page)).read_text("utf-8"))
        html = (cards / card_path(page)).read_text("utf-8")
        name = library.ui["site-name"][page.lang]
        if page.is_sheltered:
            assert answer["title"] == name
            assert f"<title>{name}</title>" in html
        else:
            assert answer["title"] == page.title


def test_the_card_carries_the_policy_of_its_place(carded: list[Page], cards: Path) -> None:
    for page in carded:
        tree = LexborHTMLParser((cards / card_path(page)).read_text("utf-8"))
        policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
        assert policy == content_policy()
    assert CONTENT_POLICY["style-src"] == "'self'"


def test_style_asks_for_nothing() -> None:
    text = (ROOT / "docs/embed/card.css").read_text("utf-8")
    assert "url(" not in text
    assert "@import" not in text


def test_two_writings_are_the_same_bytes(library: Library, cards: Path, tmp_path: Path) -> None:
    (tmp_path / "pictograms.svg").write_bytes((cards / "pictograms.svg").read_bytes())
    write_embeds(library, tmp_path, SITE)
    for path in (tmp_path / "embed").rglob("*.*"):
        assert (cards / path.relative_to(tmp_path)).read_bytes() == path.read_bytes()
