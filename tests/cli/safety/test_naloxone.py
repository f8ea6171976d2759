from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def test_where_naloxone_lies_and_until_when(run: Run) -> None:
    assert "hrjournal safety naloxone --place" in run("safety", "naloxone").out
    run("safety", "naloxone", "--place", "top drawer", "--expires", "2027-05")
    assert "Good until  Mon 31 May 2027\n" in run("safety", "naloxone").out
    assert "Call your emergency number" in run("safety", "naloxone").out
    run("safety", "naloxone", "--expires", "2026-12-01")
    shown = run("safety", "naloxone").out
    assert "top drawer" in shown
    assert "Tue 1 Dec 2026, 8 days" in shown
    assert "that has passed" in run("safety", "naloxone", at="2026-12-02 12:00").out
    assert "the last change about your naloxone" in run("undo").out
    assert "31 May 2027" in run("safety", "naloxone").out
    run("safety", "naloxone", "--clear")
    yours = json.loads(run("safety", "naloxone", "--json").out)["yours"]
    assert yours == {"place": None, "expires": None}
