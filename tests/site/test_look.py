"""The look as files: contrast of the tokens, rules of Khmer type, budgets, names that must exist.

What a browser must judge (axe, reflow, focus, targets) stands in the browser tests.
"""

from __future__ import annotations

import gzip
import re
from importlib.resources import files
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "src/karpear/templates"
OVERRIDES = ROOT / "overrides"
CSS = (ROOT / "docs/css/site.css").read_text()
BARE_CSS = re.sub(r"/\*.*?\*/", "", CSS, flags=re.S)
# Paper carries its style within and is no page: templates/print is not looked at here.
MARKUP = {path: path.read_text() for base in (TEMPLATES, OVERRIDES)
          for path in sorted(base.rglob("*")) if path.is_file()
          and path.parent.name != "print"}  # fmt: skip

TEXT = ("ink", "soft", "palm", "indigo", "plum", "red", "earth")
LARGE_ON_TINT = {("palm", "tint")}  # identity.md: 6.8; only large bold door names under a pointer


def _tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):(#[0-9A-Fa-f]{6})", css))


def _themes() -> dict[str, dict[str, str]]:
    light, dark = BARE_CSS.split("@media (prefers-color-scheme:dark)", 1)
    light_tokens = _tokens(light)
    return {"light": light_tokens, "dark": light_tokens | _tokens(dark.split("}}", 1)[0])}


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_seven_to_one_on_every_ground(theme: str) -> None:
    tokens = _themes()[theme]
    for text, ground in product(TEXT, ("paper", "tint", "card")):
        wanted = 4.5 if (text, ground) in LARGE_ON_TINT else 7
        assert contrast(tokens[text], tokens[ground]) >= wanted, (theme, text, ground)
    for hue in TEXT[2:]:
        assert contrast(tokens["on-hue"], tokens[hue]) >= 7, (theme, hue)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_edges_that_mean_something_are_four_and_a_half_to_one(theme: str) -> None:
    tokens = _themes()[theme]
    for ground in ("paper", "tint", "card"):
        assert contrast(tokens["edge"], tokens[ground]) >= 4.5, (theme, ground)


@pytest.mark.parametrize(
    "forbidden", ["letter-spacing", "italic", "justify;", "hyphens", "@import", "http:", "https:"]
)
def test_what_khmer_type_and_privacy_forbid(forbidden: str) -> None:
    assert forbidden not in BARE_CSS


def test_motion_contrast_and_print_are_thought_of() -> None:
    for query in ("prefers-reduced-motion", "forced-colors", "@media print", "color-scheme:dark"):
        assert query in BARE_CSS


@pytest.mark.parametrize(
    ("name", "limit"), [("css/site.css", 9_000), ("scripts/site.js", 2_000), ("favicon.svg", 500)]
)
def test_assets_keep_their_budget(name: str, limit: int) -> None:
    assert len(gzip.compress((ROOT / "docs" / name).read_bytes(), 9, mtime=0)) <= limit


def test_no_folder_of_assets_looks_like_a_language() -> None:
    """static-i18n takes every folder of two letters for a language and drops its files."""
    assert not [p.name for p in (ROOT / "docs").iterdir() if p.is_dir() and len(p.name) == 2]


# A single file carries its style and script within, named in its own policy by their digests: that
# no other may run there is a test of tests/copies.
SERVED = [path for path in MARKUP if path.parent.name != "copies"]


@pytest.mark.parametrize("path", SERVED, ids=lambda path: path.name)
def test_markup_has_no_inline_script_style_or_handler(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", MARKUP[path], flags=re.S)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    # data about a page stands in a script element, but is none: nothing of it runs
    assert not re.search(r"<script(?! type=\"application/ld\+json\")(?![^>]*\ssrc=)", text)


def _sprite() -> dict[str, ElementTree.Element]:
    root = ElementTree.parse(ROOT / "docs/pictograms.svg").getroot()
    return {symbol.get("id", ""): symbol for symbol in root}


def test_every_pictogram_named_in_a_template_is_drawn() -> None:
    drawn = set(_sprite())
    text = "\n".join(MARKUP.values())
    named = set(re.findall(r"pictogram\(\"([a-z0-9-]+)\"", text)) - {"band-"}
    named |= set(re.findall(r"\|url \}\}#([a-z-]+)\"", text))
    for table in re.findall(r"set (?:signs|sign|marks|role_sign) = (\{.*?\})", text):
        named |= set(re.findall(r": \"([a-z0-9-]+)\"", table))
    bands = {f"band-{band}" for band in ("0-5", "6-9", "10-12", "13-15", "16-17")}
    risks = {"content", "contact", "conduct", "contract", "cross-cutting"}
    assert not (named | bands | risks | {"parents", "teachers", "children"}) - drawn


def test_pictograms_are_one_pen_on_one_grid() -> None:
    for name, symbol in _sprite().items():
        wanted = "0 0 400 168" if name.startswith("scene-") else "0 0 24 24"
        assert symbol.get("viewBox") == wanted, name
        assert symbol.get("stroke") == "currentColor", name
        assert symbol.get("stroke-linecap") == "round", name
        assert symbol.get("stroke-width") is None, f"{name}: the style sheet sets the pen"


def test_every_word_a_template_asks_for_is_in_both_languages() -> None:
    words = yaml.safe_load((ROOT / "content/shared/ui.yml").read_text())["ui"]
    text = "\n".join(MARKUP.values())
    asked = set(re.findall(r"ui\(\"([a-z0-9-]+)\"[,)]", text))
    asked |= set(re.findall(r"ui\[[\"']([a-z0-9-]+)[\"']\]", text))
    for key in asked:
        assert set(words[key]) == {"km", "en"}, key
        assert all(words[key].values()), key


def test_khmer_partial_has_every_word_of_the_theme() -> None:
    english = files("material").joinpath("templates/partials/languages/en.html").read_text()
    khmer = (OVERRIDES / "partials/languages/km.html").read_text()
    keys = re.compile(r"^\s*\"([a-z.]+)\": \"(.*)\",?$", re.M)
    theirs, ours = dict(keys.findall(english)), dict(keys.findall(khmer))
    assert set(ours) == set(theirs)
    same = {key for key in ours if ours[key] == theirs[key]}
    assert same == {"direction", "search.config.lang", "search.config.separator"}


def test_each_component_says_what_it_takes() -> None:
    for path in sorted((TEMPLATES / "components").glob("*.jinja")):
        head, _, _ = MARKUP[path].partition("-#}")
        assert head.startswith("{#- "), path.name
        for macro in re.findall(r"macro (\w+)\(", MARKUP[path]):
            assert macro in head, (path.name, macro)
