"""One substance in sentences: the latest period, the running one, and the view as a whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from hrjournal.domain.entries.entry import MONTHS, day_name
from hrjournal.pages.amounts import days_words, logged_words, total_words
from hrjournal.report.periods import By
from hrjournal.report.trends.comparison import USUAL_DAYS, ComparedBy, Size, Way
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.measures import Measures
    from hrjournal.report.trends.comparison import Comparison
    from hrjournal.report.trends.substance import Trend

SIZES = {
    Size.LITTLE: "a little ",
    Size.SOME: "noticeably ",
    Size.LOT: "a lot ",
    Size.VERY: "far ",
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
        return f"{words} Nothing logged on the same days of the {by} before."
    words += f" The same days of the {by} before: {_brief(before, units)}."
    went = _per_day(trend.so_far)
    return f"{words} That is {went}." if went else words


def counted_words(substance: Substance, counted: Measures, when: str, units: Units) -> str:
    """What was logged of a span, in one sentence."""
    name = own(sanitize(substance.name))
    if not counted.written:
        return f"{name}: nothing logged in {when}."
    return f"{name}: {_brief(counted, units, f' in {when}')}."


def whole_words(trend: Trend) -> str:
    """The whole view in a line: the days logged, and the longest run."""
    whole, run = trend.whole, trend.whole.longest_run_without
    used = f"{used_word(trend.substance)} on {whole.use_days}"
    none = f", none on {whole.none_days}" if whole.none_days else ""
    words = f"In all: {whole.written} of {days_words(whole.days)} logged, {used}{none}."
    if not run.length:
        return words
    least = "at least " if run.at_least else ""
    return f"{words} Longest run without: {least}{days_words(run.length)}."


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
    logged = logged_words(counted.written)
    if not counted.use_days:
        return f"none{when}, on {logged}"
    days = f"on {counted.use_days} of {logged}"
    amount = total_words(counted, units)
    return f"{amount}{when}, {days}" if amount else f"used{when} {days}, amounts not known"


def _usual_words(comparison: Comparison) -> str:
    went = _per_day(comparison)
    if not went:
        return "Not enough days yet to compare it with the 4 weeks before."
    as_or_than = "as" if comparison.way is Way.SAME else "than"
    return f"That is {went} {as_or_than} in the 4 weeks before{_of_usual(comparison)}."


def _of_usual(comparison: Comparison) -> str:
    """How many of the 28 days a comparison looks at, where it is not all of them."""
    by_amount = comparison.scale is ComparedBy.AMOUNT
    days = comparison.before.told_days if by_amount else comparison.before.written
    if days == USUAL_DAYS:
        return ""
    known = by_amount and days < comparison.before.written
    return f" ({days} of {USUAL_DAYS} days {'with known amounts' if known else 'logged'})"


def _per_day(comparison: Comparison) -> str:
    """A comparison within a sentence: `a lot less per day`, `about as often`."""
    went = way_words(comparison)
    return f"{went} per day" if went and comparison.scale is ComparedBy.AMOUNT else went
