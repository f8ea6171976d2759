"""Doing an exercise: what was given with its command is kept, and the rest is asked with leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Text
from hrjournal.cli import arguments
from hrjournal.cli.drafts.keeping import Flow, typed_words
from hrjournal.cli.reflection import flows
from hrjournal.cli.reflection.saved import everything
from hrjournal.content.reflection import guide
from hrjournal.domain.keepsake import Keepsake
from hrjournal.domain.reflection.reflection import WHY, Exercise, empty, previous, with_names
from hrjournal.errors import UsageError
from hrjournal.pages.reflection import page as pages
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.reflection.reflection import QuestionGroup, RulerScale

MENU = "Would you like a question? It takes a minute. Enter leaves it."
WITHOUT = {  # how to say it where nobody can be asked
    Exercise.RULER: "hrjournal reflect ruler importance 4",
    Exercise.VALUES: "hrjournal reflect values family rest",
    Exercise.REASON: "hrjournal reflect reason -",
    Exercise.LETTER: "hrjournal reflect letter -",
}

DRAFTS = {  # how a draft of it is called
    Exercise.RULER: "a ruler",
    Exercise.BALANCE: "a look at two sides",
    Exercise.VALUES: "a list of what matters to you",
    Exercise.REASON: "a reason",
    Exercise.LETTER: "a letter",
    Exercise.QUESTION: "an answer to a question",
}


def offer(app: AppContext, *, as_json: bool, plain: bool) -> None:
    """Offers every exercise at a terminal; elsewhere it shows which there are."""
    if not app.is_interactive or as_json or plain:
        with app.open_journal() as journal:
            types = [keepsake.type for keepsake in everything(journal)]
        counts = {exercise: types.count(exercise.sort) for exercise in Exercise}
        app.print_page(pages.exercises_page(guide(), counts), as_json=as_json, plain=plain)
        return
    flows.show(app, Text(MENU))
    exercises = list(guide().exercises.items())
    chosen = flows.choice(app, [f"{named.name}. {named.about}" for _, named in exercises])
    if chosen is None:
        flows.show(app, Text(flows.FINE))
        return
    exercise = exercises[chosen][0]
    with typed_words(app, _flow(exercise)):
        flows.show(app, Text(flows.SKIPS))
        _ask(app, exercise, Keepsake(exercise.sort, app.moment))


def ruler(
    app: AppContext,
    *,
    which: RulerScale | None,
    number: int | None,
    about: str | None,
    why: str | None,
) -> None:
    """Keeps a number on a ruler, or asks for it."""
    keepsake = Keepsake(
        Exercise.RULER.sort, app.moment, subject=which.value if which else "", score=number
    )
    words = arguments.read_note(why)
    if words:
        keepsake = keepsake.replace(more={WHY: words})
    _begin(app, Exercise.RULER, flows.about(app, keepsake, about))


def balance(app: AppContext, *, substance: str | None) -> None:
    """Asks for the two sides."""
    keepsake = Keepsake(Exercise.BALANCE.sort, app.moment)
    _begin(app, Exercise.BALANCE, flows.about(app, keepsake, substance))


def values(app: AppContext, *, words: Sequence[str]) -> None:
    """Keeps what matters, or asks for it."""
    text = flows.picks(guide())(",".join(words)) if words else ""
    _begin(app, Exercise.VALUES, Keepsake(Exercise.VALUES.sort, app.moment, text=text))


def reason(app: AppContext, *, words: Sequence[str]) -> None:
    """Keeps a reason, or asks for it."""
    text = flows.given(" ".join(words)) if words else ""
    _begin(app, Exercise.REASON, Keepsake(Exercise.REASON.sort, app.moment, text=text))


def letter(app: AppContext, *, source: str | None) -> None:
    """Keeps a letter from standard input, or asks for it line by line."""
    if source not in {None, "-"}:
        raise UsageError(
            "A letter is asked line by line, so that its words stay out of your shell. "
            "To read it from standard input: hrjournal reflect letter -"
        )
    text = flows.given(source) if source else ""
    _begin(app, Exercise.LETTER, Keepsake(Exercise.LETTER.sort, app.moment, text=text))


def question(
    app: AppContext,
    *,
    group: QuestionGroup | None,
    words: str | None,
    as_json: bool,
    plain: bool,
) -> None:
    """Keeps an answer to the question whose turn it is, shows that question, or asks it."""
    keepsake = Keepsake(Exercise.QUESTION.sort, app.moment)
    run = flows.start_exercise(app, Exercise.QUESTION, group)
    if words is not None:
        _keep(run, keepsake.replace(subject=run.questions[0], text=flows.given(words)))
    elif as_json or plain or not app.is_interactive:
        app.print_page(pages.question_page(run.questions[0]), as_json=as_json, plain=plain)
    else:
        _begin(app, Exercise.QUESTION, keepsake, group)


def _begin(
    app: AppContext, exercise: Exercise, keepsake: Keepsake, group: QuestionGroup | None = None
) -> None:
    """Keeps what was given with the command; asks for the rest, with leave if nothing was."""
    given = keepsake.score is not None or bool(keepsake.text)
    asks_no_more = exercise in {Exercise.REASON, Exercise.LETTER} or WHY in keepsake.more
    if given and (asks_no_more or not app.is_interactive):
        _keep(flows.start_exercise(app, exercise), keepsake)
        return
    if not app.is_interactive:
        how = WITHOUT.get(exercise)
        raise UsageError(
            "This one asks, one question at a time, so it needs a terminal."
            + (f" Without one: {how}" if how else "")
        )
    with typed_words(app, _flow(exercise)) as typed:
        if given or (typed and typed.left):
            flows.show(app, Text(flows.SKIPS))
        elif not flows.ask_permission(app, guide().exercises[exercise].about):
            return
        _ask(app, exercise, keepsake, group)


def _flow(exercise: Exercise) -> Flow:
    return Flow(exercise.value, DRAFTS[exercise], f"hrjournal reflect {exercise.value}")


def _ask(
    app: AppContext, exercise: Exercise, keepsake: Keepsake, group: QuestionGroup | None = None
) -> None:
    run = flows.start_exercise(app, exercise, group)
    _keep(run, flows.FLOWS[exercise](run, keepsake))


def _keep(run: flows.ExerciseRun, keepsake: Keepsake) -> None:
    app = run.app
    if empty(keepsake):
        flows.show(app, Text(flows.FINE))
        return
    with app.open_journal(write=True) as journal:
        with journal.change(keepsake.type.value, app.instant) as change:
            number = keepsakes.add(change, keepsake.replace(written=app.instant))
        app.words_saved()
        named = with_names([keepsake.replace(id=number)], journal.substances())[0]
        last = previous(keepsake, run.past)
        app.print_lines(f"Saved {pages.saved_words(named, guide())}")
        if last is not None:
            app.print_lines(pages.change_words(keepsake, last, journal.day_start))
