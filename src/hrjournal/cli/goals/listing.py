"""Showing goals: the list, the line of today, and the line under a table of trends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.goals.progress import goals_in, open_goals, sayer, views, week_views
from hrjournal.pages.goals import page as pages

if TYPE_CHECKING:
    from typing import Any

    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import History
    from hrjournal.store import Journal


def show_goals(app: AppContext, options: OutputOptions, *, everything: bool = False) -> None:
    """Shows the goals that hold, or all that there ever were."""
    with app.open_journal() as journal:
        every = goals_in(journal)
        held = open_goals(journal, app.today(journal))
        shown = every if everything else held
        page = pages.list_page(
            views(app, journal, shown), sayer(app, journal), ended=len(shown) < len(every)
        )
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def today_part(
    app: AppContext, journal: Journal, history: History
) -> tuple[str, list[dict[str, Any]]]:
    """The line of all goals for today, and each as data; nothing without any."""
    today, tracked = app.today(journal), journal.substances()
    hidden = {key for key, one in tracked.items() if one.hidden}
    every = open_goals(journal, today)
    goals = [goal for goal in every if (one := goal.on(today)) and one.about not in hidden]
    if not goals:
        return "", []
    found, speaker = week_views(app, journal, goals, history), sayer(app, journal)
    days = next((one.now.week for one in found if one.now), None)
    so_far = range(days.start, today + 1) if days else range(0)
    written = sum(day in history.written for day in so_far)
    line = pages.today_line(found, speaker, (written, len(so_far)))
    return line, [pages.goal_data(one, speaker) for one in found]


def trend_lines(app: AppContext, journal: Journal) -> dict[str, tuple[str, ...]]:
    """The goals about each substance in words, by its key."""
    lines: dict[str, tuple[str, ...]] = {}
    today = app.today(journal)
    for goal in open_goals(journal, today):
        version = goal.on(today)
        if version and version.about:
            line = pages.trend_line(version, sayer(app, journal))
            lines[version.about] = (*lines.get(version.about, ()), line)
    return lines
