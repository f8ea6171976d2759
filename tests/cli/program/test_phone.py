"""A line that was typed on a phone means what it would mean from a keyboard."""

from __future__ import annotations

import pytest

from hrjournal.cli.program.phone import as_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("log beer 2 \u2014at 9pm", ["log", "beer", "2", "--at", "9pm"]),
        ("log beer 2 \u2013\u2013at 9pm", ["log", "beer", "2", "--at", "9pm"]),
        ("log beer 2 \u2013-at=9pm", ["log", "beer", "2", "--at=9pm"]),
        (
            "log \u201ctwo beers\u201d \u2014at \u201clast night\u201d",
            ["log", "two beers", "--at", "last night"],
        ),
        ("log \u201ebeer\u201c 2", ["log", "beer", "2"]),
        ("log beer 2\u20134", ["log", "beer", "2\u20134"]),
        ("log beer \u2014 2", ["log", "beer", "\u2014", "2"]),
        ("log \u201ctwo beers", ["log", "\u201ctwo", "beers"]),
    ],
)
def test_a_phone_is_understood(typed: str, meant: list[str]) -> None:
    assert as_meant(typed.split(" ")) == meant


def test_what_the_shell_kept_together_stays_as_it_is() -> None:
    note = "\u201csee you\u201d she said \u2014and went\u201d"
    assert as_meant(["log", "beer", "--note", note, ""]) == ["log", "beer", "--note", note, ""]
