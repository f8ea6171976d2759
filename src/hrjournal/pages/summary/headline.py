"""The headline: what changed, as counts, beside the start and what was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, Heading, Table, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.pages.amounts import days_words, joined, logged_words, mean_figure, span_figure
from hrjournal.pages.days_text import used_word
from hrjournal.report.baseline import FEWEST_NOW
from hrjournal.report.clinical.rates import estimated, rates
from hrjournal.report.clinical.results import Interval
from hrjournal.report.summary.headline import LATELY, HeadlineSpan, changes
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.measures import Measures
    from hrjournal.report.summary import Summary
    from hrjournal.report.summary.headline import HeadlineChange, SubstanceHeadline

HEADS: Final = {
    HeadlineSpan.START: "At my start",
    HeadlineSpan.BEFORE: "28 days before",
    HeadlineSpan.PERIOD: "These days",
    HeadlineSpan.LATELY: "Last 28 logged",
}
OLDER: Final = {  # what a narrow screen shows last, or not at all
    HeadlineSpan.START: 3,
    HeadlineSpan.BEFORE: 2,
    HeadlineSpan.PERIOD: 1,
    HeadlineSpan.LATELY: 0,
}
THAN: Final = {
    HeadlineSpan.START: "than at my start",
    HeadlineSpan.BEFORE: "than in the 28 days before",
}
ALIKE: Final = 10  # percent below which nothing is made of a difference
INSIDE: Final = "At my start: the first 28 days that I logged."


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """A sentence for each substance, and a table of counts; medicines by the days taken."""
    most = known.room.substances
    used = [one for one in summary.headlines if not one.substance.kind.medicine]
    medicines = [one for one in summary.headlines if one.substance.kind.medicine]
    said = [sentence(one) for one in used] + [_taken(one, summary) for one in medicines]
    if not said:
        return []
    spans = [span for span in HeadlineSpan if any(span in one.columns for one in used)]
    rows = [row for one in used[:most] for row in _rows(one, spans, summary, known.units)]
    heads = (
        Column(""),
        *(Column(HEADS[span], right=True, drop_order=OLDER[span]) for span in spans),
    )
    table: list[Block] = [Table(heads, tuple(rows))] if rows else []
    starts = [one.counted(HeadlineSpan.START) for one in used if one.start_inside]
    if any(counted and counted.written == LATELY for counted in starts):
        table.append(Text(INSIDE))
    return [Heading("What changed"), Text("\n".join(said)), *table]


def sentence(one: SubstanceHeadline) -> str:
    """How often, and how that compares: counts first, a percent only where they carry one."""
    counted = one.period
    told = f"{own(one.substance.name)}: {used_word(one.substance)} on {counted.use_days} of"
    found = [change for change in changes(one) if change.percent is not None]
    compared = [
        f"{_what(change) if change.amount != before else ''}{_compared(change)}"
        for change, before in zip(found, [None, *(one.amount for one in found)], strict=False)
    ]
    said = f" {joined(compared)}." if compared else ""
    return f"{told} {logged_words(counted.written)}.{said}"


def _what(change: HeadlineChange) -> str:
    late = " in the last 28 logged days" if change.now is HeadlineSpan.LATELY else ""
    return f"{'Per day' if change.amount else 'Days used'}{late}: "


def _compared(change: HeadlineChange) -> str:
    percent = change.percent or 0
    if abs(percent) < ALIKE:
        return f"about the same as {THAN[change.then].removeprefix('than ')}"
    return f"{abs(percent)}% {'less' if percent > 0 else 'more'} {THAN[change.then]}"


def _taken(one: SubstanceHeadline, summary: Summary) -> str:
    """A medicine: on how many days it was taken, and since when."""
    counted = one.period
    name = own(one.substance.name)
    if not counted.use_days or one.taken_since is None:
        return f"{name}: taken on none of {logged_words(counted.written)}."
    first = max(one.taken_since, summary.scope.window.start)
    since = summary.scope.window.end - first
    return (
        f"{name}: taken on {days_words(counted.use_days)} that I logged, "
        f"of {days_words(since)} since {day_name(first)}."
    )


def _rows(
    one: SubstanceHeadline, spans: Sequence[HeadlineSpan], summary: Summary, units: Units
) -> Iterator[tuple[str, ...]]:
    name = f"{own(one.substance.name)}"
    many = units.many(one.unit)
    amounts = bool(one.period.known.high) or any(
        found.known.high for span in spans if (found := one.counted(span))
    )
    yield (f"{name}: days {used_word(one.substance)}", *(_used(one, span) for span in spans))
    if not amounts:
        return
    yield f"{name}: {many} a day", *(_per_day(one, span, units) for span in spans)
    yield f"{name}: largest day", *(_largest(one, span, units) for span in spans)
    if one.period.heavy_days is not None:
        heavy = summary.scope.lines.heavy
        line = units.say(heavy, heavy, one.unit)
        yield f"{name}: days of {line} or more", *(_heavy(one, span) for span in spans)


def _used(one: SubstanceHeadline, span: HeadlineSpan) -> str:
    column = one.columns.get(span)
    if column is None:
        return ""
    if column.counted is None:
        return _estimated(column.estimate)
    return (
        f"{column.counted.use_days} of {column.counted.written}" if column.counted.written else ""
    )


def _estimated(estimate: BaselinePin | None) -> str:
    if estimate is None or estimate.use_days is None:
        return ""
    return f"{estimate.use_days} a week (my estimate)"


def _per_day(one: SubstanceHeadline, span: HeadlineSpan, units: Units) -> str:
    """The mean of a logged day; never over a use whose amount is not known."""
    column = one.columns.get(span)
    if column and column.estimate:
        mean = estimated(column.estimate, one.unit).get("dpd")
        return _mean(mean.measured.value, one, units) if mean else ""
    counted = one.counted(span)
    if counted is None or counted.written < FEWEST_NOW:
        return ""
    if counted.known_days < counted.use_days:
        return _unknown(counted)
    return _mean(rates(counted)["dpd"].measured.value, one, units)


def _mean(value: object, one: SubstanceHeadline, units: Units) -> str:
    return (
        mean_figure(value.low, value.high, one.unit, units) if isinstance(value, Interval) else ""
    )


def _unknown(counted: Measures) -> str:
    """On how many days the amount is not known, or is in a unit that does not convert."""
    what = "not known" if counted.unknown_days else "another unit"
    return f"{what} on {days_words(counted.use_days - counted.known_days)}"


def _largest(one: SubstanceHeadline, span: HeadlineSpan, units: Units) -> str:
    counted = one.counted(span)
    if counted is None or not counted.written:
        return ""
    largest = one.columns[span].largest
    if largest is None:
        return "" if counted.use_days else "0"
    words = span_figure(*largest, one.unit, units)
    return f"at least {words}" if counted.known_days < counted.use_days else words


def _heavy(one: SubstanceHeadline, span: HeadlineSpan) -> str:
    counted = one.counted(span)
    if counted is None or not counted.written:
        return ""
    least = one.columns[span].heavy or 0
    most = (counted.heavy_days or 0) + counted.maybe_heavy_days
    return f"{least}{f' to {most}' if most > least else ''} of {counted.written}"
