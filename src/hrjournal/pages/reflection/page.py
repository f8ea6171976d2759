"""Thinking about it: what there is, what was kept, and how it is shown back."""

from __future__ import annotations

from datetime import UTC, date, datetime
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
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import (
    ANSWER,
    EXERCISES,
    QUESTION,
    THEN,
    WHY,
    Exercise,
    RulerScale,
    about,
    courses,
    few,
)
from hrjournal.pages.entries.confirmation import dated_words
from hrjournal.sanitize import own, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.reflection.reflection import Guide, Ruler

SHORT: Final = 60
LETTER_LINES: Final = 3
LETTER_LENGTH: Final = 240
COLUMNS: Final = (
    Column("No", right=True),
    Column("Day", drop_order=1),
    Column("What", drop_order=2),
    Column("Words"),
)
FREE: Final = (
    "Each takes a minute or so. Every question can be left out, and what you keep is for you alone."
)
SAID: Final = {
    KeepsakeType.BALANCE: "Two sides",
    KeepsakeType.REASON: "A reason of your own",
    KeepsakeType.LETTER: "A letter to yourself",
    KeepsakeType.ANSWER: "Your answer",
}


def exercises_page(guide: Guide, kept: Mapping[Exercise, int]) -> Page:
    """What there is, and how much was kept of each."""
    rows = tuple(
        (f"hrjournal reflect {exercise}", named.about + _kept_words(kept.get(exercise, 0)))
        for exercise, named in guide.exercises.items()
    )
    hint = "To read what you kept: hrjournal reflect list"
    blocks: tuple[Block, ...] = (Text(FREE), DefinitionList(rows))
    data = [
        {"name": exercise.value, "about": named.about, "kept": kept.get(exercise, 0)}
        for exercise, named in guide.exercises.items()
    ]
    if any(kept.values()):
        blocks += (Note(hint, Tone.HINT),)
    return Page("Reflect", blocks, {"exercises": data})


def question_page(question: str) -> Page:
    """An open question, for a person who cannot be asked here."""
    hint = "To answer: hrjournal reflect question --answer -"
    return Page("A question", (Text(question), Note(hint, Tone.HINT)), {"question": question})


def list_page(kept: Sequence[Keepsake], guide: Guide, starts: int) -> Page:
    """Everything kept, the newest first."""
    newest = list(reversed(kept))
    rows = tuple(
        (
            f"{keepsake.id}",
            day_name(keepsake.moment.day(starts)),
            guide.exercises[EXERCISES[keepsake.type]].name,
            _one_line(_line(keepsake, guide)),
        )
        for keepsake in newest
    )
    blocks: tuple[Block, ...] = (Text("Nothing is kept here yet. To begin: hrjournal reflect"),)
    if rows:
        hint = "To read one whole: hrjournal reflect show N"
        blocks = (Table(COLUMNS, rows), Note(hint, Tone.HINT))
    return Page("Kept", blocks, {"kept": [kept_data(one, starts) for one in newest]})


def show_page(one: Keepsake, guide: Guide, starts: int) -> Page:
    """One of them, whole."""
    facts = [("When", dated_words(one.moment, starts)), ("About", own(about(one)))]
    if one.type is KeepsakeType.RULER:
        facts.append((guide.rulers[RulerScale(one.subject)].name, f"{one.score} of 10"))
    blocks: list[Block] = [DefinitionList(tuple(fact for fact in facts if fact[1]))]
    for question, words in told(one, guide):
        blocks += [Heading(question), Text(own(words))] if question else [Text(own(words))]
    name = guide.exercises[EXERCISES[one.type]].name
    return Page(f"{name} ({one.id})", tuple(blocks), kept_data(one, starts))


def told(one: Keepsake, guide: Guide) -> list[tuple[str, str]]:
    """What was asked and answered; the question is left out where the words stand by themselves."""
    match one.type:
        case KeepsakeType.RULER:
            ruler = guide.rulers[RulerScale(one.subject)]
            found = [
                (ruler.why(one.score or 0), one.more.get(WHY)),
                (ruler.then, one.more.get(THEN)),
            ]
        case KeepsakeType.BALANCE:
            found = [(side.name, one.more.get(side.id)) for side in guide.sides]
            found.append((guide.closing, one.text))
        case KeepsakeType.VALUE:
            found = [("", one.text), (one.more.get(QUESTION, ""), one.more.get(ANSWER))]
        case KeepsakeType.ANSWER:
            found = [(one.subject, one.text)]
        case _:
            found = [("", one.text)]
    return [(question, words) for question, words in found if words]


