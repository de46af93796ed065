"""What readers type finds its page: ``queries.yml`` on the real content, and rules of the ranking."""

from __future__ import annotations

import pytest

from karpear.search import Corpus, Index, search
from tests.search.conftest import QUERIES, Query


@pytest.fixture(scope="module")
def found(corpora: dict[str, Corpus]) -> dict[Query, list[str]]:
    """The addresses that each question finds, best first."""
    return {q: [r.url for r in search(corpora[q.lang], q.q, limit=99)] for q in QUERIES}


def misses(found: dict[Query, list[str]], places: int) -> list[str]:
    """Questions whose page is not among the first ``places``."""
    return [q.q for q, urls in found.items() if not set(urls[:places]) & set(q.pages)]


def test_the_set_is_large_and_names_pages_that_are_there(corpora: dict[str, Corpus]) -> None:
    assert len(QUERIES) >= 90
    assert sum(query.lang == "km" for query in QUERIES) >= 45
    urls = {page.url for corpus in corpora.values() for page in corpus.pages}
    assert {url for query in QUERIES for url in query.pages} <= urls


def test_the_right_page_is_among_the_first_three(found: dict[Query, list[str]]) -> None:
    missed = misses(found, 3)
    assert len(missed) <= 0.05 * len(QUERIES), missed


def test_the_right_page_is_the_first(found: dict[Query, list[str]]) -> None:
    missed = misses(found, 1)
    assert len(missed) <= 0.15 * len(QUERIES), missed


SAME = [
    ("ឲ្យ", "ឱ្យ"),
    ("អោយ", "ឱ្យ"),
    ("ផ្ដោត", "ផ្តោត"),
    ("សិទិ្ធកុមារ", "សិទ្ធិកុមារ"),
    ("ក្្រុម", "ក្រុម"),
    ("ចំាបាច់", "ចាំបាច់"),
    ("កេីត", "កើត"),
    ("១២៨០", "1280"),
    ("បច្ចេក\u200bវិទ្យា", "បច្ចេកវិទ្យា"),
    ("ONLINE", "online"),
    ("  ការពារ   កុមារ ", "ការពារ កុមារ"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_find_the_same(corpora: dict[str, Corpus], one: str, other: str) -> None:
    for corpus in corpora.values():
        assert search(corpus, one) == search(corpus, other)
    assert search(corpora["km"], one) or one == "ផ្ដោត"  # no page has this word


@pytest.mark.parametrize("lang", ["km", "en"])
@pytest.mark.parametrize(
    "asked",
    ["1280", "១២៨០", "help", "ជួយ", "ជំនួយ", "117", "Help!", "សុំជំនួយ", "+85592311511", "85592311511"],
)
def test_helplines_answer_first(corpora: dict[str, Corpus], lang: str, asked: str) -> None:
    first = search(corpora[lang], asked)[0]
    assert first.url == ("/help/" if lang == "km" else "/en/help/")
    assert first.anchor.startswith(("line-", "lines"))


def test_help_is_not_first_when_something_else_is_asked(corpora: dict[str, Corpus]) -> None:
    assert search(corpora["en"], "friend needs help")[0].url == "/en/help/friend/"


def test_a_word_of_the_other_language_says_what_was_looked_for(corpora: dict[str, Corpus]) -> None:
    first = search(corpora["km"], "grooming")[0]
    assert (first.url, first.via) == ("/topics/grooming/", "ការលួងលោមកុមារតាមប្រព័ន្ធអនឡាញ")
    assert search(corpora["en"], "grooming")[0].via == ""


def test_only_what_is_not_found_is_mended(corpora: dict[str, Corpus]) -> None:
    assert search(corpora["en"], "groming")[0].via
    assert not search(corpora["en"], "xqzvwk")
    assert not search(corpora["en"], "gro0mnig")  # two edits


@pytest.mark.parametrize("asked", ["", " ", "\u200b", "។", "?!", "|", "{1}"])
def test_nothing_asked_is_nothing_found(corpora: dict[str, Corpus], asked: str) -> None:
    assert search(corpora["km"], asked) in ([], search(corpora["km"], "1"))


def test_the_limit_holds(corpora: dict[str, Corpus]) -> None:
    assert len(search(corpora["km"], "កុមារ", limit=4)) == 4


def test_each_page_comes_once(found: dict[Query, list[str]]) -> None:
    for urls in found.values():
        assert len(urls) == len(set(urls))


@pytest.mark.parametrize("asked", ["thumbprint apology", "grooming gifts"])
def test_few_words_must_all_be_on_the_page(corpora: dict[str, Corpus], asked: str) -> None:
    corpus = corpora["en"]
    both = {r.url for r in search(corpus, asked, limit=99)}
    assert both
    for word in asked.split():
        assert both <= {r.url for r in search(corpus, word, limit=99)}


def test_the_first_stage_answers_alone(indexes: dict[str, Index]) -> None:
    corpus = Corpus.of(indexes["km"], full=False)
    assert search(corpus, "1280")[0].url == "/help/"
    assert search(corpus, "grooming")[0].url == "/topics/grooming/"
    assert search(corpus, "ការលួងលោម")[0].url == "/topics/grooming/"
