"""The zone that the person is in, by one source: the clock functions of the system.

They know every form of `TZ` that the system knows, and the rules of the zone on every date.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from hrjournal.domain.entries.entry import Moment

ZONES: Final = "zoneinfo/"  # stands before the name in the path of a zone
FOLDER: Final = "/usr/share/zoneinfo"


class SystemZone(tzinfo):
    """The zone of this system, as a name and as rules."""

    def __init__(self) -> None:
        """Looks up what the zone is called."""
        self.name = _name() or "/".join(dict.fromkeys(time.tzname))

    def __str__(self) -> str:
        """What the zone is called, such as Europe/Warsaw."""
        return self.name

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """How far its clocks are ahead of UTC; in a skipped or doubled hour by the fold."""
        assert dt is not None  # noqa: S101 - nobody asks about no time
        local = dt.replace(tzinfo=None)
        return timedelta(seconds=local.replace(tzinfo=UTC).timestamp() - local.timestamp())

    def fromutc(self, dt: datetime) -> datetime:
        """The same moment on its clocks."""
        instant = dt.replace(tzinfo=UTC).timestamp()
        return datetime.fromtimestamp(instant).replace(tzinfo=self)  # noqa: DTZ006 - it asks the system

    def dst(self, dt: datetime | None) -> None:
        """Whether it is summer there is asked of nobody."""

    def tzname(self, dt: datetime | None) -> str:
        """What the zone is called."""
        return self.name


def moment_here(instant: int, zone: SystemZone) -> Moment:
    """An instant as the clock on the wall shows it here."""
    return Moment(instant, time.localtime(instant).tm_gmtoff, str(zone))


def offset_mark(moment: Moment) -> str:
    """What tells a time from the one that the clock here means by it: its offset, else nothing.

    It is another one where a clock change showed the same time before, or in another zone.
    """
    first = datetime.fromtimestamp(moment.local, UTC).replace(tzinfo=None)
    if not moment.timed or int(first.timestamp()) == moment.instant:
        return ""
    offset = timedelta(seconds=abs(moment.offset))
    hours = f"0{offset}"[-8:].removesuffix(":00")
    return f" UTC{'-' if moment.offset < 0 else '+'}{hours}"


def _name() -> str:
    """The name of the zone as its file has it; nothing where there is no such file."""
    named = os.environ.get("TZ")
    if named is None:
        return _named_in(_target("/etc/localtime"))
    named = named.removeprefix(":")
    if named.startswith("/"):
        return _named_in(named) or _named_in(_target(named))
    found = named and os.path.isfile(os.path.join(os.environ.get("TZDIR", FOLDER), named))  # noqa: PTH113, PTH118 - pathlib adds nothing here
    return named if found else ""


def _named_in(path: str) -> str:
    return path.partition(ZONES)[2]


def _target(path: str) -> str:
    """Where a link leads; nothing where there is none."""
    try:
        return os.readlink(path)  # noqa: PTH115 - pathlib adds nothing here
    except OSError:
        return ""