def saved_words(one: Keepsake, guide: Guide) -> str:
    """What was understood, in a line; private words are not said again."""
    match one.type:
        case KeepsakeType.RULER:
            words = _ruler_words(one, guide.rulers[RulerScale(one.subject)])
        case KeepsakeType.VALUE:
            words = f"What matters: {own(one.text)}"
        case _:
            words = SAID[one.type] + _about_words(one)
    return f"{one.id}. {words}. Undo takes it back."


def change_words(one: Keepsake, before: Keepsake, starts: int) -> str:
    """Two numbers on one ruler with their dates, and no word on which is better."""
    then, now = (ruler.moment.day(starts) for ruler in (before, one))
    when = f"Earlier on {day_name(then)}" if then == now else f"On {day_name(then)}"
    if one.score == before.score:
        return f"{when} you put it at {before.score} as well."
    at = "now" if then == now else f"on {day_name(now)}"
    return f"{when} you put it at {before.score}, and {at} at {one.score}."


def shown_back(reasons: Sequence[Keepsake], letter: Keepsake | None) -> tuple[Block, ...]:
    """A few own reasons and the first lines of the letter, for an hour when they help."""
    blocks: list[Block] = []
    chosen = few(reasons)
    if chosen:
        items = tuple(
            own(shortened(" ".join(keepsake.text.split()), LETTER_LENGTH)) for keepsake in chosen
        )
        blocks += [Heading("Your own reasons"), ItemList(items)]
    if letter is not None and letter.text:
        lines = [line for line in letter.text.splitlines() if line.strip()]
        first = shortened("\n".join(lines[:LETTER_LINES]), LETTER_LENGTH)
        blocks += [Heading("From your letter"), Text(own(first))]
        if first != "\n".join(lines):
            hint = f"To read it whole: hrjournal reflect show {letter.id}"
            blocks.append(Note(hint, Tone.HINT))
    return tuple(blocks)


def ruler_blocks(rulers: Sequence[Keepsake], starts: int) -> tuple[Block, ...]:
    """The first and the latest number on each ruler; nothing without any."""
    rows = []
    for course in courses(rulers):
        first, last = (
            f"{keepsake.score} on {day_name(keepsake.moment.day(starts))}"
            for keepsake in (course.first, course.last)
        )
        words = first if course.first is course.last else f"{first}, {last}"
        rows.append((course.scale.capitalize() + _about_words(course.last), words))
    if not rows:
        return ()
    return (
        Heading("Your rulers"),
        Text("From 0 to 10: the first time and the latest."),
        DefinitionList(tuple(rows)),
    )


def kept_data(one: Keepsake, starts: int) -> dict[str, Any]:
    """One of them as plain values."""
    return {
        "number": one.id,
        "kind": EXERCISES[one.type].value,
        "day": date.fromordinal(one.moment.day(starts)).isoformat(),
        "instant": datetime.fromtimestamp(one.moment.instant, UTC).isoformat(),
        "subject": own(one.subject) or None,
        "score": one.score,
        "text": own(one.text) or None,
        "more": {key: own(text) for key, text in one.more.items()},
    }


def _line(one: Keepsake, guide: Guide) -> str:
    """The heart of one of them."""
    if one.type is KeepsakeType.RULER:
        return _ruler_words(one, guide.rulers[RulerScale(one.subject)])
    words = next(iter(told(one, guide)), ("", ""))[1]
    if one.type is KeepsakeType.BALANCE and one.subject:
        return f"{own(one.subject)}: {own(words)}"
    return f"{own(words)}"


def _ruler_words(one: Keepsake, ruler: Ruler) -> str:
    return f"{ruler.name}{_about_words(one)}: {one.score} of 10"


def _about_words(one: Keepsake) -> str:
    what = about(one)
    return (
        f" ({own(what)})" if what and one.type in {KeepsakeType.RULER, KeepsakeType.BALANCE} else ""
    )


def _kept_words(count: int) -> str:
    return f" ({count} kept)" if count else ""


def _one_line(text: str) -> str:
    return shortened(" ".join(text.split()), SHORT)
