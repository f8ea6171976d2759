"""Sessions that took place, what was agreed in them, and what was to be talked about in them.

What was agreed keeps the moment at which it was written down. To which session it belongs is worked
out on reading, so it stays right when a session is written down later, moved or taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from hrjournal.domain.keepsake import Keepsake

RECENT: Final = 28  # days for which something stands that was agreed with no session written down


class AgreedItems(NamedTuple):
    """What was agreed in one session, the oldest first; `session` is its date, None without one."""

    session: int | None
    items: tuple[Keepsake, ...]


def date_of(one: Keepsake) -> int:
    """The date of the calendar on which a session takes place."""
    return one.moment.local // DAY + EPOCH


def took_place(session: Keepsake, until: int, written: Collection[int] = ()) -> bool:
    """Whether a session took place by a wall clock, which is counted as `Moment.local` counts it.

    One without a time takes place at some time of its date: by the end of it, and before that once
    something was agreed on that day, which is then among the days in `written`.
    """
    date = date_of(session)
    if session.moment.timed or date != until // DAY + EPOCH:
        return session.moment.local < until
    return date in written


def latest_session(
    sessions: Iterable[Keepsake], until: int, written: Collection[int] = ()
) -> Keepsake | None:
    """The latest session that took place, or None; all else as for `took_place`."""
    held = [one for one in sessions if took_place(one, until, written)]
    return max(held, key=lambda one: one.moment.local, default=None)


def agreed_since(
    agreed: Iterable[Keepsake], sessions: Iterable[Keepsake], until: int, starts: int
) -> AgreedItems:
    """What was agreed in the latest session that took place.

    `until` is `app.moment.local` for now, or `(day - EPOCH) * DAY` for what stood as a day began:
    only sessions and words before that day count then. `starts` is `journal.day_start`. Words
    belong to the session on whose day they were written down, or to the latest before that day.
    Where no session took place yet, what was agreed in the last 28 days stands.
    """
    end = _end(until)
    known = _by_day(agreed, starts, end)
    session = latest_session(sessions, until, {day for day, _ in known})
    first = end - RECENT if session is None else date_of(session)
    items = tuple(one for day, one in known if day >= first)
    return AgreedItems(None if session is None else date_of(session), items)


def agreed_by_session(
    agreed: Iterable[Keepsake], sessions: Sequence[Keepsake], until: int, starts: int
) -> tuple[AgreedItems, ...]:
    """Everything that was agreed, by the session it belongs to, the latest one first."""
    known = _by_day(agreed, starts, _end(until))
    written = {day for day, _ in known}
    held = [date_of(one) for one in sessions if took_place(one, until, written)]
    found: dict[int | None, list[Keepsake]] = {}
    for day, one in reversed(known):
        session = max((date for date in held if date <= day), default=None)
        found.setdefault(session, []).insert(0, one)
    return tuple(AgreedItems(session, tuple(items)) for session, items in found.items())


def points_before(
    points: Iterable[Keepsake], session: Keepsake, starts: int
) -> tuple[Keepsake, ...]:
    """The points to talk about that were written down before a session took place."""
    if session.moment.timed:
        return tuple(one for one in points if one.moment.instant < session.moment.instant)
    return tuple(one for one in points if one.moment.day(starts) < date_of(session))


def _end(until: int) -> int:
    """The day after the last one of which something is known by a wall clock."""
    return -(-until // DAY) + EPOCH


def _by_day(agreed: Iterable[Keepsake], starts: int, end: int) -> list[tuple[int, Keepsake]]:
    """What was agreed before a day, each with the person's day on which it was written down."""
    known = [(one.moment.day(starts), one) for one in agreed]
    return [(day, one) for day, one in known if day < end]
