"""Writing itself: a day written down, and a return after days without a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import WinGroup
from hrjournal.report.wins.rule import Finding, step_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.report.wins.rule import PersonDay

AWAY = 3
FARTHEST = 4000


@step_rule("logged", group=WinGroup.CARE, section=Section.WINS, says="One day written down.")
def logged(scene: PersonDay) -> Iterator[Finding]:
    """Anything at all written for the day."""
    if scene.day in scene.history.written:
        yield Finding(scene.day)


@step_rule(
    "came_back",
    group=WinGroup.CARE,
    section=Section.WINS,
    says="Welcome back: one day written down, after {away} days without a record.",
)
def came_back(scene: PersonDay) -> Iterator[Finding]:
    """A day written after three or more without a record, when there was one before them."""
    written, day = scene.history.written, scene.day
    if day not in written or any(day - past in written for past in range(1, AWAY + 1)):
        return
    first = max(scene.history.days.start, day - FARTHEST)
    last = next((past for past in range(day - AWAY - 1, first - 1, -1) if past in written), None)
    if last is not None:
        yield Finding(day, {"away": day - last - 1})
