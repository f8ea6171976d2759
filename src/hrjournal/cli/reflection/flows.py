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
from hrjournal.sanitize import own
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrjournal.blocks import Block
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.reflection.reflection import Guide, QuestionGroup, Ruler

FINE = "That is fine. Nothing was kept."
SKIPS = "Enter skips a question. Ctrl-C leaves, and you can keep your words."
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
        return least_recent_first(list(found), (keepsake.subject for keepsake in self.past))


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
        return prompt(app, "Your words (Enter skips)", _text, key=question, own_words=True) or ""
    show(app, Text(question), Text(f"Until now: {own(old)}"))
    hint = "New words (Enter keeps it, - takes it out)"
    given = prompt(app, hint, _text, key=question, own_words=True)
    if given is None:
        return old
    return "" if given == "-" else given


def ruler(run: ExerciseRun, keepsake: Keepsake) -> Keepsake:
    """A number on a ruler, and what is there already."""
    app, known = run.app, run.guide
    if not keepsake.subject:
        chosen = choice(app, [_in_short(ruler) for ruler in known.rulers.values()])
        if chosen is None:
            return keepsake
        keepsake = keepsake.replace(subject=list(known.rulers)[chosen].value)
    if keepsake.score is None or keepsake.id:
        show(app, Text(known.rulers[RulerScale(keepsake.subject)].ask))
        kept = "skips" if keepsake.score is None else f"keeps {keepsake.score}"
        given = prompt(app, f"A number from 0 to 10 (Enter {kept})", rating)
        keepsake = keepsake.replace(score=keepsake.score if given is None else given)
    return keepsake if keepsake.score is None else _reasons(run, keepsake, keepsake.score)


def _in_short(ruler: Ruler) -> str:
    """Its name and what it asks, without what its ends mean."""
    return f"{ruler.name}. {ruler.ask.rpartition('?')[0]}?"


def _reasons(run: ExerciseRun, keepsake: Keepsake, score: int) -> Keepsake:
    asked = run.guide.rulers[RulerScale(keepsake.subject)]
    answers = {WHY: answer(run.app, asked.why(score), keepsake.more.get(WHY, ""))}
    if score >= LOWEST_LOOK or THEN in keepsake.more:
        answers[THEN] = answer(run.app, asked.then, keepsake.more.get(THEN, ""))
    return _with(keepsake, answers)


def balance(run: ExerciseRun, keepsake: Keepsake) -> Keepsake:
    """Four sides, beginning with what it gives; the last has the most room."""
    app = run.app
    if not (keepsake.id or keepsake.subject):
        which = "What is it about? (such as alcohol; Enter leaves it open)"
        keepsake = keepsake.replace(subject=prompt(app, which, lambda word: key(app, word)) or "")
    answers = {}
    for side in run.guide.sides:
        asks = side.asks[:1] if keepsake.id else side.asks
        given = [answer(app, question, keepsake.more.get(side.id, "")) for question in asks]
        answers[side.id] = "\n".join(filter(None, given))
    keepsake = _with(keepsake, answers)
    if empty(keepsake):
        return keepsake
    return keepsake.replace(text=answer(app, run.guide.closing, keepsake.text))


def values(run: ExerciseRun, keepsake: Keepsake) -> Keepsake:
    """Up to five things that matter, and a question about them."""
    app, known = run.app, run.guide
    if keepsake.id or not keepsake.text:
        number = iter(range(1, len(known.values) + 1))
        rows = [
            (theme, ", ".join(f"{next(number)} {word}" for word in words))
            for theme, words in known.themes.items()
        ]
        show(app, Text(known.values_ask), DefinitionList(tuple(rows)))
        if keepsake.id:
            show(app, Text(f"Until now: {own(keepsake.text)}"))
        kept = "keeps these" if keepsake.id else "skips"
        hint = f"Numbers or words (Enter {kept})"
        picked = prompt(app, hint, picks(known), key=known.values_ask, own_words=True)
        keepsake = keepsake.replace(text=picked or keepsake.text)
    if not keepsake.text:
        return keepsake
    past = (kept.more.get(QUESTION, "") for kept in run.past)
    question = keepsake.more.get(QUESTION) or least_recent_first(known.values_prompts, past)[0]
    given = answer(app, question, keepsake.more.get(ANSWER, ""))
    return _with(keepsake, {ANSWER: given, QUESTION: question if given else ""})


def picks(known: Guide) -> Callable[[str], str]:
    """Reads values: numbers of the list, or words of the person's own."""

    def read(text: str) -> str:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        found = dict.fromkeys(map(word, parts))
        if not 0 < len(found) <= MOST_VALUES:
            raise UsageError(f"One to {MOST_VALUES} of them, please, with commas between.")
        return ", ".join(found)

    def word(part: str) -> str:
        if not (part.isascii() and part.isdigit()):
            return arguments.parse_word(part, "value")
        if not 0 < int(part) <= len(known.values):
            raise UsageError(f"The numbers go from 1 to {len(known.values)}.")
        return known.values[int(part) - 1]

    return read


def reason(run: ExerciseRun, keepsake: Keepsake) -> Keepsake:
    """One reason."""
    asked = run.guide.reason
    return keepsake.replace(text=answer(run.app, f"{asked.ask}\n{asked.hint}", keepsake.text))


def letter(run: ExerciseRun, keepsake: Keepsake) -> Keepsake:
    """A letter, line by line."""
    asked = run.guide.letter
    show(run.app, Text(asked.ask), Text(asked.hint))
    if keepsake.text:
        show(run.app, Text("Until now:"), Text(own(keepsake.text)))
        run.app.print_lines("New lines take its place. An empty line at once leaves it as it is.")
    return keepsake.replace(text=ask_note(run.app, None) or keepsake.text)


def question(run: ExerciseRun, keepsake: Keepsake) -> Keepsake:
    """One open question; the person can ask for another."""
    if keepsake.subject:
        return keepsake.replace(text=answer(run.app, keepsake.subject, keepsake.text))
    run.app.print_lines(f"For another question, write {OTHER}.")
    for asked in run.questions:
        given = answer(run.app, asked)
        if given.casefold() != OTHER:
            return keepsake.replace(subject=asked, text=given)
    return keepsake


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
        substance_match = arguments.find_substance(app, journal, word)
    return (
        substance_match.substance.key
        if substance_match
        else fold(arguments.parse_word(word, "substance"))
    )


def about(app: AppContext, keepsake: Keepsake, word: str | None) -> Keepsake:
    """The same, about what this word means."""
    if word is None:
        return keepsake
    if keepsake.type is Exercise.BALANCE.sort:
        return keepsake.replace(subject=key(app, word))
    return keepsake.replace(more={**keepsake.more, ABOUT: key(app, word)})


def _with(keepsake: Keepsake, answers: dict[str, str]) -> Keepsake:
    """The same with these answers; an empty one takes the old one out."""
    more = {**keepsake.more, **answers}
    return keepsake.replace(more={name: words for name, words in more.items() if words})


def _text(words: str) -> str:
    """An answer as typed, which is text."""
    return words if words == "-" else arguments.read_note(words) or ""
