"""Short published screens: what they are, what the answers say, and what they said before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import (
    Block,
    Column,
    DefinitionList,
    Heading,
    ItemList,
    Note,
    Page,
    Table,
    Text,
    Tone,
)
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.knowledge.resources import EMERGENCY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.knowledge.resources import Resource
    from hrjournal.domain.knowledge.screens import Screen
    from hrjournal.domain.substances.units import Drink

WEEK: Final = 7
TENTH: Final = Decimal("0.1")
CHOICE: Final = (
    "It is yours to take or leave, and nothing is kept unless you say so. "
    "It is a screen, not a diagnosis."
)
BELOW: Final = (
    "That is below the number from which a talk is advised. "
    "If you would like to talk to someone anyway, that is reason enough."
)
COMPARED: Final = "These are numbers of one day each. Your own past is what they compare with."
IN_DANGER: Final = "When a life is in danger"
KEPT: Final = "Kept in your journal. Undo takes it back."


def menu_page(screens: Mapping[str, Screen]) -> Page:
    """Which screens there are."""
    rows = tuple((name, one.about) for name, one in screens.items())
    blocks = (
        DefinitionList(rows),
        Text(CHOICE),
        Text(f"To see one: hrjournal reflect screen {min(screens)}"),
    )
    data = {name: {"name": screen.name, "about": screen.about} for name, screen in screens.items()}
    return Page("Screens", blocks, {"screens": data})


def offer_page(
    screen: Screen, drink: Drink | None, last: int | None, today: int, *, asking: bool
) -> Page:
    """What a screen is; with its questions, unless they are asked one by one.

    `drink` is the person's standard drink, `last` the day on which they kept one.
    """
    blocks: list[Block] = [Text(screen.about), Text(CHOICE)]
    if last is not None and today - last < screen.weeks * WEEK:
        blocks.append(Text(_soon(screen, last)))
    blocks += _drink(screen, drink)
    if not asking:
        for number in range(len(screen.items)):
            blocks += question(screen, number)
        numbers = ",".join("N" for _ in screen.items)
        blocks.append(Text(f"To answer: hrjournal reflect screen {screen.id} --answers {numbers}"))
    blocks.append(Note(screen.credit, Tone.HINT))
    return Page(screen.name, tuple(blocks), _about(screen))


def question(screen: Screen, number: int) -> tuple[Block, ...]:
    """One of its questions, word for word, with the number of each answer."""
    item = screen.items[number]
    rows = tuple((str(score), option) for score, option in enumerate(item.options))
    words = f"{number + 1}. {item.text}"
    stem = (Text(screen.stem),) if screen.stem and number == 0 else ()
    return (*stem, Text(words), DefinitionList(rows))


def result_page(
    screen: Screen,
    answers: Sequence[int],
    past: Sequence[tuple[int, int]],
    lines: Iterable[Resource],
    *,
    kept: bool = False,
) -> Page:
    """What the answers say: people to turn to before any number, and no alarm.

    `past` are the days and scores that the person kept before, the oldest first.
    """
    score = screen.score(answers)
    reached = screen.reached(score)
    blocks: list[Block] = _support(screen, lines) if reached else []
    blocks += [Heading("The number"), Text(f"{score} of {screen.most}.")]
    blocks += (
        [ItemList(tuple(cutoff.words for cutoff in screen.cutoffs))] if reached else [Text(BELOW)]
    )
    if past:
        blocks.append(Text(_change(score, past)))
    blocks.append(Text("It is a screen, not a diagnosis."))
    if kept:
        blocks.append(Text(KEPT))
    data = _about(screen) | {
        "answers": list(answers),
        "score": score,
        "reached": reached,
        "past": [_past(day, number) for day, number in past],
        "kept": kept,
    }
    return Page(screen.name, tuple(blocks), data)


def kept_page(screens: Mapping[str, Screen], past: Sequence[tuple[str, int, int]]) -> Page:
    """The kept ones, the oldest first: which, the day and the score."""
    rows = tuple(
        (_name(screens, name), day_name(day), _of(screens, name, score))
        for name, day, score in past
    )
    if not rows:
        return Page("Screens", (Text("None is kept yet."),), {"kept": []})
    table = Table((Column("Screen"), Column("Day"), Column("Number")), rows)
    data = [{"screen": name, **_past(day, score)} for name, day, score in past]
    return Page("Screens", (table, Text(COMPARED)), {"kept": data})


def _about(screen: Screen) -> dict[str, Any]:
    return {
        "screen": screen.id,
        "name": screen.name,
        "about": screen.about,
        "stem": screen.stem or None,
        "items": [{"text": item.text, "options": list(item.options)} for item in screen.items],
        "most": screen.most,
        "credit": screen.credit,
    }


def _past(day: int, score: int) -> dict[str, Any]:
    return {"day": date.fromordinal(day).isoformat(), "score": score}


def _name(screens: Mapping[str, Screen], name: str) -> str:
    return screens[name].name if name in screens else name


def _of(screens: Mapping[str, Screen], name: str, score: int) -> str:
    return f"{score} of {screens[name].most}" if name in screens else str(score)


def _soon(screen: Screen, last: int) -> str:
    return (
        f"You kept one on {day_name(last)}. Two of them say more with {screen.weeks} weeks "
        "or longer in between. You can answer now all the same."
    )


def _drink(screen: Screen, drink: Drink | None) -> list[Block]:
    """How much a drink of its questions is, and the same in the person's own."""
    grams = screen.grams(drink.country if drink else "")
    if grams is None:
        return []
    words = f"A drink in these questions holds {_plain(grams)} g of pure alcohol."
    if drink is not None:
        many = (grams / drink.grams).quantize(TENTH)
        words += (
            f" That is one {drink.one}."
            if many == 1
            else f" That is about {_plain(many)} {drink.many}."
        )
    return [Text(words)]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _support(screen: Screen, lines: Iterable[Resource]) -> list[Block]:
    resources = sorted(
        (resource for resource in lines if resource.ways), key=lambda one: one.kind == EMERGENCY
    )
    reach = tuple(
        f"{IN_DANGER if one.kind == EMERGENCY else one.name}: {'. '.join(one.ways)}."
        for one in resources
    )
    blocks: list[Block] = [Heading("First, this"), *map(Text, screen.support)]
    if reach:
        blocks.append(ItemList(reach))
    return [*blocks, Text(f"More places to turn to: hrjournal resources --need {screen.need}")]


def _change(score: int, past: Sequence[tuple[int, int]]) -> str:
    """The number beside the person's own earlier ones, and nobody else's."""
    day, last = past[-1]
    step = abs(score - last)
    words = "the same" if not step else f"{step} {'lower' if score < last else 'higher'}"
    said = f"Last time, on {day_name(day)}, it was {last}: this is {words}."
    if len(past) == 1:
        return said
    scores = [number for _, number in past]
    return f"{said} Your earlier ones went from {min(scores)} to {max(scores)}."
