"""How each exercise of thinking is asked: one question at a time, and Enter skips.

Each takes what is known already, empty at first or as it was kept, and gives it back with answers.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hrjournal.blocks import DefinitionList, ItemList, Page, Text
from hrjournal.cli import arguments
from hrjournal.cli.prompts import ask_note, confirm, prompt, rating
from hrjournal.content.reflection import guide
from hrjournal.domain.reflection.reflection import (
    ABOUT,
    ANSWER,
    BY_TURN,
    LOWEST_LOOK,
    MOST_VALUES,
    QUESTION,
    THEN,
    WHY,
    Exercise,
    RulerScale,
    empty,
    least_recent_first,
)
from hrjournal.domain.substances.substance import fold
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.blocks import Block
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.reflection.reflection import Guide, QuestionGroup, Ruler

FINE = "That is fine. Nothing was kept."
SKIPS = "Enter skips a question. Ctrl-C leaves, and nothing of it is kept."
TEXT = "Use - to read standard input."
OTHER = "n"  # asks for another question


class ExerciseRun(NamedTuple):
    """One exercise: who is asked, what is asked, and what was kept of it before."""

    app: AppContext
    guide: Guide
    past: Sequence[Keepsake] = ()  # the oldest first
    group: QuestionGroup | None = None

    @property
    def questions(self) -> list[str]:
        """Open questions, the one whose turn it is first."""
        groups = BY_TURN if self.group is None else (self.group,)
        found = chain.from_iterable(self.guide.questions[group] for group in groups)
        return least_recent_first(list(found), (one.subject for one in self.past))


def start_exercise(
    app: AppContext, exercise: Exercise, group: QuestionGroup | None = None
) -> ExerciseRun:
    """One exercise about to begin."""
    with app.open_journal() as journal:
        past = keepsakes(journal, exercise.sort)
    return ExerciseRun(app, guide(), past, group)


def ask_permission(app: AppContext, words: str) -> bool:
    """Whether the person would like it now."""
    show(app, Text(words))
    given = confirm("Would you like that now?", default=True)
    show(app, Text(SKIPS if given else FINE))
    return given


def show(app: AppContext, *blocks: Block) -> None:
    """A few words before a question, with air above them."""
    app.print_lines("")
    app.print_page(Page("", blocks))


def choice(app: AppContext, names: Sequence[str]) -> int | None:
    """Which of these, counted from 0; None when the person leaves it."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= len(names)):
            raise UsageError(f"A number from 1 to {len(names)}, please. Enter leaves it.")
        return int(text) - 1

    show(app, ItemList(tuple(names), numbered=True))
    found: int | None = prompt(app, "A number (Enter leaves it)", read)
    return found


def answer(app: AppContext, question: str, old: str = "") -> str:
    """The words for a question. With old ones, Enter keeps them and a hyphen takes them out."""
    if not old:
        show(app, Text(question))
        return prompt(app, "Your words (Enter skips)", _text) or ""
    show(app, Text(question), Text(f"Until now: {old}"))
    given = prompt(app, "New words (Enter keeps it, - takes it out)", _text)
    if given is None:
        return old
    return "" if given == "-" else given


def ruler(sitting: ExerciseRun, one: Keepsake) -> Keepsake:
    """A number on a ruler, and what is there already."""
    now, known = sitting.app, sitting.guide
    if not one.subject:
        chosen = choice(now, [_in_short(ruler) for ruler in known.rulers.values()])
        if chosen is None:
            return one
        one = one.replace(subject=list(known.rulers)[chosen].value)
    if one.score is None or one.id:
        show(now, Text(known.rulers[RulerScale(one.subject)].ask))
        kept = "skips" if one.score is None else f"keeps {one.score}"
        given = prompt(now, f"A number from 0 to 10 (Enter {kept})", rating)
        one = one.replace(score=one.score if given is None else given)
    return one if one.score is None else _reasons(sitting, one, one.score)


def _in_short(ruler: Ruler) -> str:
    """Its name and what it asks, without what its ends mean."""
    return f"{ruler.name}. {ruler.ask.rpartition('?')[0]}?"


def _reasons(sitting: ExerciseRun, one: Keepsake, score: int) -> Keepsake:
    asked = sitting.guide.rulers[RulerScale(one.subject)]
    answers = {WHY: answer(sitting.app, asked.why(score), one.more.get(WHY, ""))}
    if score >= LOWEST_LOOK or THEN in one.more:
        answers[THEN] = answer(sitting.app, asked.then, one.more.get(THEN, ""))
    return _with(one, answers)


