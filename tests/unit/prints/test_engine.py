"""The engine held to its rules on documents of a few lines."""

from __future__ import annotations

import pickle
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from karpear.prints import press as pressing
from karpear.prints import weasy, workshop
from karpear.prints.lines import _lines, _text
from karpear.prints.press import Order, press
from karpear.prints.weasy import PrintFailed, use_own_fonts

LETTER = "<!doctype html><html lang='en'><head><title>a</title></head><body><p>%s</p></body></html>"

WORDS = (
    "Give names, signs, ways out and helpers, but never acts. See: <a>other words</a>, <a>more</a>."
)
KHMER = "ឈ្មោះ សញ្ញា ផ្លូវ\u200bចេញ និង\u200bអ្នក\u200bជួយ មើល៖ <a>ពាក្យ\u200bផ្សេង</a> <a>ទៀត</a>។"


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order(
        name="parents-6-9-km-a4.pdf",
        source="content/km/parents/6-9.md",
        html=LETTER % "word",
        sizes=(10,),
        limit=1,
        epoch=0,
        folder=tmp_path,
    )


def test_fonts_are_found_in_a_folder_of_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    folder = tmp_path / "a & <b>"
    use_own_fonts(folder)
    config = ElementTree.parse(folder / "fonts.conf").getroot()
    assert config.findtext("dir") == str(folder)
    assert config.findtext("cachedir") == f"{folder}/cache"


def test_a_font_that_is_not_ours_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["Noto-Sans-Khmer", "Noto-Sans-Khmer-Bold", "Khmer-OS", "DejaVu-Sans"]
    monkeypatch.setattr(weasy, "font_names", lambda data: names)
    assert weasy.foreign_fonts(b"") == ["Khmer-OS", "DejaVu-Sans"]


@pytest.mark.parametrize("words", [WORDS, KHMER], ids=["en", "km"])
def test_a_link_does_not_change_where_lines_end(tmp_path: Path, words: str) -> None:
    """The engine cut words that filled their line but for the space before a link after the first
    of them. Cut as if there were no link is what a reader expects, at any width."""
    use_own_fonts(tmp_path)
    weasy._hook()
    for width in range(120, 300, 2):
        with_link, without = (
            lines_of(f"<p style='font: 10pt Noto Sans Khmer; width: {width}pt'>{text}</p>")
            for text in (words, words.replace("<a>", "").replace("</a>", ""))
        )
        assert with_link == without, width


def lines_of(html: str) -> list[str]:
    document = weasy._lay_out(html, 10)
    return [_text(line).strip() for line, _ in _lines(document.pages[0]._page_box, None)]


def test_a_print_that_fails_says_which(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PrintFailed("page 2: a line is wider than its box: word")

    monkeypatch.setattr(pressing.weasy, "make_pdf", fail)
    with pytest.raises(PrintFailed) as raised:
        press(order)
    told = pickle.loads(pickle.dumps(raised.value))  # as it comes out of a worker
    assert str(told) == "parents-6-9-km-a4.pdf: page 2: a line is wider than its box: word"
    assert told.path == "content/km/parents/6-9.md"


def test_what_a_print_is_called_does_not_make_it_anew(order: Order) -> None:
    assert replace(order, name="other.pdf", source="other.md").key == order.key
    assert replace(order, html=LETTER % "other").key != order.key


class Dead:
    """A pool whose processes the system has ended, as it does when memory runs out."""

    def __init__(self, *_arguments: object) -> None:
        self.future: Future[None] = Future()
        self.future.set_exception(BrokenProcessPool())

    def __enter__(self) -> Dead:
        return self

    def __exit__(self, *_arguments: object) -> None:
        pass

    def submit(self, *_arguments: object) -> Future[None]:
        return self.future

    def shutdown(self, **_options: object) -> None:
        pass


class DeadAtOnce(Dead):
    """One that takes no more work."""

    def submit(self, *_arguments: object) -> Future[None]:
        raise BrokenProcessPool


@pytest.mark.parametrize("pool", [Dead, DeadAtOnce])
def test_a_process_that_the_system_ended(
    order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pool: type[Dead]
) -> None:
    monkeypatch.setattr(workshop, "ProcessPoolExecutor", pool)
    with pytest.raises(PrintFailed, match="close other programs"):
        list(workshop._pool({"key": order}, tmp_path))
