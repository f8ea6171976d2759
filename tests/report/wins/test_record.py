from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import EntryType
from support.builders import entry, history
from support.report.finding import at_once, wins


def test_anything_written_counts_at_once() -> None:
    for now in (
        history("1"),
        history("0"),
        history(".", records=[entry(EntryType.CHECKIN, mood=3)]),
    ):
        assert "logged" in at_once(now)
    assert not at_once(history("1 ."))


@pytest.mark.parametrize(
    ("marks", "away"),
    [("1 . . . 1", 3), ("1 .*40 0", 40), ("1 . . 1", 0), (". . . 1", 0), ("1 . . . .", 0)],
)
def test_a_return_after_three_days_without_a_record_is_welcome(marks: str, away: int) -> None:
    found = [win.figures["away"] for win in wins(history(marks), "came_back")]
    assert found == [away] * bool(away)
