"""What is set outside of the content is refused in a sentence, before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT

from karpear.cli import main
from karpear.engines.mkdocs import site_url_of
from karpear.project import BadSetting


@pytest.mark.parametrize(
    "value",
    [
        *(
            "karpear.org",
            "https://",
            "ftp://karpear.org/",
            "https://exa mple.org/",
            "//karpear.org",
        ),
        *("https://karpear.org/?a=b", "https://karpear.org/#a", 'https://karpear.org/"x', "https:"),
        *("https://ខ្មែរ.org/", "https://me@karpear.org/", "https://karpear.org/ក/", "karpear"),
        *("https://[karpear.org", "https://[your.name]/", "https://karpe℀r.org/"),
    ],
)
def test_no_address(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KARPEAR_SITE_URL", value)
    with pytest.raises(BadSetting, match="KARPEAR_SITE_URL"):
        site_url_of(ROOT)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "https://karpear.org",
            "http://192.168.0.4:8080/",
            "https://a-b.karpear.org.kh/kids/1_a/",
        ),
        *("http://localhost/", "https://xn--j2e0b4a5a.org/"),
    ],
)
def test_an_address(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KARPEAR_SITE_URL", value)
    assert site_url_of(ROOT) == value.rstrip("/") + "/"


def test_a_build_without_an_address_makes_nothing(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KARPEAR_SITE_URL", "karpear.org")
    monkeypatch.chdir(ROOT)
    places = ["--work", str(tmp_path / "build"), "--output", str(tmp_path / "site")]
    assert main(["build", "--content", str(content), *places]) == 2
    assert "karpear.org" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
    assert not list((tmp_path / "build").rglob("*.pdf"))


@pytest.mark.parametrize(
    "value", ["abc", "1.5", "99999999999999", "-5", "0", "2026-11-22", "4354819200"]
)
def test_no_date(
    value: str, content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert main(["check", "--content", str(content)]) == 2
    assert "seconds since 1970" in capsys.readouterr().err
