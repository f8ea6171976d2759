from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def test_where_naloxone_lies_and_until_when(run: Run) -> None:
    assert "hrjournal naloxone --place" in run("naloxone").out
    run("naloxone", "--place", "top drawer", "--expires", "2027-05")
    assert "Good until  Mon 31 May 2027\n" in run("naloxone").out
    run("naloxone", "--expires", "2026-12-01")
    shown = run("naloxone").out
    assert "top drawer" in shown
    assert "Tue 1 Dec 2026, 8 days" in shown
    assert "that has passed" in run("naloxone", at="2026-12-02 12:00").out
    assert "the last change about your naloxone" in run("undo").out
    assert "31 May 2027" in run("naloxone").out
    run("naloxone", "--clear")
    assert json.loads(run("naloxone", "--json").out) == {"place": None, "expires": None}
