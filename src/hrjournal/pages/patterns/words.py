"""What goes together, as sentences: always with both sides, and never with a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Outcome, day_name
from hrjournal.pages.amounts import days_words
from hrjournal.report.patterns.questions import Topic
from hrjournal.report.patterns.view import FEWEST_SEEN
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.report.patterns.view import Pattern, Patterns, Sides

HOURS: Final = {
    "night": "at night",
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
}
ENDS: Final = {
    Outcome.RODE_OUT: "Passed",
    Outcome.DELAYED: "Used later",
    Outcome.LESS: "Used less",
    Outcome.USED: "Used",
}
QUESTIONS: Final = {
    Topic.TRIGGER: "What is a day with {word} like for you?",
    Topic.NEXT_DAY: "What do you notice about yourself on the day after?",
    Topic.COPING: "What is it like for you when you turn to {word}?",
    Topic.HOUR: "What are your urges like {word}?",
}
PASSED: Final = "When an urge passed, what was going on around you?"
TALK: Final = "Which day with {word} would you like to talk through?"
AHEAD: Final = "What would you like to find out about your days?"
ALONG: Final = (
    "Your words stand mostly beside use, so Heavier compares days of use. To see more, note a "
    "word on other days too: hrjournal checkin --trigger stress"
)


def name_of(found: Patterns) -> str:
    """The substance as the person calls it."""
    return own(sanitize(found.substance.name)) if found.substance else ""


def shown_word(pattern: Pattern) -> str:
    """The word of a pattern as it stands in a sentence."""
    if pattern.question.topic is Topic.HOUR:
        return HOURS[pattern.word]
    return own(pattern.word.replace("-", " "))


def days_line(found: Patterns) -> str:
    """Which days, and how many of them are logged."""
    name = name_of(found)
    first, last = day_name(found.days.start), day_name(found.days.end - 1)
    said = f"{first} to {last}" if found.days.length > 1 else first
    if not found.substance:
        return f"{said}. No use is logged, so this looks at urges alone."
    return f"{name}, {said}: logged on {found.logged} of {days_words(found.days.length)}."


def standing_heading(found: Patterns) -> str:
    """As of when something stands out, or nothing does."""
    if not found.tested.length:
        return "Stands out"
    return f"Stands out, on your days up to {day_name(found.tested.end - 1)}"


def standing_line(found: Patterns) -> str:
    """What is said where nothing stands out."""
    next_look = f"The next look is on {day_name(found.next_look)}."
    if not any(one.link for one in found.patterns):
        return (
            "Not enough to tell yet: it takes 28 logged days, with 8 or more on each side. "
            f"{next_look}"
        )
    return f"Nothing stands out so far. For most people nothing does, and that is fine. {next_look}"


def claim_words(found: Patterns, pattern: Pattern) -> str:
    """What stands out, with its counts up to the last look."""
    link = pattern.link
    says = pattern.question.says[0 if link and link.r > 0 else 1]
    said = says.format(word=shown_word(pattern), name=name_of(found))
    counts = sides_words(found, pattern, pattern.tested_sides) if pattern.tested_sides else ""
    return f"{said}: {counts[:1].lower()}{counts[1:]}." if said else f"{counts}."


def sides_words(found: Patterns, pattern: Pattern, sides: Sides) -> str:
    """`Heavier on 6 of 9 days with argument, 11 of 31 other days`, or what it takes to say that."""
    counted, leads = pattern.question.counted
    if not sides.seen:
        return _needed(found, pattern, sides)
    with_it, other = (side_words(found, pattern, side, 2) for side in (0, 1))
    return (
        f"{counted}{leads} {sides.hits} of {sides.among} {with_it}, "
        f"{sides.other_hits} of {sides.other_among} {other}"
    )


def cell(sides: Sides | None, unit: str) -> str:
    """Both sides in a table: `6 of 9, 11 of 31`, or `3 more days`."""
    if sides is None:
        return ""
    if sides.seen:
        return f"{sides.hits} of {sides.among}, {sides.other_hits} of {sides.other_among}"
    more, other = sides.needed
    return f"{more} more {_unit(unit, more)}" if more else f"{other} more other"


def missing(sides: Sides) -> str:
    """`3 more such days`: what it takes to compare a word."""
    more, other = sides.needed
    if more:
        return f"{more} more such {_unit('day', more)}"
    return f"{other} more other {_unit('day', other)}"


def unit_of(pattern: Pattern) -> str:
    """What its sides count: days, or urges."""
    return "urge" if pattern.question.topic in {Topic.COPING, Topic.HOUR} else "day"


def counts_words(names: Mapping[str, tuple[int, int]]) -> str:
    """`Mon 3 of 12, Tue 4 of 11`."""
    return ", ".join(f"{name} {part} of {whole}" for name, (part, whole) in names.items())


def question_words(found: Patterns) -> str:
    """One open question, by what is there: what stands out, what passed, what was seen."""
    if found.standing:
        first = found.standing[0]
        return QUESTIONS[first.question.topic].format(word=shown_word(first))
    if any(way.ended.get(Outcome.RODE_OUT) and way.urges >= FEWEST_SEEN for way in found.tried):
        return PASSED
    counted = [one for one in (*found.patterns, *found.use_days) if one.sides and one.sides.seen]
    triggers = [one for one in counted if one.question.topic is Topic.TRIGGER]
    return TALK.format(word=shown_word(triggers[0])) if triggers else AHEAD


def side_words(found: Patterns, pattern: Pattern, side: int, count: int) -> str:
    """`days with argument`, `other days`."""
    return pattern.question.sides[side].format(
        days=_unit("day", count),
        urges=_unit("urge", count),
        word=shown_word(pattern),
        name=name_of(found),
    )


def _needed(found: Patterns, pattern: Pattern, sides: Sides) -> str:
    """`Heavier on days with argument: 3 more such days and it can be compared`."""
    counted, leads = pattern.question.counted
    about = f"{counted}{leads.replace(':', ',')} {side_words(found, pattern, 0, 2)}"
    more, other = sides.needed
    count = more or other
    missed = (
        f"such {_unit(unit_of(pattern), count)}" if more else side_words(found, pattern, 1, count)
    )
    noted = ", with a check-in the day after," if pattern.question.topic is Topic.NEXT_DAY else ""
    return f"{about}: {count} more {missed}{noted} and it can be compared"


def _unit(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
