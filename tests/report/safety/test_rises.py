from __future__ import annotations

import pytest

from hrjournal.report.safety.stops import due
from support.builders import ALCOHOL, CANNABIS, DIAZEPAM, METHADONE, TODAY, history, together

DRINK = ALCOHOL._replace(kind=ALCOHOL.kind._replace(family="depressant"))
PILL = DIAZEPAM._replace(kind=DIAZEPAM.kind._replace(family="depressant"))


@pytest.mark.parametrize("daily", [METHADONE, PILL])
def test_more_of_what_slows_breathing_beside_a_daily_one_is_told(daily: object) -> None:
    assert daily in {METHADONE, PILL}
    other = METHADONE if daily is METHADONE else PILL
    now = together(history("20*28 60*7", substance=DRINK), history("1*35", substance=other))
    (told,) = [one for one in due(now, TODAY) if one.rule == "rise"]
    assert (told.substance, told.figures["beside"]) == ("alcohol", other.key)
    assert told.since <= TODAY < told.since + 28


@pytest.mark.parametrize(
    ("marks", "beside"),
    [
        ("20*35", "1*35"),
        ("20*28 60*7", "1 0 " * 17 + "1"),  # not daily
        ("20*28 60*7", "1*20 .*15"),
        ("20*14 60*7 20*7 60*7", "1*35"),  # no more than in an earlier week
    ],
)
def test_else_no_rise_is_told(marks: str, beside: str) -> None:
    now = together(history(marks, substance=DRINK), history(beside, substance=PILL))
    assert "rise" not in {one.rule for one in due(now, TODAY)}


def test_what_does_not_slow_breathing_is_no_part_of_it() -> None:
    now = together(history("2*28 6*7", substance=CANNABIS), history("1*35", substance=PILL))
    assert "rise" not in {one.rule for one in due(now, TODAY)}
    now = together(history("20*28 60*7", substance=DRINK), history("1*35", substance=CANNABIS))
    assert "rise" not in {one.rule for one in due(now, TODAY)}
