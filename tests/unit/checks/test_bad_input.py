"""Bad input, row by row: each gives a finding with file and line, and never a traceback."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from tests.conftest import Edit, check, found, replaced, written

EN, KM = "en/parents/10-12.md", "km/parents/10-12.md"
LINES = "shared/helplines.yml"
HERE = 0  # the first line that the edit changed
ITEM = "- A phone basket at mealtimes."
GOAL = "- The child dares to tell."


def en(text: str) -> Edit:
    """The activity of the English module replaced by ``text``."""
    return replaced(EN, ITEM, f"- {text}")


def png(width: int, height: int, **options: object) -> bytes:
    data = io.BytesIO()
    Image.new("1", (width, height)).save(data, "PNG", **options)
    return data.getvalue()


def exif(tag: int) -> bytes:
    data = io.BytesIO()
    image = Image.new("RGB", (8, 8))
    tags = image.getexif()
    if tag == 0x8825:
        tags.get_ifd(tag)[1] = "N"
    else:
        tags[tag] = "a camera"
    image.save(data, "JPEG", exif=tags)
    return data.getvalue()


def svg(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{inside}\n</svg>\n'


PICTURE = "shared/images/a"
MARKUP: list[tuple[Edit, str, str, int | None]] = [
    (replaced(EN, "## Activities", "<script>alert(1)</script>\n\n## Activities"), "X101", EN, HERE),
    (en("A <b>bold</b> try."), "X101", EN, HERE),
    (en('An <img src="x" onerror="alert(1)"> try.'), "X101", EN, HERE),
    (replaced(EN, GOAL, '- x\n\n<iframe src="https://e.org"></iframe>'), "X101", EN, None),
    (replaced(EN, GOAL, "- x\n\n<form action=x></form>"), "X101", EN, None),
    (replaced(EN, GOAL, '- x\n\n<base href="https://e.org">'), "X101", EN, None),
    (replaced(EN, GOAL, '- x\n\n<meta http-equiv="refresh" content="0">'), "X101", EN, None),
    (replaced(EN, GOAL, "- x\n\n<style>p{}</style>"), "X101", EN, None),
    (replaced(EN, GOAL, "- x\n\n<!-- hidden -->"), "X101", EN, None),
    (en("[a](JaVaScRiPt:alert(1))"), "X102", EN, HERE),
    (en("[a](&#106;avascript&#58;alert(1))"), "X102", EN, HERE),
    (en("[a](java%0ascript:alert(1))"), "X102", EN, HERE),
    (en("[a](data:text/html;base64,PHN)"), "X102", EN, HERE),
    (en("<javascript:alert(1)>"), "X102", EN, HERE),
    (en("[a](vbscript:x)"), "X102", EN, HERE),
    (en("[a](//evil.example/)"), "X102", EN, HERE),
    (en("[a](https://x@evil.example/)"), "X102", EN, HERE),
    (en("[a](http://plain.example/)"), "X102", EN, HERE),
    (en("[a](/help/){onclick=alert(1)}"), "X104", EN, HERE),
    (en("A word{: onclick=alert(1) }"), "X104", EN, HERE),
    (en("[a]{style=x}"), "X104", EN, HERE),
    (replaced(EN, "## Goals {#goals}", "## Goals {#goals onclick=x}"), "S203", EN, HERE),
    (replaced(EN, "title: Your", "title: </title><script>x</script> Your"), "X106", EN, HERE),
    (replaced(EN, "summary: What", "summary: <b>What</b>"), "X106", EN, HERE),
    (replaced(EN, "## Goals", "## <i>Goals</i>"), "X106", EN, None),
    (en("![a](https://e.org/a.png)"), "X103", EN, HERE),
    (en("![a](data:image/png;base64,iVBOR)"), "X103", EN, HERE),
    (en("![a](//e.org/a.png)"), "X103", EN, HERE),
    (en("![](/images/a.png)"), "A101", EN, HERE),
    (en("[](/help/)"), "A102", EN, HERE),
    (en("[Read more](/help/)."), "A103", EN, HERE),
    (en("[**Here**](/help/)"), "A103", EN, HERE),
    (en("[Steps](/help/meet/)"), "A103", EN, HERE),
    (en("*slanted* words"), "X107", EN, HERE),
    (en("`code`"), "X107", EN, HERE),
]
PATHS: list[tuple[Edit, str, str, int | None]] = [
    (en("![a](../../../etc/passwd)"), "X105", EN, HERE),
    (en("![a](/images/%2e%2e/x.png)"), "X105", EN, HERE),
    (en("[a](../../../etc/passwd)"), "X105", EN, HERE),
    (en("[a](/etc/passwd)"), "S315", EN, HERE),
    (en("[a](/help/%00/)"), "X102", EN, HERE),
    (en(f"[a](/{'x' * 300}/)"), "X102", EN, HERE),
    (en("[a](/nowhere/)"), "S315", EN, HERE),
    (en("[a](/help/#nowhere)"), "S316", EN, HERE),
    (en("![a](/images/nowhere.png)"), "S317", EN, HERE),
    (written("en/help.md", "---\nkind: page\n---\n"), "X206", "en/help/index.md", 1),
    (written("en/Parents.md", "x"), "X205", "en/Parents.md", 1),
    (written("en/con.md", "x"), "X204", "en/con.md", 1),
    (written("en/aux.tar.md", "x"), "X204", "en/aux.tar.md", 1),
    (written(f"en/{'x' * 200}.md", "x"), "X203", f"en/{'x' * 200}.md", 1),
    (written("en/ខ្មែរ.md", "x"), "X205", "en/ខ្មែរ.md", 1),
    (written("fr/index.md", "x"), "S123", "fr/index.md", 1),
    (written("en/run.sh", "x"), "S125", "en/run.sh", 1),
    (written("shared/images/a.png", png(5000, 10)), "X304", "shared/images/a.png", 1),
    (written(PICTURE + ".svg", svg("<script>x</script>")), "X303", PICTURE + ".svg", 2),
    (
        written(PICTURE + ".svg", svg('<g xmlns:s="http://www.w3.org/2000/svg"><s:script/></g>')),
        "X303",
        PICTURE + ".svg",
        2,
    ),
    (
        written(PICTURE + ".svg", svg("<foreignObject/>").encode("utf-16")),
        "L102",
        PICTURE + ".svg",
        1,
    ),
    (written(PICTURE + ".svg", svg("<foreignObject/>")), "X303", PICTURE + ".svg", 2),
    (
        written(PICTURE + ".svg", svg('<use href="https://e.org/a.svg#b"/>')),
        "X303",
        PICTURE + ".svg",
        2,
    ),
    (written(PICTURE + ".svg", svg('<g onload="x"/>')), "X303", PICTURE + ".svg", 2),
    (written(PICTURE + ".png", b"not a picture"), "X302", PICTURE + ".png", 1),
    (written(PICTURE + ".png", b"\0" * (40 << 20)), "X301", PICTURE + ".png", 1),
    (written(PICTURE + ".jpg", exif(0x8825)), "X305", PICTURE + ".jpg", 1),
    (written(PICTURE + ".jpg", exif(0x0110)), "X306", PICTURE + ".jpg", 1),
]
YAML: list[tuple[Edit, str, str, int | None]] = [
    (written("shared/ui.yml", "a: &a [x]\nb: [*a, *a]\nc: &c [*b]\n"), "S103", "shared/ui.yml", 1),
    (written("shared/ui.yml", "ui: " + "[" * 1000 + "]" * 1000), "S104", "shared/ui.yml", 1),
    (
        written("shared/ui.yml", "ui:\n" + "".join(" " * i + "- \n" for i in range(1, 1000))),
        "S104",
        "shared/ui.yml",
        None,
    ),
    (replaced(EN, "band: 10-12", "band: 10-12\nband: 6-9"), "S102", EN, HERE),
    (replaced(LINES, '"1280", dial', "1280, dial"), "S110", LINES, HERE),
    (replaced(LINES, '"+85592311511"', "+85592311511"), "S110", LINES, HERE),
    (replaced(LINES, '"២៤ ម៉ោង"', "12:30"), "S110", LINES, HERE),
    (replaced(LINES, '"24 hours"', "no"), "S110", LINES, HERE),
    (replaced(LINES, '"1280", dial', '"12-80", dial'), "H102", LINES, HERE),
    (replaced(LINES, 'dial: "1280"', 'dial: "+8551280x"'), "H103", LINES, HERE),
    (replaced(LINES, 'dial: "1280"', 'dial: "1281"'), "H109", LINES, 3),
    (replaced(EN, "kind: module", "kind: !!str module"), "S105", EN, HERE),
    (replaced(EN, "kind: module", "kind: !!python/object:os.system module"), "S105", EN, HERE),
    (replaced("shared/bands.yml", "audiences:", "---\naudiences:"), "S106", "shared/bands.yml", 4),
    (replaced(EN, "title: Your child", "title: 'Your child"), "S101", EN, None),
    (replaced(EN, "kind: module", "kind: poem"), "S116", EN, HERE),
    (replaced(EN, "updated: 2026-11-22", "updated: 22.11.2026"), "S114", EN, HERE),
    (replaced(EN, "band: 10-12", "band: 10-12\ncolour: red"), "S117", EN, HERE),
    (replaced(EN, "title: Your child at 10 to 12\n", ""), "S109", EN, 2),
    (replaced(EN, "risks: [conduct/aggressive]", "risks: conduct/aggressive"), "S112", EN, HERE),
    (replaced(EN, "contacts: [h1, h2, h3]", "contacts: [h1, h9]"), "S309", EN, HERE),
    (written("shared/terms.yml", "just words\n"), "S108", "shared/terms.yml", 1),
]
ENCODING: list[tuple[Edit, str, str, int | None]] = [
    (written(EN, "---\nkind: page\n".encode("utf-16")), "L102", EN, 1),
    (written(EN, b"\xef\xbb\xbf---\nkind: page\n"), "L103", EN, 1),
    (written(EN, b"---\ntitle: caf\xe9\n---\n"), "L104", EN, 2),
    (written(EN, b"a\nb\0c"), "L105", EN, 2),
    (written(EN, ""), "L101", EN, 1),
    (written(EN, "---\nkind: page\n---\n"), "S122", EN, 4),
    (written(EN, "---\nkind: page\n"), "S121", EN, 1),
    (written(EN, "words without front matter"), "S120", EN, 1),
    (written(EN, "x" * (5 << 20)), "X207", EN, 1),
    (replaced(KM, "កូនហ៊ានប្រាប់", "កូន\u202eហ៊ាន"), "L202", KM, HERE),
    (replaced(KM, "កូនហ៊ានប្រាប់", "កូន\u200bហ៊ាន"), "L202", KM, HERE),
    (replaced(KM, "កូនហ៊ានប្រាប់", "ស្រ្តី"), "L201", KM, HERE),
    (replaced(EN, "The child dares", "The cafe\u0301 dares"), "L204", EN, None),
    (replaced(KM, "កូនហ៊ានប្រាប់", "ធ្វើឲ្យកូនហ៊ាន"), "L205", KM, HERE),
    (
        replaced(KM, "កូនហ៊ានប្រាប់", "ប្រាប់គេ Tell somebody about it before the evening"),
        "L203",
        KM,
        HERE,
    ),
    (replaced(EN, "The child dares to tell", "កូនហ៊ានប្រាប់ឪពុកម្តាយគ្រប់ពេលវេលា"), "L203", EN, None),
]
MEANING: list[tuple[Edit, str, str, int | None]] = [
    (en("Call 012 345 678 tonight."), "H101", EN, HERE),
    (en("Call +855 12 345 678 tonight."), "H101", EN, HERE),
    (en("Ring 1280 tonight."), "H101", EN, HERE),
    (replaced(KM, "កូនហ៊ានប្រាប់", "ទូរស័ព្ទទៅ ១២៨០"), "H101", KM, HERE),
    (replaced(EN, "summary: What can", "summary: Call 1280. What can"), "H101", EN, HERE),
    (en("Ask [[old-line]] tonight."), "H106", EN, HERE),
    (en("Ask [[nobody]] tonight."), "S309", EN, HERE),
    (en("[[h2]] is free for everyone"), "H111", EN, HERE),
    (en("Call [[h2]]. It is free."), "H111", EN, HERE),
    (replaced(EN, ITEM + " [^craft]", ITEM), "C102", EN, HERE),
    (replaced(EN, ITEM + " [^craft]", ITEM + " [^nobody]"), "C101", EN, HERE),
    (en("Do not be careless."), "T102", EN, HERE),
    (en("Child pornography is a word."), "T101", EN, HERE),
    (replaced(KM, "កូនហ៊ានប្រាប់", "រូបអាសអាភាសកុមារ"), "T101", KM, HERE),
    (replaced(EN, "10 minutes", "15 minutes"), "P209", EN, None),
    (replaced(EN, "Call [[h1]]", "Call [[h2]]"), "P210", EN, None),
    (replaced(EN, "Listen first, ask later. [^craft]", "Listen. [^ncg-start-early]"), "P211", EN, None),
    (replaced(EN, "[help page](/help/#urgent)", "[help page](/help/)"), "P212", EN, None),
    (replaced(EN, GOAL, GOAL + "\n- The child asks."), "P208", EN, None),
    (replaced(EN, "risks: [conduct/aggressive]", "risks: []"), "P207", EN, None),
    (replaced(EN, "source_lang: km", "source_lang: en"), "P207", EN, None),
    (replaced(KM, "កូនហ៊ានប្រាប់", "កូនហ៊ានប្រាប់ឥឡូវ"), "P203", EN, None),
    (replaced(EN, '  goals: "', '  gaols: "'), "P202", EN, None),
    (replaced(EN, "## Goals {#goals}", "## Goals {#aims}"), "P204", EN, None),
    (replaced(EN, "## Goals {#goals}", "## Goals {#aims}"), "S301", EN, 1),
    (replaced(EN, "## Goals {#goals}", "## Goals {#aims}"), "S302", EN, None),
    (replaced(EN, "- Listen first, ask later. [^craft]\n", ""), "S305", EN, None),
    (replaced(EN, "## Goals {#goals}\n", "## Goals {#goals}\n\n- a\n  - b\n"), "S205", EN, None),
    (replaced(EN, "## Goals {#goals}", "words\n\n# Goals {#goals}"), "S202", EN, None),
    (replaced(EN, "\n## In one", "\nwords\n\n## In one"), "S201", EN, None),
    (replaced(EN, GOAL, "> quoted"), "S204", EN, None),
    (replaced(EN, GOAL + "\n", ""), "S308", EN, None),
    (replaced(EN, "band: 10-12", "band: 6-9"), "S314", EN, HERE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "code", "path", "line"), MARKUP + PATHS + YAML + ENCODING + MEANING
)
def test_each_fault_is_found(
    content: Path, edit: Edit, code: str, path: str, line: int | None
) -> None:
    file = content / path
    before = file.read_text("utf-8").split("\n") if file.is_file() else []
    edit(content)
    finding = found(content, code)
    assert finding.path == f"content/{path}"
    assert finding.line >= 1
    if line == HERE:
        after = file.read_text("utf-8").split("\n")
        line = next(n for n, (a, b) in enumerate(zip(before, after, strict=False), 1) if a != b)
    assert line is None or finding.line == line
    assert finding.message
    assert finding.mend


def test_a_page_without_its_khmer_twin(content: Path) -> None:
    (content / KM).unlink()
    assert found(content, "P201").path == f"content/{EN}"


def test_a_page_of_which_60_percent_is_english(content: Path) -> None:
    text = (content / KM).read_text("utf-8")
    english = "- All of these words were never translated by anybody at all. [^craft]\n"
    (content / KM).write_text(text.replace("## ពាក្យ", english * 3 + "\n## ពាក្យ"), "utf-8")
    assert found(content, "L203").path == f"content/{KM}"


def test_a_phrase_marked_as_english_may_stand(content: Path) -> None:
    words = "[Tell somebody about it before the evening]{lang=en}"
    replaced(KM, "កូនហ៊ានប្រាប់", f"ប្រាប់គេ {words}")(content)
    assert "L203" not in {finding.code for finding in check(content).findings}


def test_a_marked_quotation_may_hold_a_discouraged_word(content: Path) -> None:
    en("Never say !“child pornography” or !“careless”.")(content)
    assert not {"T101", "T102"} & {finding.code for finding in check(content).findings}


def test_symlinks_are_refused_and_never_followed(content: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.md").write_text("secret")
    os.symlink(tmp_path / "outside", content / "en/linked")
    os.symlink(tmp_path / "outside/secret.md", content / "en/secret.md")
    places = [f.path for f in check(content).findings if f.code == "X201"]
    assert places == ["content/en/linked", "content/en/secret.md"]


def test_a_pipe_is_refused_and_never_opened(content: Path) -> None:
    os.mkfifo(content / "en/pipe.md")
    assert found(content, "X202").path == "content/en/pipe.md"


def test_a_giant_picture_is_refused_by_its_header(content: Path) -> None:
    written("shared/images/big.png", png(30_000, 30_000))(content)
    assert found(content, "X304").path == "content/shared/images/big.png"


@pytest.mark.parametrize(
    ("on", "code"), [("2026-08-01", "H104"), ("2026-12-24", "H105"), ("2026-08-22", None)]
)
def test_a_verification_ages_by_the_clock(content: Path, on: str, code: str | None) -> None:
    verified = f'verified: {{on: {on}, by: "A. Person", method: "rang"}}'
    replaced(LINES, "verified: null", verified)(content)
    ages = [f for f in check(content, date(2026, 11, 22)).findings if f.code in {"H104", "H105"}]
    assert [f.code for f in ages] == ([code] if code else [])
    assert all(f.line == 3 for f in ages)


@pytest.mark.parametrize("name", ["child-helpline-cambodia", "aple-hotline", "police-emergency"])
def test_the_three_lines_of_every_page_may_not_go(content: Path, name: str) -> None:
    replaced(LINES, f"id: {name}", "id: another-line")(content)
    assert found(content, "H108").path == f"content/{LINES}"


def test_an_unreadable_encoding_never_hides_the_other_pages(content: Path) -> None:
    written(EN, b"\xff\xfe\x00")(content)
    library = check(content).library
    assert {page.path for page in library.pages} >= {f"content/{KM}", "content/en/index.md"}
