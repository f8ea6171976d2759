"""What changed over a view: each substance by periods, mood beside it, and safer steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.substance import Substance
from hrjournal.named import NamedTuple
from hrjournal.report.mood import Feelings, feelings
from hrjournal.report.periods import By, opening, periods
from hrjournal.report.steps import StepShare, step_shares
from hrjournal.report.trends.substance import Trend, View, trend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import History


class Trends(NamedTuple):
    """A view up to today: substances, how one was, and safer steps."""

    view: View
    written: int  # days on which anything at all was written
    substances: tuple[Trend, ...]
    feelings: tuple[Feelings, ...]
    steps: tuple[StepShare, ...]


def trends(
    history: History,
    view: DateRange,
    by: By,
    today: int,
    week_starts: int = 0,
    heavy: int | None = None,
    keys: Sequence[str] = (),
) -> Trends:
    """Counts a view; days after today are left out of it.

    The history reaches back at least 35 days before the view. `heavy` is the cut-off of a heavy
    day in thousandths of a gram of alcohol. Without `keys`, every substance that is written of
    in the view is counted.
    """
    seen = DateRange(view.start, max(view.start, min(view.end, today + 1)))
    cut = View(seen, by, today, week_starts, periods(seen, by, today, week_starts))
    chosen = substances_of(history, seen, keys)
    return Trends(
        view=cut,
        written=sum(_written(history, day) for day in seen.every),
        substances=tuple(trend(history, substance, cut, heavy) for substance in chosen),
        feelings=tuple(feelings(history, period) for period in cut.periods),
        steps=step_shares(history, seen, [one for one in chosen if not one.kind.medicine]),
    )


def since_first(view: DateRange, first: int | None, by: By, week_starts: int = 0) -> DateRange:
    """The view without its periods before the first logged day of the journal.

    A view that ends before that day stays as it is, and so does any while nothing is logged.
    """
    if first is None or first >= view.end:
        return view
    return DateRange(max(view.start, opening(first, by, week_starts)), view.end)


def substances_of(
    history: History, view: DateRange, keys: Sequence[str] = ()
) -> tuple[Substance, ...]:
    """The substances of these keys, or every one that is written of in the view."""
    if keys:
        return tuple(history.substances.get(key) or Substance(key, key) for key in keys)
    return tuple(
        substance
        for key, substance in history.substances.items()
        if not history.of(key).keys().isdisjoint(view.every)
    )


def _written(history: History, day: int) -> bool:
    """Whether the history knows anything of a day."""
    told = (history.written, history.records, *history.uses.values())
    return any(day in days for days in told)
