from __future__ import annotations

import json

import pytest
from scipy.stats import theilslopes

from hrjournal.report.periods import By, recent
from support.builders import TODAY
from support.pages.reading import DRINK
from support.pages.weeks import drinks, journal, shown

# Totals and logged days of the weeks whose amounts are all known.
WEEKS = ((19, 6), (12, 6), (12, 6), (12, 6), (4, 6), (4, 7))


def test_data_is_plain_and_complete() -> None:
    data = json.loads(json.dumps(shown(journal()).data, allow_nan=False))
    alcohol = data["substances"]["Alcohol"]

    assert data["view"] == {"from": "2026-09-28", "to": "2026-11-23", "by": "week"}
    assert (alcohol["key"], alcohol["unit"]) == ("alcohol", "g_alc")
    assert alcohol["shown_unit"] == {"name": "US standard drinks", "holds": 14.0}
    assert alcohol["heavy_from"] == 56.0
    assert [one["label"] for one in alcohol["periods"]][-2:] == ["2026-W47", "2026-W48"]
    last = alcohol["periods"][-2]
    assert last["total"] == {
        "low": 56.0,
        "high": 56.0,
        "unit": "g_alc",
        "unknown_uses": 0,
        "unknown_days": 0,
    }
    assert last["percent_days_abstinent"] == 57.1429
    assert last["longest_run_without"] == {"days": 2, "at_least": True}
    assert alcohol["usual"]["before"]["from"] == "2026-10-19"
    weeks = [DRINK / 1000 * total / days for total, days in WEEKS]
    line = theilslopes(weeks, [0, 1, 2, 3, 6, 7], method="joint")
    assert alcohol["direction"] == {
        "way": "less",
        "by": "amount",
        "weeks": 6,
        "over_weeks": 8,
        "p": pytest.approx(0.0328, abs=1e-4),  # S -12, variance 24.67 times 1.076
        "slope_per_week": pytest.approx(line.slope, abs=1e-4),
        "from": pytest.approx(line.intercept, abs=1e-3),
        "to": pytest.approx(line.intercept + 7 * line.slope, abs=1e-3),
        "step": None,
    }
    assert data["substances"]["Methadone"]["direction"] is None
    assert data["substances"]["Methadone"]["usual"] is None
    assert data["sleep"][0]["unit"] == "minutes"
    assert data["steps"][0] == {
        "substance": "Alcohol",
        "use_days": 31,
        "any": 2,
        "days": {"not-alone": 2, "tested": 1},
    }


def test_unwritten_is_null_in_data_and_never_zero() -> None:
    data = shown(drinks("2*7 .*7 ."), recent(TODAY, By.WEEK, 2)).data
    empty = data["substances"]["Alcohol"]["periods"][1]
    assert (empty["days"], empty["days_with_data"]) == (7, 0)
    for name in ("percent_days_abstinent", "per_use_day", "largest_day"):
        assert empty[name] is None
    assert empty["mood"] == {"mean": None, "rests": 0}
