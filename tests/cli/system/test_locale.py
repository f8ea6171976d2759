from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.context import AppContext
from hrjournal.cli.system.locale import LOCALES, country, country_of_locale

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LOCALES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("en_GB.UTF-8", "GB"),
        ("pl_PL", "PL"),
        ("ca_ES@valencia", "ES"),
        ("fil_PH.UTF-8", "PH"),
        ("C.UTF-8", ""),
        ("POSIX", ""),
        ("en", ""),
        ("", ""),
        ("en_GBR", ""),
        ("../../etc_GB", ""),
    ],
)
def test_a_locale_names_a_country_or_none(
    locale: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert country_of_locale() == code


def test_the_setting_for_phone_numbers_goes_before_the_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_TELEPHONE", "pl_PL.UTF-8")
    assert country_of_locale() == "PL"
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert country_of_locale() == "PL"
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert country_of_locale() == "DE"


def test_what_the_person_chose_goes_before_the_machine(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert country(AppContext().place) == ""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert country(AppContext().place) == "US"
    run("config", "country", "PL")
    assert country(AppContext().place) == "PL"


def test_looking_for_it_makes_no_journal(home: Path) -> None:
    assert country(AppContext().place) == ""
    assert not home.exists()
