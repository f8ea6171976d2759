from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def test_a_session_to_come_and_one_gone_by(run: Run) -> None:
    assert "No session is written down yet" in run("session").out
    said = run("session", "friday", "14:30", "--with", "Dr Nowak").out
    assert said == "Saved 1. Session: Fri 27 Nov 2026 at 14:30 with Dr Nowak.\n"
    run("session", "yesterday")
    shown = run("session").out
    assert shown.index("To come") < shown.index("Dr Nowak") < shown.index("Gone by")
    assert "2  yesterday, Sun 22 Nov 2026" in shown
    assert json.loads(run("session", "--json").out)["sessions"] == [
        {"number": 2, "day": "2026-11-22", "time": None, "with": None},
        {"number": 1, "day": "2026-11-27", "time": "14:30", "with": "Dr Nowak"},
    ]
    assert run("session", "--remove", "1").code == 0
    assert "Dr Nowak" not in run("session").out


def test_a_session_of_today_has_gone_by_once_it_has_begun(run: Run) -> None:
    run("session", "2026-11-23", "14:30")
    assert "To come" in run("session", at="2026-11-23 14:29").out
    shown = run("session", at="2026-11-23 14:31").out
    assert "Gone by\n  1  today, Mon 23 Nov 2026 at 14:30" in shown
    assert "To come" not in shown


def test_one_without_a_time_is_to_come_until_its_day_is_over(run: Run) -> None:
    run("session", "2026-11-23")
    assert "To come" in run("session", at="2026-11-23 23:30").out
    assert "Gone by" in run("session", at="2026-11-24 00:30").out
