"""What a summary holds and what it leaves out, to be read before it leaves the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, Facts, Heading, Page, Table, Text
from hrjournal.domain.keepsake import Kept
from hrjournal.domain.summary.options import ABOUT, Part
from hrjournal.pages.amounts import joined
from hrjournal.pages.summary.context import chosen_wins
from hrjournal.pages.summary.lookups import span_words
from hrjournal.pages.summary.own_words import kept, past_screens, still_open
from hrjournal.sanitize import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.report.summary import Summary

OPEN: Final = "The file is not encrypted: whoever has it can read it."
OWN_WORDS: Final = frozenset(
    {Part.TALK, Part.REASONS, Part.ROOTS, Part.EVENTS, Part.NOTES, Part.LETTER}
)
CAREFUL: Final = "Words of your own can name more than you think. Please read them through first."


def page(summary: Summary, starts: int, without: Sequence[str] = ()) -> Page:
    """Each part that is in, with how much it holds; and what is left out, substances too."""
    counts = amounts(summary, starts)
    inside = [part for part in Part if part in summary.parts]
    left = [part for part in Part if part not in summary.parts]
    rows = tuple((part.value, ABOUT[part], _count(*counts[part])) for part in inside)
    columns = (Column("In it"), Column("What it is", spare=1), Column("How much", right=True))
    names = " ".join(filter(None, (_names(summary), _without(without))))
    blocks: list[Block] = [
        Text(f"{span_words(summary.scope.window)}. {names}"),
        Table(columns, rows),
    ]
    if left:
        facts = Facts(tuple((part.value, ABOUT[part]) for part in left))
        blocks += [Heading("Left out"), facts]
    blocks.append(Text(f"Nothing was written. {OPEN}"))
    blocks += [Text(CAREFUL)] if _own_words(summary, starts) else []
    data = {
        "in": {part.value: counts[part][0] for part in inside},
        "left_out": [part.value for part in left],
        "without": list(without),
        "aliased": summary.scope.hidden,
    }
    return Page("What the summary holds", tuple(blocks), data)


def line(summary: Summary, starts: int, without: Sequence[str] = ()) -> str:
    """The same in a line."""
    counts = amounts(summary, starts)
    inside = [part for part in Part if part in summary.parts and counts[part][0]]
    left = [part for part in Part if part not in summary.parts]
    days = span_words(summary.scope.window)
    said = f"In it: {days}; {joined(inside) or 'no part with anything in it'}."
    said += f" Left out: {joined(left)}." if left else ""
    said += f" {_without(without)}" if without else ""
    said += f" {CAREFUL}" if _own_words(summary, starts) else ""
    return f"{said} {OPEN}"


def days_line(summary: Summary, without: Sequence[str] = ()) -> str:
    """A calendar of days in a line."""
    said = (
        f"In it: every day, {span_words(summary.scope.window)}, and nothing else.",
        _names(summary),
        _without(without),
        OPEN,
    )
    return " ".join(filter(None, said))


def amounts(summary: Summary, starts: int) -> Mapping[Part, tuple[int, str]]:
    """How much each part holds: a number, and of what."""
    substances = sum(bool(one.counted.written) for one in summary.clinical.substances)
    written = summary.clinical.written
    told = {one.id: one.rests for one in summary.beside}
    return {
        Part.COVERAGE: (written, "written day"),
        Part.SAFETY: (len(summary.held.safety), "line"),
        Part.TALK: (len(still_open(summary)), "point"),
        Part.CHANGES: (substances, "substance"),
        Part.CHARTS: (substances, "substance"),
        Part.MOOD: (max((mean.days for mean in summary.feelings.values()), default=0), "day"),
        Part.WINS: (len(chosen_wins(summary)), "small win"),
        Part.STEPS: (max((share.any_days for share in summary.trends.steps), default=0), "day"),
        Part.TRIGGERS: (told.get("triggers", 0), "day"),
        Part.HELPED: (told.get("strategies", 0), "day"),
        Part.RULERS: (len(kept(summary, Kept.RULER)), "answer"),
        Part.REASONS: (len(kept(summary, Kept.REASON)), "reason"),
        Part.SCREENS: (len(past_screens(summary, starts)), "screen"),
        Part.PEOPLE: (summary.people.among, "record"),
        Part.ROUTES: (summary.routes.among, "record"),
        Part.MONEY: (told.get("spend", 0), "day"),
        Part.PLACES: (sum(map(bool, summary.held.naloxone)), "line"),
        Part.ROOTS: (len(kept(summary, Kept.ROOT)), "word"),
        Part.EVENTS: (len(summary.events), "day"),
        Part.NOTES: (len(summary.notes), "note"),
        Part.LETTER: (len(kept(summary, Kept.LETTER)[-1:]), "letter"),
        Part.CALENDAR: (written and summary.calendar.view.length, "day"),
        Part.MEASURES: (substances, "substance"),
        Part.DEFINITIONS: (substances, "substance"),
    }


def _names(summary: Summary) -> str:
    names = [harmless(one.substance.name) for one in summary.clinical.substances]
    return f"Substances: {joined(names)}." if names else "No substance is in it."


def _without(names: Sequence[str]) -> str:
    """The substances that are left out; for the person alone, never in a file."""
    return f"Nothing in it of: {joined(list(map(harmless, names)))}." if names else ""


def _own_words(summary: Summary, starts: int) -> bool:
    counts = amounts(summary, starts)
    return any(counts[part][0] for part in summary.parts & OWN_WORDS)


def _count(number: int, what: str) -> str:
    if not number:
        return "nothing yet"
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
