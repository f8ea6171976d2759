"""Thinking about it: short exercises, what is asked in them, and what was kept of them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.substance import Substance

ABOUT, QUESTION, ANSWER, WHY, THEN = "about", "question", "answer", "why", "then"
LOWEST_LOOK = 2  # the question looks two steps down, where there are two
MOST_VALUES = 5


class Exercise(StrEnum):
    """What a person can do, by the name of its command."""

    RULER = "ruler"
    BALANCE = "balance"
    VALUES = "values"
    REASON = "reason"
    LETTER = "letter"
    QUESTION = "question"

    @property
    def sort(self) -> KeepsakeType:
        """What is kept of it."""
        return SORTS[self]


SORTS = {
    Exercise.RULER: KeepsakeType.RULER,
    Exercise.BALANCE: KeepsakeType.BALANCE,
    Exercise.VALUES: KeepsakeType.VALUE,
    Exercise.REASON: KeepsakeType.REASON,
    Exercise.LETTER: KeepsakeType.LETTER,
    Exercise.QUESTION: KeepsakeType.ANSWER,
}
EXERCISES = {sort: exercise for exercise, sort in SORTS.items()}


class RulerScale(StrEnum):
    """The rulers."""

    IMPORTANCE = "importance"
    CONFIDENCE = "confidence"
    READINESS = "readiness"


class QuestionGroup(StrEnum):
    """What an open question is for."""

    EXPLORING = "exploring"
    CHANGING = "changing"
    PLANNING = "planning"
    AFTER_USE = "after-use"
    NOT_NOW = "not-now"


BY_TURN = (
    QuestionGroup.EXPLORING,
    QuestionGroup.CHANGING,
    QuestionGroup.PLANNING,
)  # fit on any day


class NamedTheme(NamedTuple):
    """An exercise in a few words."""

    name: str
    about: str


class Prompt(NamedTuple):
    """A question, and what may help with it."""

    ask: str
    hint: str


class Ruler(NamedTuple):
    """A ruler from 0 to 10, and what is asked about the number on it."""

    name: str
    ask: str
    down: str  # holds {score} and {lower}
    floor: str  # asked where there is nothing to look down to
    then: str

    def why(self, score: int) -> str:
        """The question about a number: what is there already, and never what is missing."""
        if score < LOWEST_LOOK:
            return self.floor
        return self.down.format(score=_number(score), lower=_number(score - LOWEST_LOOK))


class Side(NamedTuple):
    """One of the sides from which a thing can be seen."""

    id: str
    name: str
    asks: tuple[str, ...]


class Guide(NamedTuple):
    """Everything that is asked."""

    exercises: Mapping[Exercise, NamedTheme]
    rulers: Mapping[RulerScale, Ruler]
    sides: tuple[Side, ...]
    closing: str
    values_ask: str
    values_prompts: tuple[str, ...]
    themes: Mapping[str, tuple[str, ...]]  # words for values, by what they have to do with
    reason: Prompt
    letter: Prompt
    questions: Mapping[QuestionGroup, tuple[str, ...]]

    @property
    def values(self) -> tuple[str, ...]:
        """The words for values in a row, as they are numbered."""
        return tuple(word for words in self.themes.values() for word in words)


class ScaleHistory(NamedTuple):
    """One ruler about one thing: the first number on it and the latest."""

    scale: RulerScale
    about: str
    first: Keepsake
    last: Keepsake


def about(one: Keepsake) -> str:
    """What a ruler or two sides are about: the key of a substance, or nothing in particular."""
    return one.subject if one.type is KeepsakeType.BALANCE else one.more.get(ABOUT, "")


def with_names(
    kept: Iterable[Keepsake], substances: Mapping[str, Substance]
) -> tuple[Keepsake, ...]:
    """The same, with what they are about by its name."""
    return tuple(_called(keepsake, substances) for keepsake in kept)


def empty(one: Keepsake) -> bool:
    """Whether nothing was answered; a ruler without a number says nothing."""
    if one.type is KeepsakeType.RULER:
        return one.score is None
    return not one.text and not one.more.keys() - {ABOUT, QUESTION}


def least_recent_first(questions: Sequence[str], asked: Iterable[str]) -> list[str]:
    """Those never asked first, then those asked longest ago; `asked` begins with the oldest."""
    last = {question: place for place, question in enumerate(asked)}
    return sorted(questions, key=lambda question: last.get(question, -1))


def previous(one: Keepsake, rulers: Iterable[Keepsake]) -> Keepsake | None:
    """The time before on the same ruler, about the same; `rulers` holds those kept before."""
    same = [ruler for ruler in rulers if ruler.score is not None and _ruler(ruler) == _ruler(one)]
    return same[-1] if same else None


def courses(rulers: Iterable[Keepsake]) -> tuple[ScaleHistory, ...]:
    """Each ruler with its first and its latest number; `rulers` begins with the oldest."""
    first: dict[tuple[str, str], Keepsake] = {}
    last: dict[tuple[str, str], Keepsake] = {}
    for ruler in rulers:
        first.setdefault(_ruler(ruler), ruler)
        last[_ruler(ruler)] = ruler
    order = list(RulerScale)
    scale_histories = [
        ScaleHistory(RulerScale(scale), what, keepsake, last[scale, what])
        for (scale, what), keepsake in first.items()
    ]
    return tuple(
        sorted(scale_histories, key=lambda course: (course.about, order.index(course.scale)))
    )


def few(reasons: Iterable[Keepsake], most: int = 3) -> tuple[Keepsake, ...]:
    """The newest reason, then those that say something else than the ones before them."""
    left = sorted(reasons, key=lambda one: (one.moment.instant, one.id), reverse=True)
    chosen = left[:1]
    while len(chosen) < most:
        apart = [min(_apart(keepsake, other) for other in chosen) for keepsake in left]
        if not any(apart):
            break
        chosen.append(left[apart.index(max(apart))])
    return tuple(chosen)


def _called(one: Keepsake, substances: Mapping[str, Substance]) -> Keepsake:
    substance = substances.get(about(one))
    if substance is None:
        return one
    if one.type is KeepsakeType.BALANCE:
        return one.replace(subject=substance.name)
    return one.replace(more={**one.more, ABOUT: substance.name})


def _ruler(one: Keepsake) -> tuple[str, str]:
    return one.subject, about(one)


def _apart(one: Keepsake, other: Keepsake) -> float:
    """The share of words that one of the two has and the other has not."""
    first, second = _words(one), _words(other)
    return len(first ^ second) / max(1, len(first | second))


def _words(one: Keepsake) -> set[str]:
    return set(re.findall(r"\w+", one.text.casefold()))


def _number(score: int) -> str:
    return f"an {score}" if score == 8 else f"a {score}"
