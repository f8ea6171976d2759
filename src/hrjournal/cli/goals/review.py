"""Looking at all goals of the last four weeks, rating each, and an open question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.goals.progress import LAST_WEEKS, goals_in, sayer, views
from hrjournal.cli.goals.rate import RATED
from hrjournal.domain.goals.goal import goals_in_window, rating_of, ratings_of
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.reflection import QuestionGroup, least_recent_first
from hrjournal.pages.goals import page as pages
from hrjournal.report.goals.progress import weeks_up_to
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext
    from hrjournal.pages.goals.page import GoalSayer, GoalView
    from hrjournal.store import Journal

RATE: Final = "How near did you feel to goal {}, from 0 to 10? (Enter skips)"


def review(app: AppContext, options: OutputOptions) -> None:
    """Shows four weeks of every goal; at a terminal it asks for ratings and an own word."""
    with app.open_journal() as journal:
        found, speaker = _views(app, journal), sayer(app, journal)
        asked = [one.subject for one in keepsakes.keepsakes(journal, KeepsakeType.ANSWER)]
    question = _question(asked)
    held = [view for view in found if view.goal.on(speaker.today)]
    asking = bool(held) and app.is_interactive and not (options.as_json or options.plain)
    page = pages.review_page(found, speaker, "" if asking else question)
    app.print_page(page, as_json=options.as_json, plain=options.plain)
    if asking:
        _ask(app, held, speaker, question)


def _views(app: AppContext, journal: Journal) -> list[GoalView]:
    """The goals that held on some day of the last four weeks, with the ratings of these weeks."""
    today = app.today(journal)
    first = weeks_up_to(today, LAST_WEEKS, journal.preferences.week_start)[0].start
    ratings = ratings_of(keepsakes.keepsakes(journal, KeepsakeType.RATING), journal.day_start)
    held = goals_in_window(goals_in(journal), ratings, DateRange(first, today + 1))
    shown = views(app, journal, [one.goal for one in held])
    return [view._replace(ratings=one.ratings) for view, one in zip(shown, held, strict=True)]


def _question(asked: Sequence[str]) -> str:
    """The open question about next steps whose turn it is."""
    from hrjournal.content.reflection import guide

    questions = guide().questions[QuestionGroup.PLANNING]
    return least_recent_first(questions, asked)[0]


def _ask(app: AppContext, found: Sequence[GoalView], speaker: GoalSayer, question: str) -> None:
    """Asks for a rating of each goal, then the open question; saves all in one change."""
    from hrjournal.cli.drafts.keeping import Flow, typed_words
    from hrjournal.cli.prompts import prompt, rating

    with typed_words(app, Flow("review", "a look at your goals", "hrjournal goal review")):
        kept = []
        for view in found:
            app.print_lines("", f"{view.goal.number}. {speaker.title(view.goal)}")
            score = prompt(app, RATE.format(view.goal.number), rating)
            if score is not None:
                kept.append(rating_of(view.goal, score, app.moment))
        app.print_lines("", question)
        words = prompt(app, "Your words (Enter skips)", key=question, own_words=True)
        if words:
            kept.append(Keepsake(KeepsakeType.ANSWER, app.moment, subject=question, text=words))
        _save(app, kept)


def _save(app: AppContext, kept: Sequence[Keepsake]) -> None:
    if not kept:
        app.print_lines("That is fine. Nothing was kept.")
        return
    with app.open_journal(write=True) as journal, journal.change(RATED, app.instant) as change:
        for one in kept:
            keepsakes.add(change, one.replace(written=app.instant))
    app.words_saved()
    app.print_lines("Saved. To see it again: hrjournal goal list")
