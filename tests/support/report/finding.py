"""What is found on the last day of a journal, once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import Yardstick
from hrjournal.report.wins import judge
from support.builders import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win
    from hrjournal.report.wins import Judged

USUALLY = Yardstick()
SUNDAY = TODAY - 1
JUDGED = TODAY - 15  # the last Sunday on which four weeks of the grid end


def weekly(marks: str) -> list[str]:
    """Marks of one weekday in a row of weeks, with nothing written on the others."""
    spread: list[str] = []
    for mark in marks.split():
        one, _, times = mark.partition("*")
        for _ in range(int(times or 1)):
            spread += [*["."] * 6, one]
    return spread


def judged(
    history: History,
    *,
    day: int = TODAY,
    yardstick: Yardstick = USUALLY,
    earlier: Iterable[Win] = (),
) -> Judged:
    """A day that is over, and the week that may end with it."""
    return judge(history, DateRange(day, day + 1), day + 1, yardstick, earlier)


def wins(
    history: History, rule: str = "", *, day: int = TODAY, yardstick: Yardstick = USUALLY
) -> list[Win]:
    """The wins of a day that is over, or those of one rule."""
    return [
        win for win in judged(history, day=day, yardstick=yardstick).wins if rule in {"", win.rule}
    ]


def won(
    history: History, rule: str, *, day: int = TODAY, yardstick: Yardstick = USUALLY
) -> Win | None:
    """The win of a rule, of which a day has one at most."""
    found = wins(history, rule, day=day, yardstick=yardstick)
    assert len(found) <= 1
    return found[0] if found else None


def rules(history: History, *, day: int = TODAY) -> set[str]:
    """The rules that hold on a day that is over."""
    return {win.rule for win in wins(history, day=day)}


def at_once(history: History, *, day: int = TODAY) -> set[str]:
    """The rules that hold on a day before it is over."""
    return {win.rule for win in judge(history, DateRange(day, day + 1), day).wins}
