"""One record of the journal: frozen, and valid from birth."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from typing import Any, TypedDict, Unpack

    from hrjournal.domain.substances.amount import Amount

DAY = 86_400
EPOCH = 719_163  # date(1970, 1, 1).toordinal()
LONGEST_TEXT = 200_000
LONGEST_WORD = 80


class EntryType(StrEnum):
    """What a record says."""

    USE = "use"
    NONE = "none"
    CHECKIN = "checkin"
    URGE = "urge"
    STEP = "step"
    EVENT = "event"
    GOOD = "good"  # something good, whatever it had to do with use


class Outcome(StrEnum):
    """How an urge went on."""

    RODE_OUT = "rode-out"  # it passed without use
    DELAYED = "delayed"  # used, but later
    LESS = "less"  # used, but less than it asked for
    USED = "used"


class Moment(NamedTuple):
    """When: the instant, and what the clock on the wall said there and then."""

    instant: int  # seconds since 1970 in UTC
    offset: int  # seconds that the wall clock was ahead of UTC
    zone: str  # name of the zone, for reading only
    timed: bool = True  # False when only the day is known

    @property
    def local(self) -> int:
        """Seconds since 1970 as the wall clock showed them."""
        return self.instant + self.offset

    def day(self, starts: int) -> int:
        """The person's day as a proleptic ordinal; a day begins `starts` seconds after 0:00."""
        return (self.local - starts) // DAY + EPOCH

    def clock(self) -> str:
        """The wall clock as HH:MM."""
        minutes = self.local % DAY // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"


class _EntryTuple(NamedTuple):
    """The fields of a record; their types stand in `EntryDetails` too, which checks calls."""

    type: EntryType
    moment: Moment
    substance: str | None = None  # key of a tracked substance
    amount: Amount | None = None
    mood: int | None = None  # 0 (very low) to 10 (very good)
    urge: int | None = None  # 0 (none) to 10 (strongest)
    urge_after: int | None = None
    anxiety: int | None = None
    pain: int | None = None
    sleep: int | None = None  # minutes
    minutes: int | None = None  # how long an urge lasted
    outcome: Outcome | None = None
    route: str | None = None
    company: str | None = None  # "alone", or a word for who was there
    spend: int | None = None  # thousandths of the person's own currency
    planned: bool = False
    triggers: tuple[str, ...] = ()
    copings: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    note: str | None = None
    gave: str | None = None  # what use or giving in to an urge gave, or would have
    after: str | None = None  # what came after
    score: int | None = None  # of a good thing: how good, 0 to 10
    id: int = 0
    written: int = 0  # instant at which it was written down


if TYPE_CHECKING:

    class EntryDetails(TypedDict, total=False):
        """What a record can hold beside what it is and when: the fields of `Entry`."""

        substance: str | None
        amount: Amount | None
        mood: int | None
        urge: int | None
        urge_after: int | None
        anxiety: int | None
        pain: int | None
        sleep: int | None
        minutes: int | None
        outcome: Outcome | None
        route: str | None
        company: str | None
        spend: int | None
        planned: bool
        triggers: tuple[str, ...]
        copings: tuple[str, ...]
        steps: tuple[str, ...]
        note: str | None
        gave: str | None
        after: str | None
        score: int | None
        id: int
        written: int

    class EntryFields(EntryDetails):
        """What makes a record: what it is, when, and its details."""

        type: EntryType
        moment: Moment

    class EntryChanges(EntryDetails, total=False):
        """What can be new in a record: any field."""

        type: EntryType
        moment: Moment


class Entry(_EntryTuple):
    """What one person wrote down at one time. `id` is 0 until it is saved.

    Raises:
        UsageError: when a value lies outside its scale.
    """

    # A named tuple with a check at birth: a dataclass would cost every `log` its import.
    __slots__ = ()

    def __new__(cls, **given: Unpack[EntryFields]) -> Self:
        """Takes every field by name."""
        entry = super().__new__(cls, **given)
        entry._check()
        return entry

    def replace(self, **changes: Unpack[EntryChanges]) -> Entry:
        """The same record with some fields new, checked like any other."""
        fields: dict[str, Any] = self._asdict() | changes
        return Entry(**fields)

    def _check(self) -> None:
        for name in ("mood", "urge", "urge_after", "anxiety", "pain", "score"):
            _within(getattr(self, name), 0, 10, name.replace("_", " "))
        _within(self.sleep, 0, 24 * 60, "sleep", "between 0 and 24 hours")
        _within(self.minutes, 0, 7 * 24 * 60, "minutes", "between 0 and 10080 minutes")
        _within(self.spend, 0, 10**12, "spend", "0 or more")
        if any(text and len(text) > LONGEST_TEXT for text in (self.note, self.gave, self.after)):
            raise UsageError(
                f"A note can hold {LONGEST_TEXT:,} characters. Please shorten this one."
            )
        for word in (*self.triggers, *self.copings, *self.steps, self.route, self.company):
            if word is not None and not (0 < len(word) <= LONGEST_WORD and "\n" not in word):
                raise UsageError(
                    f"A trigger, step or other short word has 1 to {LONGEST_WORD} characters "
                    "on one line. "
                    "Longer words fit in a note."
                )


def _within(value: int | None, low: int, high: int, name: str, words: str = "") -> None:
    if value is not None and not low <= value <= high:
        raise UsageError(f"{name.capitalize()} is {words or f'a number from {low} to {high}'}.")


def day_name(ordinal: int) -> str:
    """A day for people, as in `Mon 23 Nov 2026`; the same in every locale."""
    day = date.fromordinal(ordinal)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
