"""The first page for programs: what changed, how the window went, and every day of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.summary.sections import Section
from hrjournal.pages.measures import data as measure_data
from hrjournal.pages.trends import calendar
from hrjournal.pages.trends import data as trend_data
from hrjournal.report.trends.calendar import calendar as months_of

if TYPE_CHECKING:
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.clinical import MeasureReport
    from hrjournal.report.summary import Summary

ROWS: Final = ("pdd", "dpd", "ddd", "phdd", "who_level")


def changes_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """The measures of the first page, of the window and of its last days."""
    late = summary.lately
    return {
        "this_period": _headline(summary.clinical, known),
        "last_28_days": None if late is None else _headline(late, known),
    }


def _headline(found: MeasureReport, known: Lookups) -> dict[str, Any]:
    """The measures of the first page, with what they were before."""
    substances = measure_data.data(found, known.units)["substances"]
    return {
        name: {
            "unit": told["unit"],
            "baselines": told["baselines"],
            "measures": {row: told["measures"][row] for row in ROWS if row in told["measures"]},
        }
        for name, told in substances.items()
    }


def charts_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """The periods of each substance."""
    told = trend_data.data(summary.trends, known.units)
    if Section.MOOD not in summary.parts:
        for one in told["substances"].values():
            for period in one["periods"]:
                del period["mood"], period["urge"]
    return {"view": told["view"], "substances": told["substances"]}


def mood_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """How the person was, as far as they wrote it."""
    told = trend_data.data(summary.trends, known.units)
    return {name: told[name] for name in ("mood", "urge", "sleep")}


def every_day_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """Every day of each substance."""
    scope = summary.scope
    found = months_of(summary.held.history, scope.window, scope.today, scope.week_starts)
    told = calendar.data(found, known.units)
    del told["events"]
    return told
