"""The summary for machines: one key for each part that is in, and none for what is left out.

What stands under each is said in `explain.py`, and by `hrjournal summary --explain`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import courses, few
from hrjournal.domain.summary.options import Section
from hrjournal.pages.measures import data as measure_data
from hrjournal.pages.summary.changes import ROWS
from hrjournal.pages.summary.context import chosen_wins
from hrjournal.pages.summary.explain import VERSION
from hrjournal.pages.summary.own_words import kept, past_screens, still_open
from hrjournal.pages.trends import calendar as calendar_page
from hrjournal.pages.trends import data as trend_data
from hrjournal.pages.trends.data import iso, span
from hrjournal.pages.wins.sentences import win_data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.clinical import MeasureReport
    from hrjournal.report.summary import Summary, WordCounts

    Filled = Callable[[Summary, Lookups], Any]


def data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """Everything that the page says."""
    scope = summary.scope
    since = None if scope.session is None else iso(scope.session)
    found: dict[str, Any] = {
        "version": VERSION,
        "window": {**span(scope.window), "days": scope.window.length, "since_session": since},
        "made_on": iso(scope.today),
        "self_reported": True,
        "aliased": scope.hidden,
        "parts": [part.value for part in Section if part in summary.parts],
    }
    return found | {
        part.value: filled(summary, known)
        for part, filled in FILLED.items()
        if part in summary.parts
    }


def _coverage(summary: Summary, _known: Lookups) -> dict[str, Any]:
    return {"days_written": summary.clinical.written, "days": summary.scope.window.length}


def _changes(summary: Summary, known: Lookups) -> dict[str, Any]:
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


def _charts(summary: Summary, known: Lookups) -> dict[str, Any]:
    told = trend_data.data(summary.trends, known.units)
    if Section.MOOD not in summary.parts:
        for one in told["substances"].values():
            for period in one["periods"]:
                del period["mood"], period["urge"]
    return {"view": told["view"], "substances": told["substances"]}


def _mood(summary: Summary, known: Lookups) -> dict[str, Any]:
    told = trend_data.data(summary.trends, known.units)
    return {name: told[name] for name in ("mood", "urge", "sleep")}


def _steps(summary: Summary, known: Lookups) -> Any:
    return trend_data.data(summary.trends, known.units)["steps"]


def _wins(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    substances = summary.held.history.substances
    told = [win_data(win, substances, known.units) for win in chosen_wins(summary)]
    if summary.scope.hidden:
        told = [{name: one[name] for name in one.keys() - {"rule", "figures"}} for one in told]
    return told


def _calendar(summary: Summary, known: Lookups) -> dict[str, Any]:
    told = calendar_page.data(summary.calendar, known.units)
    del told["events"]
    return told


def _measures(summary: Summary, known: Lookups) -> dict[str, Any]:
    told = measure_data.data(summary.clinical, known.units)
    if summary.scope.hidden:
        del told["settings"]  # lines of grams would say what it was
    return told


def _definitions(summary: Summary, known: Lookups) -> Any:
    shown = {found.id for one in summary.clinical.substances for found in one.measured}
    told = [one for name, one in known.definitions.items() if name in shown]
    if summary.scope.hidden:  # the whole texts speak of drinks
        return {one.id: {"name": one.other, "formula": one.formula} for one in told}
    return measure_data.definitions_data(told)["definitions"]


def _counted(summary: Summary, known: Lookups) -> dict[str, Any]:
    """What was written beside use, whatever was used."""
    told = summary.clinical._replace(substances=(), together=summary.beside)
    counted: dict[str, Any] = measure_data.data(told, known.units)["together"]
    return counted


def _helped(summary: Summary, known: Lookups) -> dict[str, Any]:
    return {
        "tried": _counted(summary, known)["strategies"],
        "eased": [one._asdict() for one in summary.helped],
    }


def _spoken(found: WordCounts) -> dict[str, Any]:
    return {"records": found.among, "counts": dict(found.counts)}


def _rulers(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    return [
        {
            "scale": course.scale.value,
            "about": course.about or None,
            "first": _score(course.first, known),
            "last": _score(course.last, known),
        }
        for course in courses(kept(summary, KeepsakeType.RULER))
    ]


def _score(one: Keepsake, known: Lookups) -> dict[str, Any]:
    return {"day": iso(one.moment.day(known.starts)), "score": one.score}


def _screens(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    found = past_screens(summary, known.starts)
    return [{"screen": name, "day": iso(day), "score": score} for name, day, score in found]


def _said(some: Sequence[Keepsake], known: Lookups) -> list[dict[str, str]]:
    return [{"day": iso(one.moment.day(known.starts)), "text": one.text} for one in some]


def _dated(some: Sequence[tuple[int, str]]) -> list[dict[str, str]]:
    return [{"day": iso(day), "text": text} for day, text in some]


FILLED: Final[Mapping[Section, Filled]] = MappingProxyType(
    {
        Section.COVERAGE: _coverage,
        Section.SAFETY: lambda found, _: list(found.held.safety),
        Section.TALK: lambda found, known: _said(still_open(found), known),
        Section.CHANGES: _changes,
        Section.CHARTS: _charts,
        Section.MOOD: _mood,
        Section.WINS: _wins,
        Section.STEPS: _steps,
        Section.TRIGGERS: lambda found, known: _counted(found, known)["triggers"],
        Section.HELPED: _helped,
        Section.RULERS: _rulers,
        Section.REASONS: lambda found, known: _said(few(kept(found, KeepsakeType.REASON)), known),
        Section.SCREENS: _screens,
        Section.PEOPLE: lambda found, _: _spoken(found.people),
        Section.ROUTES: lambda found, _: _spoken(found.routes),
        Section.MONEY: lambda found, known: _counted(found, known)["spend"],
        Section.PLACES: lambda found, _: dict(
            zip(("naloxone_place", "naloxone_expires"), found.held.naloxone, strict=True)
        ),
        Section.ROOTS: lambda found, _: [one.subject for one in kept(found, KeepsakeType.ROOT)],
        Section.EVENTS: lambda found, _: _dated(found.events),
        Section.NOTES: lambda found, _: _dated(found.notes),
        Section.LETTER: lambda found, known: _said(kept(found, KeepsakeType.LETTER)[-1:], known),
        Section.CALENDAR: _calendar,
        Section.MEASURES: _measures,
        Section.DEFINITIONS: _definitions,
    }
)
