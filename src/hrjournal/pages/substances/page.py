"""What is tracked: how it is counted and called, when it was used, and servings of one's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.named import NamedTuple
from hrjournal.sanitize import joined_own, own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.substances.substance import OwnServing, Substance
    from hrjournal.domain.substances.units import Units

LATELY: Final = 28  # days of which the list tells on how many something was used


class TrackedSubstance(NamedTuple):
    """A substance with what holds for it, and how often it was used lately."""

    substance: Substance
    units: tuple[str, ...] = ()  # that its amounts are kept in, the commonest first
    used: int = 0  # of the last days, those of use
    logged: int = 0  # and those that say anything of it
    last: int | None = None  # the last day of use there is
    prescribed: bool = False
    day_total: bool = False
    aliases: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """What holds for it beside its name, in words."""
        denied = self.substance.kind.medicine and not self.prescribed
        marks = (
            ("hidden", self.substance.hidden),
            ("prescribed", self.prescribed),
            ("not prescribed", denied),
            ("day total", self.day_total),
        )
        return tuple(words for words, holds in marks if holds)


def page(
    rows: Sequence[TrackedSubstance], servings: Mapping[str, OwnServing], units: Units
) -> Page:
    """Everything that is tracked, in the order in which it came."""
    tracked = {one.substance.key: one.substance for one in rows}
    data = {
        "substances": [_data(one, units) for one in rows],
        "servings": [_serving_data(serving, tracked, units) for serving in servings.values()],
    }
    if not rows:
        blocks: list[Block] = [Text("You track nothing yet. To start: hrjournal log alcohol 2")]
    else:
        blocks = [_table(rows, units)]
    names = tuple((own(one.substance.name), joined_own(one.aliases)) for one in rows if one.aliases)
    if names:
        blocks += [Heading("Other names"), DefinitionList(names)]
    if servings:
        blocks += [Heading("Your servings"), _servings(servings.values(), tracked, units)]
    if rows:
        blocks.append(Note("To change something here: hrjournal substances --help", Tone.HINT))
    return Page("Substances", tuple(blocks), data)


def servings_page(
    servings: Mapping[str, OwnServing], tracked: Mapping[str, Substance], units: Units
) -> Page:
    """The servings that a person named."""
    if servings:
        blocks: tuple[Block, ...] = (_servings(servings.values(), tracked, units),)
    else:
        example = 'To name one: hrjournal substances serving "my can" 500ml 4.8%'
        blocks = (Text("You have named no serving yet."), Note(example, Tone.HINT))
    data = [_serving_data(serving, tracked, units) for serving in servings.values()]
    return Page("Your servings", blocks, {"servings": data})


def serving_words(serving: OwnServing, tracked: Mapping[str, Substance], units: Units) -> str:
    """How much a serving is: `500ml 4.8% of Alcohol (1.4 US standard drinks)`."""
    name = _of(serving, tracked)
    amount = units.say(serving.thousandths, serving.thousandths, serving.unit)
    return f"{own(serving.typed)} of {name} ({amount})"


def _of(serving: OwnServing, tracked: Mapping[str, Substance]) -> str:
    """What it is a serving of; what is not tracked yet goes by its key."""
    one = tracked.get(serving.substance)
    return own(one.name if one else serving.substance)


def _table(rows: Iterable[TrackedSubstance], units: Units) -> Table:
    columns = (
        Column("Name"),
        Column("Counted in", drop_order=1),
        Column(f"Used, last {LATELY} days"),
        Column("Also"),
    )
    return Table(columns, tuple(_row(one, units) for one in rows))


def _row(one: TrackedSubstance, units: Units) -> tuple[str, ...]:
    return (
        own(one.substance.name),
        ", ".join(_units(one, units)),
        _lately(one),
        ", ".join(one.marks),
    )


def _units(one: TrackedSubstance, units: Units) -> list[str]:
    return list(dict.fromkeys(units.shown(unit)[0].many for unit in one.units))


def _lately(one: TrackedSubstance) -> str:
    """On how many of the logged days it was used; the last day of use where that is longer ago."""
    days = [f"{one.used} of {one.logged} logged"] if one.logged else []
    if not one.used:
        days.append("not used yet" if one.last is None else f"last {day_name(one.last)}")
    return ", ".join(days)


def _servings(
    servings: Iterable[OwnServing], tracked: Mapping[str, Substance], units: Units
) -> DefinitionList:
    return DefinitionList(
        tuple((own(one.name), serving_words(one, tracked, units)) for one in servings)
    )


def _data(one: TrackedSubstance, units: Units) -> dict[str, Any]:
    return {
        "name": own(one.substance.name),
        "counted_in": _units(one, units),
        "used_of_last_28_days": one.used,
        "logged_of_last_28_days": one.logged,
        "last_used": None if one.last is None else date.fromordinal(one.last).isoformat(),
        "hidden": one.substance.hidden,
        "medicine": one.substance.kind.medicine,
        "prescribed": one.prescribed,
        "day_total": one.day_total,
        "aliases": [own(word) for word in one.aliases],
    }


def _serving_data(
    serving: OwnServing, tracked: Mapping[str, Substance], units: Units
) -> dict[str, Any]:
    return {
        "name": own(serving.name),
        "substance": _of(serving, tracked),
        "typed": own(serving.typed),
        "amount": units.say(serving.thousandths, serving.thousandths, serving.unit),
    }
