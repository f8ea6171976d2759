"""Ten lines at most, to paste into a record: the summary as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Page, Text
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import days_words, joined, mean_figure, span_figure, tenths
from hrjournal.pages.days_text import used_word
from hrjournal.pages.summary import SCALE, SECTION_PAGES, own_words, safety, urges
from hrjournal.pages.summary.lookups import span_words
from hrjournal.report.baseline import FEWEST_NOW
from hrjournal.report.mood import Feeling
from hrjournal.report.summary.headline import HeadlineSpan
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.measures import Measures
    from hrjournal.report.summary import Summary
    from hrjournal.report.summary.headline import SubstanceHeadline

LINES: Final = 10
SUBSTANCES: Final = 3
SELF: Final = "Self-report from a journal; days not logged are in no figure."


def page(summary: Summary, known: Lookups) -> Page:
    """The lines, the first of them saying what it is and the last how it is counted."""
    lines = [_opening(summary), *_lines(summary, known)]
    return Page("", tuple(map(Text, [*lines[: LINES - 1], SELF])))


def _opening(summary: Summary) -> str:
    days = summary.scope.window
    told = f", {summary.clinical.written} of {days_words(days.length)} logged"
    logged = told if Section.COVERAGE in summary.parts else ""
    return f"{span_words(days)}{logged}.{f' {SCALE}' if summary.scope.hidden else ''}"


def _lines(summary: Summary, known: Lookups) -> Iterator[str]:
    """A line for each substance, for safety, urges and how it was, and for own words."""
    words: dict[Section, Callable[[], list[str]]] = {
        Section.CHANGES: lambda: list(_substances(summary, known.units)),
        Section.SAFETY: lambda: [
            f"Safety: {' '.join(safety.sentences(summary)) or safety.calm_words(summary)}"
        ],
        Section.URGES: lambda: [_urges(summary)],
        Section.MOOD: lambda: [] if _told_of_urges(summary) else [f"{_feelings(summary)}."],
        Section.AGREED: lambda: [
            _own("Agreed last time", own_words.kept(summary, KeepsakeType.AGREED))
        ],
        Section.TALK: lambda: [_own("To talk about", own_words.still_open(summary))],
    }
    counts = {part: SECTION_PAGES[part].count(summary) for part in words}
    for part, said in words.items():
        if part in summary.parts and counts[part]:
            yield from said()


def _substances(summary: Summary, units: Units) -> Iterator[str]:
    """A line for each of the main ones; the others in one line, by their days."""
    main = [one for one in summary.headlines if not one.substance.kind.medicine][:SUBSTANCES]
    yield from (_substance(one, units) for one in main)
    further = [_days(one) for one in summary.headlines if one not in main]
    if further:
        yield f"Also: {joined(further)}."


def _days(one: SubstanceHeadline) -> str:
    name, counted = own(one.substance.name), one.period
    if one.substance.kind.medicine:
        return f"{name} taken on {days_words(counted.use_days)}"
    return f"{name} on {counted.use_days} of {counted.written} days"


def _told_of_urges(summary: Summary) -> bool:
    return Section.URGES in summary.parts and bool(summary.urges.outcomes.urges)


def _urges(summary: Summary) -> str:
    """How urges ended, and in the same line how the person was."""
    felt = f" {_feelings(summary)}." if Section.MOOD in summary.parts and summary.feelings else ""
    return f"{urges.ended_words(summary.urges.outcomes)}.{felt}"


def _own(name: str, some: Sequence[Keepsake]) -> str:
    return f"{name}: {' / '.join(own_words.one_line(one.text) for one in some)}"


def _substance(one: SubstanceHeadline, units: Units) -> str:
    counted = one.period
    name, used = own(one.substance.name), used_word(one.substance)
    told = f"{name}: {used} on {counted.use_days} of {counted.written} logged days"
    said = [f"{told}{_amounts(counted, one.unit, units)}"]
    start = one.counted(HeadlineSpan.START)
    if start and start.written:
        began = f"at my start {start.use_days} of {start.written}"
        said.append(f"{began}{_amounts(start, one.unit, units)}")
    return f"{'; '.join(said)}."


def _amounts(counted: Measures, unit: str, units: Units) -> str:
    """The mean of a logged day and the largest one, where every amount is known."""
    if counted.known_days < counted.use_days or not counted.known.high:
        return ""
    mean = counted.per_told_day if counted.written >= FEWEST_NOW else None
    many = units.many(unit)
    said = [f"{mean_figure(mean, mean, unit, units)} {many} a day"] if mean else []
    if counted.largest:
        ends = (counted.largest.low, counted.largest.high, unit)
        most = span_figure(*ends, units) if mean else units.say(*ends)
        said.append(f"at most {most}")
    return f", {joined(said)}" if said else ""


def _feelings(summary: Summary) -> str:
    found = summary.feelings
    said = [
        f"{name} {tenths(found[kind].value)} of 10 ({days_words(found[kind].days)})"
        for kind, name in ((Feeling.MOOD, "mood"), (Feeling.URGE, "urges"))
        if kind in found
    ]
    if sleep := found.get(Feeling.SLEEP):
        said.append(f"sleep {tenths(sleep.value / 60)} h ({days_words(sleep.days)})")
    return f"On average: {joined(said)}" if said else ""
