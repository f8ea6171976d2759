"""What changed: a sentence for each substance, and a table beside the person's own past."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Column, Heading, Table, Text
from hrjournal.domain.win import BaselineKind
from hrjournal.pages.amounts import joined, logged_words
from hrjournal.pages.days_text import used_word, way_words
from hrjournal.pages.measures import data as measure_data
from hrjournal.pages.measures.table import change_words, figure, value_words
from hrjournal.report.trends.comparison import ComparedBy, Way
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.clinical import (
        MeasureChange,
        MeasureReport,
        MeasureResult,
        SubstanceMeasures,
    )
    from hrjournal.report.clinical.baselines import Past
    from hrjournal.report.summary import Summary
    from hrjournal.report.trends.comparison import Comparison
    from hrjournal.report.trends.direction import Direction

ROWS: Final = ("pdd", "dpd", "ddd", "phdd", "who_level")
BESIDE: Final = {BaselineKind.START: "at my start", BaselineKind.USUAL: "in the 4 weeks before"}
FEW: Final = "Too few days yet to compare with my past."
RESTS: Final = "In brackets: how many days each figure is from."
WAYS: Final = {Way.LESS: "down", Way.MORE: "up"}
BEFORE: Final = "Before: the 28 days before this period."
COLUMNS: Final = (
    Column(""),
    Column("At my start", right=True, drop_order=2),
    Column("Before", right=True, drop_order=3),
    Column("This period", right=True),
    Column("Last 28 days", right=True, drop_order=1),
)


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """The section; nothing without a written substance."""
    units = known.units
    substance_measureses = [
        substance_measures
        for substance_measures in summary.clinical.substances
        if substance_measures.counted.written
    ]
    if not substance_measureses:
        return []
    rows = [row for one in substance_measureses for row in _rows(summary, one, units)]
    key = f"{RESTS} {BEFORE}" if any(row[2] for row in rows) else RESTS
    figures: list[Block] = [Table(COLUMNS, tuple(rows)), Text(key)] if rows else []
    ways = {trend.substance.key: trend.direction for trend in summary.trends.substances}
    said = (
        sentence(one, summary.before[one.substance.key].usual, ways.get(one.substance.key))
        for one in substance_measureses
    )
    return [Heading("What changed"), Text("\n".join(said)), *figures]


def data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """The measures of the first page, of the window and of its last days."""
    late = summary.lately
    return {
        "this_period": _headline(summary.clinical, known),
        "last_28_days": None if late is None else _headline(late, known),
    }


def sentence(one: SubstanceMeasures, usual: Comparison, within: Direction | None = None) -> str:
    """How often, and how that compares with the start and the days before.

    A period can lie above the past and still be on its way down. Where the direction within it is
    another way than what is said of it, that is said too, so that no two lines seem to disagree.
    """
    counted = one.counted
    name = own(one.substance.name)
    used = f"{name}: {used_word(one.substance)} on {counted.use_days} of"
    words = f"{used} {logged_words(counted.written)}"
    if one.substance.kind.medicine:
        return f"{words}."
    beside = joined(list(_beside(one)))
    ways = set(map(_way_of, _changes(one)[1])) if beside else {usual.way}
    beside = beside or _short(usual)
    return f"{words}. {beside}.{_within(within, ways)}" if beside else f"{words}. {FEW}"


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


def _beside(one: SubstanceMeasures) -> Iterator[str]:
    """How far the mean day lies from each baseline, or else the days used."""
    what, changes = _changes(one)
    for change in reversed(changes):
        words = change_words(change)
        if words:
            alike = "as" if words == "about the same" else "than"
            yield f"{f'{what}: ' if what else ''}{words} {alike} {BESIDE[change.against]}"
            what = ""


def _changes(one: SubstanceMeasures) -> tuple[str, Sequence[MeasureChange]]:
    """What is compared with each baseline: the mean day, or else the days used."""
    result, what = one.of("dpd"), "Per day"
    if result is None or not result.changes:
        result, what = one.of("pdd"), "Days used"
    return what, result.changes if result else ()


def _way_of(change: MeasureChange) -> Way | None:
    if not change.percent:
        return None
    return Way.LESS if change.percent > 0 else Way.MORE


def _within(direction: Direction | None, said: AbstractSet[Way | None]) -> str:
    """Which way it went within the period, where that is not the way that was said."""
    if direction is None or direction.way not in WAYS or said <= {direction.way, Way.SAME, None}:
        return ""
    what = "amount per day" if direction.scale is ComparedBy.AMOUNT else "number of days used"
    return f" Within this period the {what} went {WAYS[direction.way]}."


def _short(usual: Comparison) -> str:
    """How a window too short for percents went."""
    words = way_words(usual)
    if not words:
        return ""
    alike = "as" if usual.way is Way.SAME else "than"
    what = "Per day: " if usual.scale is ComparedBy.AMOUNT else ""
    return f"{what or words[0].upper()}{words if what else words[1:]} {alike} in the 4 weeks before"


def _rows(summary: Summary, one: SubstanceMeasures, units: Units) -> Iterator[tuple[str, ...]]:
    """A row for each figure: at the start, before, in the window, and at its end."""
    pasts = {past.baseline.against: past for past in summary.before[one.substance.key].pasts}
    late = _same(summary.lately, one)
    for result in filter(None, map(one.of, ROWS)):
        now = figure(result, one.unit, units)
        then = [
            _then(result, one, pasts.get(against), units)
            for against in (BaselineKind.START, BaselineKind.USUAL)
        ]
        if now and (one.counted.use_days or any(then) or result.id == "pdd"):
            name = f"{own(one.substance.name)}: {_label(result, one, summary, units)}"
            yield name, *then, f"{now} ({result.rests})", _late(late, result, units)


def _label(found: MeasureResult, one: SubstanceMeasures, summary: Summary, units: Units) -> str:
    many = units.shown(one.unit)[0].many
    match found.id:
        case "pdd":
            return f"days {used_word(one.substance)}"
        case "dpd":
            return f"{many} a day"
        case "ddd":
            return f"{many} on a day {used_word(one.substance)}"
        case "phdd":
            heavy = summary.scope.lines.heavy
            return f"days of {units.say(heavy, heavy, one.unit)} or more"
        case _:
            return "WHO level of the mean day"


def _then(found: MeasureResult, one: SubstanceMeasures, past: Past | None, units: Units) -> str:
    """The same figure of a baseline; a level is one of the changes."""
    if past is None:
        return ""
    rated = past.rates.get(found.id)
    value, rests = (rated.measured.value, rated.measured.rests) if rated else (None, 0)
    for change in found.changes:
        if change.against is past.baseline.against:
            value, rests = change.then, change.rests
    if value is None:
        return ""
    words = value_words(value, found.kind, one.unit, units)
    return f"{words} ({rests})" if past.baseline.days else f"{words} (my estimate)"


def _same(lately: MeasureReport | None, one: SubstanceMeasures) -> SubstanceMeasures | None:
    """The same substance at the end of the window, counted in the same unit."""
    found = lately.substances if lately else ()
    return next((late for late in found if (late[0], late.unit) == (one[0], one.unit)), None)


def _late(late: SubstanceMeasures | None, found: MeasureResult, units: Units) -> str:
    same = late.of(found.id) if late else None
    if late is None or same is None:
        return ""
    words = figure(same, late.unit, units)
    return f"{words} ({same.rests})" if words else ""
