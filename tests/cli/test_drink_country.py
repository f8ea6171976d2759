"""Whose drinks are counted is settled with the first amount of alcohol, and said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hrjournal.cli.context import AppContext
from hrjournal.cli.drink_country import settle_country
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.amount import Amount
from support.builders import entry

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
BEERS: Final = entry(EntryType.USE, substance="alcohol", amount=Amount(28_000, 28_000, "g_alc"))
JOINT: Final = entry(EntryType.USE, substance="cannabis", amount=Amount(1000, 1000, "joint"))


def settled(*entries: Entry) -> list[str]:
    app = AppContext()
    with app.open_journal(write=True) as journal, journal.change("log", app.instant) as change:
        for saved in entries:
            change.add(saved, None)
        return settle_country(app, change, entries)


def kept() -> str | None:
    with AppContext().open_journal() as journal:
        return journal.setting("country")


@pytest.mark.parametrize(
    ("lang", "country", "said"),
    [
        (
            "en_GB.UTF-8",
            "GB",
            "UK units (7.9 g each). To use another country's: hrjournal config country US",
        ),
        ("de_DE.UTF-8", "DE", "German standard drinks (12 g each)."),
        (
            "C.UTF-8",
            None,
            "US standard drinks (14 g each). To use another country's: hrjournal config country GB",
        ),
        ("tr_TR.UTF-8", "US", "US standard drinks"),
    ],
)
def test_the_first_amount_settles_it_and_says_so_once(
    home: Path, monkeypatch: pytest.MonkeyPatch, lang: str, country: str | None, said: str
) -> None:
    monkeypatch.setenv("LANG", lang)
    assert settled(JOINT) == []
    assert kept() is None
    (line,) = settled(JOINT, BEERS)
    assert line.startswith(f"Drinks are counted in {said}")
    assert kept() == country
    assert settled(BEERS) == []


def test_what_was_chosen_is_left_as_it_is(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("config", "country", "PL")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert settled(BEERS) == []
    assert kept() == "PL"


def test_undo_takes_both_back(run: Run, home: Path) -> None:
    assert settled(BEERS)
    run("undo")
    assert kept() is None


def test_amounts_are_read_by_the_country_of_this_computer_from_the_first(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "2 UK units (15.8 g)" in run("log", "alcohol", "2").out
