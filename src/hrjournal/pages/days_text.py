"""One substance in sentences: the latest period, the running one, and the way it went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from hrjournal.domain.entries.entry import MONTHS, day_name
from hrjournal.domain.win import Size
from hrjournal.pages.amounts import days_words, total_words
from hrjournal.report.periods import By
from hrjournal.report.trends.comparison import USUAL_DAYS, ComparedBy, Way
from hrjournal.report.trends.direction import ENOUGH_PERIODS
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.measures import Measures
    from hrjournal.report.trends.comparison import Comparison
    from hrjournal.report.trends.direction import Direction
    from hrjournal.report.trends.substance import Trend

SIZES = {
    Size.LITTLE: "a little ",
    Size.SOME: "somewhat ",
    Size.LOT: "a lot ",
    Size.VERY: "a lot ",
    Size.UNSAID: "",
}


def latest_words(trend: Trend, by: By, units: Units) -> str:
    """The latest whole period, and how it lies beside the usual."""
    if trend.latest is None:
        return ""
    now = trend.latest.now
    words = counted_words(trend.substance, now, span_words(now, by), units)
    return f"{words} {_usual_words(trend.latest)}" if now.written else words


def so_far_words(trend: Trend, by: By, units: Units) -> str:
    """The running period, and how it lies beside the same days of the one before."""
    if trend.so_far is None or not trend.so_far.now.written:
        return ""
    now, before = trend.so_far.now, trend.so_far.before
    words = f"This {by} so far: {_brief(now, units)}."
    if not before.written:
        return f"{words} Nothing is written for the same days of the {by} before."
    words += f" The same days of the {by} before: {_brief(before, units)}."
    went = way_words(trend.so_far)
    return f"{words} {_opened(trend.so_far)} {went}." if went else words


def counted_words(substance: Substance, counted: Measures, when: str, units: Units) -> str:
    """What is written of a span, in one sentence."""
    name = own(sanitize(substance.name))
    if not counted.written:
        return f"{name}: nothing is written for {when}."
    return f"{name}: {_brief(counted, units, f' in {when}')}."


def whole_words(trend: Trend) -> str:
    """The whole view in a line: what is written, and the longest run."""
    whole, run = trend.whole, trend.whole.longest_run_without
    used = f"{used_word(trend.substance)} on {whole.use_days}"
    none = f", none on {whole.none_days}" if whole.none_days else ""
    words = f"In all: {whole.written} of {days_words(whole.days)} written, {used}{none}."
    if not run.length:
        return words
    least = "at least " if run.at_least else ""
    return f"{words} Longest run without: {least}{days_words(run.length)}."


def direction_words(direction: Direction, unit: str, units: Units) -> str:
    """Which way the whole view went, if that can be said."""
    many = f"{direction.by}s"
    if direction.way is None:
        return f"Direction: not enough whole {many} yet ({direction.periods} of {ENOUGH_PERIODS})."
    if direction.way is Way.SAME or direction.slope is None:
        return f"No clear direction over {direction.periods} {many} with data."
    often = " often" if direction.scale is ComparedBy.DAYS else ""
    words = f"Over {direction.periods} {many} with data: {direction.way}{often}"
    if direction.scale is ComparedBy.DAYS:
        return f"{words}."
    step = round(abs(direction.slope.middle))
    size = units.say(step, step, unit) if step else ""
    if not size or size.startswith("under"):
        return f"{words}, in very small steps."
    return f"{words}, by about {size} a day from one {direction.by} to the next."


def way_words(comparison: Comparison) -> str:
    """A comparison in a few words: `a little less`, `about as often`; empty if not said."""
    if comparison.way is None:
        return ""
    often = comparison.scale is ComparedBy.DAYS
    if comparison.way is Way.SAME:
        return "about as often" if often else "about the same"
    return f"{SIZES[comparison.size]}{comparison.way}{' often' if often else ''}"


def used_word(substance: Substance) -> str:
    """What a day of it is called: a medicine is taken, not used."""
    return "taken" if substance.kind.medicine else "used"


def span_words(counted: Measures, by: By) -> str:
    """A whole period within a sentence."""
    first = date.fromordinal(counted.span.start)
    match by:
        case By.WEEK:
            return f"the week of {first.day} {MONTHS[first.month - 1]}"
        case By.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case By.DAY:
            return f"the {days_words(counted.days)} to {day_name(counted.span.end - 1)}"
        case _ as never:
            assert_never(never)


def _brief(counted: Measures, units: Units, when: str = "") -> str:
    written = days_words(counted.written)
    if not counted.use_days:
        return f"none{when}, on {written} written"
    days = f"on {counted.use_days} of {written} written"
    amount = total_words(counted, units)
    return f"{amount}{when}, {days}" if amount else f"used{when} {days}, amounts not known"


def _usual_words(comparison: Comparison) -> str:
    went = way_words(comparison)
    if not went:
        return "Not enough days yet to set it beside your usual."
    as_or_than = "as" if comparison.way is Way.SAME else "than"
    rests = comparison.before.written
    if comparison.scale is ComparedBy.AMOUNT:
        rests = comparison.before.told_days
    return (
        f"{_opened(comparison)} {went} {as_or_than} your usual, "
        f"which rests on {rests} of the {USUAL_DAYS} days before."
    )


def _opened(comparison: Comparison) -> str:
    return "Per written day that is" if comparison.scale is ComparedBy.AMOUNT else "That is"
