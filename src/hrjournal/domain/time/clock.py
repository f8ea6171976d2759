"""What the clock on the wall says: instants, local times, and where the two do not meet."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH, Moment, day_name
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from hrjournal.domain.time.vocabulary import TimeWords

HOUR = 3600
NOON = 12 * HOUR
DAY_STARTS = 4 * HOUR
FIRST = datetime(1970, 1, 1, tzinfo=UTC)


class CurrentTime(NamedTuple):
    """The moment of writing, the zone the person is in, and when their day starts.

    `starts` counts seconds after midnight and lies between midnight and noon: a day of which the
    time is not known is kept at noon, so a later start would move it to the day before.
    """

    moment: Moment
    zone: tzinfo
    day_start: int = DAY_STARTS
    words: Callable[[], TimeWords] | None = None  # beyond plain English, and dates of a country

    @property
    def today(self) -> int:
        """The person's current day."""
        return self.moment.day(self.day_start)

    @property
    def date(self) -> int:
        """The day of the calendar; in the small hours it is ahead of the person's day."""
        return self.moment.day(0)


def now_at(instant: int, zone: tzinfo, starts: int = DAY_STARTS) -> CurrentTime:
    """The present, when it is this instant in this zone."""
    return CurrentTime(moment_at(instant, zone), zone, starts)


def moment_at(instant: int, zone: tzinfo) -> Moment:
    """An instant as the clocks of a zone show it."""
    wall = datetime.fromtimestamp(instant, zone).replace(tzinfo=UTC)
    return Moment(instant, int(wall.timestamp()) - instant, str(zone))


def moment_of_day(day: int, zone: tzinfo) -> Moment:
    """A day of which the time is not known: noon of that date.

    It is given for every date, even one that the zone's calendar left out, since the person may
    have been elsewhere on it.
    """
    local = midnight(day) + NOON
    instant = _instant(local, zone, later=False)
    return Moment(instant, local - instant, str(zone), timed=False)


def moment_on_wall(local: int, zone: tzinfo, typed: str, *, later: bool = False) -> Moment:
    """The moment at which the clocks of a zone show `local`: the first of two, unless `later`.

    Raises:
        UsageError: when a clock change skips that time, or when it comes once and `later` is set.
    """
    first, second = (_instant(local, zone, later=fold) for fold in (False, True))
    moment = moment_at(second if later else first, zone)
    if moment.local != local:
        raise _skipped(local, zone, typed)
    if later and first == second:
        raise UsageError(f"{quote(typed)} comes once on that day, so there is no second one.")
    return moment


def moment_with_offset(local: int, offset: int, zone: tzinfo) -> Moment:
    """The moment with a stated offset, under the name of `zone` if that offset holds there."""
    here = moment_at(local - offset, zone)
    if here.offset == offset:
        return here
    return Moment(local - offset, offset, str(timezone(timedelta(seconds=offset))))


def midnight(day: int) -> int:
    """Local seconds since 1970 at which a date begins."""
    return (day - EPOCH) * DAY


def clock(seconds: int) -> str:
    """Seconds after midnight, or local seconds since 1970, as HH:MM."""
    return Moment(seconds, 0, "").clock()


def spoken(local: int) -> str:
    """A local time in words, as in `Tue 24 Nov 2026 at 09:00`."""
    return f"{day_name(local // DAY + EPOCH)} at {clock(local)}"


def _instant(local: int, zone: tzinfo, *, later: bool) -> int:
    wall = (FIRST + timedelta(seconds=local)).replace(tzinfo=zone, fold=int(later))
    return int(wall.timestamp())


def _skipped(local: int, zone: tzinfo, typed: str) -> UsageError:
    """What to say of a time that the clocks of a zone jump over."""
    change = _change(local, zone)
    old, new = change + moment_at(change - 1, zone).offset, moment_at(change, zone).local
    say = clock if (old - 60) // DAY == new // DAY else spoken
    return UsageError(
        f"{quote(typed)} does not exist in {zone}: the clock went from {say(old)} to {say(new)}. "
        f"The nearest times are {say(old - 60)} and {say(new)}."
    )


def _change(local: int, zone: tzinfo) -> int:
    """The instant of the clock change that skips a local time."""
    before = _instant(local, zone, later=True)
    after = _instant(local, zone, later=False)
    offset = moment_at(after, zone).offset
    while after - before > 1:
        middle = (before + after) // 2
        if moment_at(middle, zone).offset == offset:
            after = middle
        else:
            before = middle
    return after
