"""Whatever an editor or an attacker types: no traceback, no unsafe DOM, the same twice."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import check, write_content
from tests.small import small_files

from karpear import inline
from karpear.load.markdown import read_sections, split_front_matter
from karpear.load.strict_yaml import read_yaml
from karpear.model import Language, Library
from karpear.pages import make_page

TRAPS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))"),
    *("{onclick=x}", "{: onload=x}", "[[h1]]", "[[old-line]]", "!«…»", "[^craft]", "[^", "]("),
    *("![a](data:x,y)", "\u200b", "\u202e", "\ufeff", "ស្រ្តី", "្", "&#106;avascript:", "](//x)"),
    *(
        "**",
        "| a | b |\n|---|---|\n| c | d |",
        "> q",
        "```",
        "1. x",
        "\n\n",
        "\t",
        "\\",
        "<!--",
        "-->",
    ),
    *("[a](/help/){lang=en}", "[a]{lang=km}", '"><svg/onload=x>', "]]>", "%00", "\x0b", "---\n"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(TRAPS), st.text(max_size=20)), max_size=12).map("".join)
FEW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SAFE_SCHEMES = ("https://", "tel:", "#", "./", "../")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return check(write_content(tmp_path_factory.mktemp("props") / "content")).library


@FEW
@given(TEXTS)
@example("a: &a [x]\nb: *a")
@example("{" * 3000)
def test_yaml_gives_findings_and_never_a_traceback(text: str) -> None:
    tree, findings = read_yaml(text, "x.yml")
    assert (tree, findings) == read_yaml(text, "x.yml")
    assert tree is not None or findings
    assert all(finding.message and finding.line >= 1 for finding in findings)


@FEW
@given(head=TEXTS, body=TEXTS)
def test_front_matter_and_sections_never_raise(head: str, body: str) -> None:
    text = f"---\n{head}\n---\n## A {{#a}}\n\n{body}"
    _fields, rest, line, _ = split_front_matter(text, "x.md")
    sections, _ = read_sections(rest, "x.md", line)
    again, _ = read_sections(rest, "x.md", line)
    assert sections == again


class Plain:
    """Addresses for a sentence on its own."""

    def link(self, href: str) -> str:
        return href if href.startswith("https://") else ""

    def helpline(self, name: str) -> str:
        return f'<a href="tel:{name}">x</a>' if name.isdigit() else ""

    def words(self, text: str) -> str:
        return escape(text, quote=False)


def assert_safe(html: str) -> None:
    """Walk the parsed tree: nothing that runs, loads from outside, or styles."""
    for node in LexborHTMLParser(html).css("*"):
        assert node.tag not in {
            "script",
            "iframe",
            "form",
            "base",
            "style",
            "object",
            "embed",
            "meta",
        }
        for name, value in node.attributes.items():
            assert not name.startswith("on"), html
            assert name != "style", html
            if name in {"href", "src", "srcset", "action"} and value:
                assert value.startswith(SAFE_SCHEMES) or ":" not in value.split("/")[0], html


@FEW
@given(TEXTS)
def test_a_sentence_never_becomes_unsafe_html(text: str) -> None:
    html = inline.render(text, Plain())
    assert_safe(f"<p>{html}</p>")
    assert html == inline.render(text, Plain())


@FEW
@given(title=TEXTS, item=TEXTS)
def test_a_whole_page_is_safe_even_when_checks_are_not_asked(
    library: Library, tmp_path_factory: pytest.TempPathFactory, title: str, item: str
) -> None:
    """Belt and braces: the page of a file full of traps, made although it has findings."""
    from karpear.load.files import ContentFile
    from karpear.load.pages import read_page

    text = small_files()["en/parents/10-12.md"]
    text = text.replace("- The child dares to tell.", "- " + item)
    text = text.replace("## Goals", "## " + " ".join(title.split()))
    path = tmp_path_factory.mktemp("page") / "10-12.md"
    path.write_text(text, "utf-8", errors="replace")
    relative = "en/parents/10-12.md"
    file = ContentFile(path=relative, relative=relative, absolute=path, size=len(text))
    page, _ = read_page(file)
    if page is not None:
        body = make_page(library, page).text.split("\n---\n", 1)[1]
        assert_safe(body)
        assert make_page(library, page).text.endswith(body)


LINE = """helplines:
  - id: child-helpline-cambodia
    title: {{km: "ក", en: "a"}}
    short: {{km: "ក", en: "a"}}
    kind: helpline
    status: A
    numbers: [{{shown: {shown}, dial: {dial}}}]
    hours: {{km: {hours}, en: {hours}}}
    sources: []
    verified: {verified}
contacts: []
"""
VALUES = st.one_of(
    st.text(alphabet="0123456789+ :-_.eExob~", min_size=1, max_size=12),
    st.sampled_from(["no", "yes", "null", "12:30", "+85592311511", "012", "0x1F", "1e3", "1_000"]),
)


@FEW
@given(shown=VALUES, dial=VALUES, hours=VALUES, verified=VALUES)
def test_helplines_survive_as_written_or_are_reported(
    tmp_path_factory: pytest.TempPathFactory, shown: str, dial: str, hours: str, verified: str
) -> None:
    root = tmp_path_factory.mktemp("lines") / "content"
    (root / "shared").mkdir(parents=True)
    text = LINE.format(shown=shown, dial=dial, hours=hours, verified=verified)
    (root / "shared/helplines.yml").write_text(text, "utf-8")
    checked = check(root, date(2026, 11, 22))
    for line in checked.library.helplines:
        for number in line.numbers:
            assert number.shown.strip() in shown or not number.shown
            assert number.dial.strip() in dial or not number.dial
    assert checked.findings == check(root, date(2026, 11, 22)).findings


def test_both_languages_are_made_the_same_way(library: Library) -> None:
    for lang in Language:
        page = library.page("parents/10-12", lang)
        assert page is not None
        assert make_page(library, page) == make_page(library, page)