def balance(sitting: ExerciseRun, one: Keepsake) -> Keepsake:
    """Four sides, beginning with what it gives; the last has the most room."""
    now = sitting.app
    if not (one.id or one.subject):
        which = "What is it about? (such as alcohol; Enter leaves it open)"
        one = one.replace(subject=prompt(now, which, lambda word: key(now, word)) or "")
    answers = {}
    for side in sitting.guide.sides:
        asks = side.asks[:1] if one.id else side.asks
        given = [answer(now, question, one.more.get(side.id, "")) for question in asks]
        answers[side.id] = "\n".join(filter(None, given))
    one = _with(one, answers)
    if empty(one):
        return one
    return one.replace(text=answer(now, sitting.guide.closing, one.text))


def values(sitting: ExerciseRun, one: Keepsake) -> Keepsake:
    """Up to five things that matter, and a question about them."""
    now, known = sitting.app, sitting.guide
    if one.id or not one.text:
        number = iter(range(1, len(known.values) + 1))
        rows = [
            (theme, ", ".join(f"{next(number)} {word}" for word in words))
            for theme, words in known.themes.items()
        ]
        show(now, Text(known.values_ask), DefinitionList(tuple(rows)))
        if one.id:
            show(now, Text(f"Until now: {one.text}"))
        kept = "keeps these" if one.id else "skips"
        picked = prompt(now, f"Numbers or words (Enter {kept})", picks(known))
        one = one.replace(text=picked or one.text)
    if not one.text:
        return one
    past = (kept.more.get(QUESTION, "") for kept in sitting.past)
    question = one.more.get(QUESTION) or least_recent_first(known.values_prompts, past)[0]
    given = answer(now, question, one.more.get(ANSWER, ""))
    return _with(one, {ANSWER: given, QUESTION: question if given else ""})


def picks(known: Guide) -> Callable[[str], str]:
    """Reads values: numbers of the list, or words of the person's own."""

    def read(text: str) -> str:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        found = dict.fromkeys(map(word, parts))
        if not 0 < len(found) <= MOST_VALUES:
            raise UsageError(f"One to {MOST_VALUES} of them, please, parted by commas.")
        return ", ".join(found)

    def word(part: str) -> str:
        if not (part.isascii() and part.isdigit()):
            return arguments.parse_word(part, "value")
        if not 0 < int(part) <= len(known.values):
            raise UsageError(f"The numbers go from 1 to {len(known.values)}.")
        return known.values[int(part) - 1]

    return read


def reason(sitting: ExerciseRun, one: Keepsake) -> Keepsake:
    """One reason."""
    asked = sitting.guide.reason
    return one.replace(text=answer(sitting.app, f"{asked.ask}\n{asked.hint}", one.text))


def letter(sitting: ExerciseRun, one: Keepsake) -> Keepsake:
    """A letter, line by line."""
    asked = sitting.guide.letter
    show(sitting.app, Text(asked.ask), Text(asked.hint))
    if one.text:
        show(sitting.app, Text("Until now:"), Text(one.text))
        sitting.app.print_lines(
            "New lines take its place. An empty line at once leaves it as it is."
        )
    return one.replace(text=ask_note(sitting.app, None) or one.text)


def question(sitting: ExerciseRun, one: Keepsake) -> Keepsake:
    """One open question; the person can ask for another."""
    if one.subject:
        return one.replace(text=answer(sitting.app, one.subject, one.text))
    sitting.app.print_lines(f"For another question, write {OTHER}.")
    for asked in sitting.questions:
        given = answer(sitting.app, asked)
        if given.casefold() != OTHER:
            return one.replace(subject=asked, text=given)
    return one


FLOWS: dict[Exercise, Callable[[ExerciseRun, Keepsake], Keepsake]] = {
    Exercise.RULER: ruler,
    Exercise.BALANCE: balance,
    Exercise.VALUES: values,
    Exercise.REASON: reason,
    Exercise.LETTER: letter,
    Exercise.QUESTION: question,
}


def given(text: str) -> str:
    """Words of the command line, or those of standard input."""
    words = (arguments.read_note(text) or "").strip()
    if not words:
        raise UsageError("There are no words in it yet. On a terminal, hrjournal reflect asks.")
    return words


def key(app: AppContext, word: str) -> str:
    """What goes by this word, by its key: a substance that is known, or a word of their own."""
    with app.open_journal() as journal:
        found = arguments.find_substance(app, journal, word)
    return found.substance.key if found else fold(arguments.parse_word(word, "substance"))


def about(app: AppContext, one: Keepsake, word: str | None) -> Keepsake:
    """The same, about what this word means."""
    if word is None:
        return one
    if one.type is Exercise.BALANCE.sort:
        return one.replace(subject=key(app, word))
    return one.replace(more={**one.more, ABOUT: key(app, word)})


def _with(one: Keepsake, answers: dict[str, str]) -> Keepsake:
    """The same with these answers; an empty one takes the old one out."""
    more = {**one.more, **answers}
    return one.replace(more={name: words for name, words in more.items() if words})


def _text(words: str) -> str:
    """An answer as typed, which is text."""
    return words if words == "-" else arguments.read_note(words) or ""
