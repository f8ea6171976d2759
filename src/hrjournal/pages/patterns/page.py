"""The page of patterns: one screen, or all that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, Heading, ItemList, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import DAYS, Outcome
from hrjournal.pages.amounts import NOTHING
from hrjournal.pages.patterns.data import data
from hrjournal.pages.patterns.words import (
    ALONG,
    ENDS,
    cell,
    claim_words,
    counts_words,
    days_line,
    missing,
    question_words,
    shown_word,
    side_words,
    sides_words,
    standing_heading,
    standing_line,
)
from hrjournal.report.patterns.questions import HOURS, Topic
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.patterns.view import Pattern, Patterns

TITLE: Final = "Patterns"
OTHERS: Final = "Every question: hrjournal patterns --all. How: hrjournal patterns --explain"
SEEN: Final = "Seen together: on days with it, then on other logged days"


def page(found: Patterns, *, everything: bool = False) -> Page:
    """The page; with `everything`, each question with its counts and what came of it."""
    blocks: list[Block] = [
        Text(days_line(found)),
        Heading(standing_heading(found)),
        _claims(found),
        *(_all_asked(found) if everything else _seen(found)),
        *_tried(found),
        *_times(found),
        Text(f"For your next session: {question_words(found)}"),
    ]
    if not everything:
        blocks.append(Note(OTHERS, Tone.HINT))
    return Page(TITLE, tuple(blocks), data(found))


def empty_page() -> Page:
    """The page of a journal in which nothing is written."""
    return Page(TITLE, (Text(NOTHING),), data(None))


def medicine_page(substance: Substance) -> Page:
    """What is said of a medicine, which is compared with nothing."""
    said = f"{own(substance.name)} is a medicine here. Patterns are about use, so it is left out."
    return Page(TITLE, (Text(said),), data(None))


def _claims(found: Patterns) -> Block:
    claims = tuple(claim_words(found, one) for one in found.standing)
    return ItemList(claims) if claims else Text(standing_line(found))


def _seen(found: Patterns) -> list[Block]:
    """What was seen together: triggers as a table, the days after as sentences."""
    columns = [(head, {one.word: one for one in some}) for head, some in _columns(found)]
    words = dict.fromkeys(word for _, by_word in columns for word in by_word)
    seen = [word for word in words if any(_is_seen(by_word[word]) for _, by_word in columns)]
    rows = [
        (_bare(word), *(cell(by_word[word].sides, "day") for _, by_word in columns))
        for word in seen
    ]
    few = [columns[0][1][word] for word in words if word not in seen]
    after = [one for one in _of(found, Topic.NEXT_DAY) if _is_told(found, one)]
    lines = [
        *_few_words(found, few, [one for one in after if not _is_seen(one)]),
        *(_sentence(found, one) for one in after if _is_seen(one)),
    ]
    heads = (Column("Day with"), *(Column(head) for head, _ in columns))
    along = [Text(ALONG)] if rows and found.use_days else []
    table = [_without_empty(heads, rows)] if rows else []
    blocks = [*along, *table, *_list(lines)]
    return [Heading(SEEN), *blocks] if blocks else []


def _few_words(found: Patterns, few: Sequence[Pattern], after: Sequence[Pattern]) -> list[str]:
    """What cannot be compared yet, in one line."""
    told = [f"{shown_word(one)} ({missing(one.sides)})" for one in few if one.sides]
    told += dict.fromkeys(f"what follows {side_words(found, one, 0, 2)}" for one in after)
    return [f"Not enough days to compare yet: {', '.join(told)}."] if told else []


def _all_asked(found: Patterns) -> list[Block]:
    """Each question in its order, with what came of it."""
    asked = [one for one in found.patterns if _is_told(found, one)]
    could = sum(one.link is not None for one in asked)
    among = [_sentence(found, one) for one in found.use_days]
    tied = sum(one.sides is None for one in asked)
    beside = f" {tied} are about words that stand beside use or urges, and wait." if tied else ""
    return [
        Heading(SEEN),
        Text(
            "Counted up to today; together does not say why. "
            f"{could} of {len(asked)} questions could be asked up to the last look.{beside} "
            "Where it is not said that one stands out, it is not enough to tell."
        ),
        *([Text(ALONG), *_list(among)] if among else []),
        *_list([_sentence(found, one, told=True) for one in asked]),
    ]


def _columns(found: Patterns) -> list[tuple[str, Sequence[Pattern]]]:
    """What triggers are counted by; what is the same on every day says nothing."""
    heads = (("Heavier", "amount"), ("Used", "used"), ("An urge", "urges"))
    (_, heavier), *others = (
        (head, [one for one in found.patterns if one.question.id == name]) for head, name in heads
    )
    varying = [(head, some) for head, some in others if any(_differs(one) for one in some)]
    first = ("Heavier, of days used", found.use_days) if found.use_days else ("Heavier", heavier)
    return [first, *varying]


def _differs(one: Pattern) -> bool:
    sides = one.sides
    return sides is not None and 0 < sides.hits + sides.other_hits < sides.among + sides.other_among


def _without_empty(heads: Sequence[Column], rows: Sequence[Sequence[str]]) -> Table:
    """A table without the columns that say nothing."""
    kept = [n for n in range(len(heads)) if any(row[n] not in {"", "0"} for row in rows)]
    return Table(
        tuple(heads[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def _is_seen(one: Pattern) -> bool:
    return one.sides is not None and one.sides.seen


def _is_told(found: Patterns, one: Pattern) -> bool:
    """Whether it is about what is there: without a substance, urges alone are."""
    return found.substance is not None or one.question.topic in {Topic.COPING, Topic.HOUR}


def _list(lines: Sequence[str]) -> list[Block]:
    told = tuple(filter(None, lines))
    return [ItemList(told)] if told else []


def _bare(word: str) -> str:
    return own(word.replace("-", " "))


def _sentence(found: Patterns, one: Pattern, *, told: bool = False) -> str:
    """Both sides in words; with `told`, whether it stands out. Nothing where a word is tied."""
    if one.sides is None:
        return ""
    said = sides_words(found, one, one.sides)
    return f"{said}: stands out." if told and one.stands_out else f"{said}."


def _tried(found: Patterns) -> list[Block]:
    """Every way that was tried, with all that came of it."""
    if not found.tried:
        return []
    later = [end for end in ENDS if end is not Outcome.RODE_OUT]
    rows = [
        (
            _bare(way.word),
            f"{way.urges}",
            cell(way.sides, "urge"),
            *(f"{way.ended.get(end, 0)}" for end in later),
            f"{way.urges - sum(way.ended.values())}",
        )
        for way in found.tried
    ]
    names = ("Urges", "Passed, other urges", *(ENDS[end] for end in later), "End not written")
    heads = (Column("You tried"), *(Column(name, right=True) for name in names))
    return [Heading("What you tried with urges"), _without_empty(heads, rows)]


def _times(found: Patterns) -> list[Block]:
    """Days of the week and times of day, which are counted and not tested."""
    times = found.times
    weekdays = {
        name: counts for name, counts in zip(DAYS, times.weekdays, strict=True) if counts[1]
    }
    hours = {name: counts for name, counts in zip(HOURS, times.urges, strict=True) if counts[1]}
    begun = [f"{name} {count}" for name, count in zip(HOURS, times.begun, strict=True) if count]
    said = [
        *_line("Used", counts_words(weekdays)),
        *_line("Use began", ", ".join(begun)),
        *_line("Urges that passed", counts_words(hours)),
    ]
    return [Text(" ".join(["Counted by day and hour.", *said]))] if said else []


def _line(name: str, told: str) -> list[str]:
    return [f"{name}: {told}."] if told else []


def _of(found: Patterns, topic: Topic) -> list[Pattern]:
    return [one for one in found.patterns if one.question.topic is topic]
