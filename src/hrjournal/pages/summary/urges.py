"""Urges and situations: how urges ended, what came together with use, and all that was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Table, Text
from hrjournal.domain.entries.entry import Outcome, day_name
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import joined
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.summary import Summary
    from hrjournal.report.summary.urges import UrgeOutcomes

ENDS: Final = {
    Outcome.RODE_OUT: "passed without use",
    Outcome.DELAYED: "used later than I would have",
    Outcome.LESS: "used less",
    Outcome.USED: "used",
}
TRIGGER_HEADS: Final = (
    Column("Together with"),
    Column("Days of use", right=True, drop_order=1),
    Column("Heavy days", right=True, drop_order=1),
    Column("Urges", right=True, drop_order=1),
    Column("Passed", right=True, drop_order=1),
)
WAY_HEADS: Final = (
    Column("What I tried"),
    Column("Urges", right=True, drop_order=1),
    Column("Passed", right=True, drop_order=1),
    Column("Later", right=True, drop_order=1),
    Column("Less", right=True, drop_order=1),
    Column("Used", right=True, drop_order=1),
    Column("Not written", right=True, drop_order=1),
)


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """The parts of it that are in."""
    counted, parts = summary.urges, summary.parts
    found: list[Block] = []
    if Section.URGES in parts and counted.outcomes.urges:
        found.append(Text(f"{ended_words(counted.outcomes)}."))
    if Section.TRIGGERS in parts and counted.triggers:
        passed = Section.URGES in parts
        heavy = any(one.heavy_days for one in counted.triggers)
        rows = tuple(
            (
                _plain(one.word),
                f"{one.use_days}",
                f"{one.heavy_days}" if heavy and one.use_days else "",
                f"{one.urges}",
                f"{one.passed}" if one.urges and passed else "",
            )
            for one in counted.triggers[: known.room.triggers]
        )
        found.append(Table(TRIGGER_HEADS, rows))
    if Section.HELPED in parts and counted.ways:
        tried = tuple(
            (_plain(one.word), f"{one.outcomes.urges}", *_counts(one.outcomes))
            for one in counted.ways[: known.room.ways]
        )
        found.append(Table(WAY_HEADS, tried))
    found += _episodes(summary, known)
    return [Heading("Urges and situations"), *found] if found else []


def ended_words(found: UrgeOutcomes) -> str:
    """`12 urges: 9 passed without use, 2 used; of 1 the end is not written`."""
    said = [f"{number} {words}" for end, words in ENDS.items() if (number := found.ended.get(end))]
    urges = "1 urge" if found.urges == 1 else f"{found.urges} urges"
    unsaid = f"{found.unsaid} with no end written" if found.unsaid else ""
    return f"{urges}: {joined([*said, *filter(None, [unsaid])])}"


def _counts(found: UrgeOutcomes) -> tuple[str, ...]:
    ended = (f"{found.ended.get(end, 0)}" for end in ENDS)
    return (*ended, f"{found.unsaid}")


def _episodes(summary: Summary, known: Lookups) -> list[Block]:
    """The one or two largest days of which it is written what came before, or what it gave."""
    if Section.NOTES not in summary.parts:
        return []
    rows = []
    for day in _largest_days(summary)[: known.room.episodes]:
        told = {
            one.about: own(" ".join(one.text.split())) for one in summary.notes if one.day == day
        }
        said = [
            f"{name} {_ended_sentence(told[about])}"
            for about, name in (("note", "Note:"), ("gave", "It gave me:"), ("after", "After it:"))
            if about in told
        ]
        rows.append((f"{day_name(day)}{_amount(summary, day, known)}", " ".join(said)))
    return [DefinitionList(tuple(rows))] if rows else []


def _ended_sentence(words: str) -> str:
    return words if words[-1] in ".!?…" or not words[-1].isalnum() else f"{words}."


def _amount(summary: Summary, day: int, known: Lookups) -> str:
    """What was used on a day, as far as it is known."""
    history = summary.held.history
    used = [use for key in history.uses if (use := history.of(key).get(day)) and use.high]
    said = [known.units.say(use.low, use.high, use.unit) for use in used]
    return f", {joined(said)}" if said else ""


def _largest_days(summary: Summary) -> list[int]:
    """The days of which `gave` or `after` is written, those of the most use first."""
    told = {one.day for one in summary.notes if one.about != "note"}
    history = summary.held.history
    amounts = {
        day: max(
            (one.low + one.high for key in history.uses if (one := history.of(key).get(day))),
            default=0,
        )
        for day in told
    }
    return sorted((day for day in told if amounts[day]), key=lambda day: (-amounts[day], day))


def outcomes_data(found: UrgeOutcomes) -> dict[str, Any]:
    """How many urges, how each ended, and of how many the end is not written."""
    ended: Mapping[Outcome, int] = found.ended
    return {
        "urges": found.urges,
        **{end.value.replace("-", "_"): ended.get(end, 0) for end in ENDS},
        "not_written": found.unsaid,
    }


def triggers_data(summary: Summary, _known: Lookups) -> list[dict[str, Any]]:
    """Each trigger with its days of use, heavy days, urges, and urges that passed."""
    away = set() if Section.URGES in summary.parts else {"passed"}
    told = [one._asdict() | {"word": own(one.word)} for one in summary.urges.triggers]
    return [{name: one[name] for name in one if name not in away} for one in told]


def ways_data(summary: Summary, _known: Lookups) -> list[dict[str, Any]]:
    """Each way tried with all its outcomes."""
    return [{"word": own(one.word), **outcomes_data(one.outcomes)} for one in summary.urges.ways]


def _plain(word: str) -> str:
    return f"{own(word.replace('-', ' '))}"
