"""The zone is the one that the system means, in every form of `TZ` and on every date."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrjournal.cli.system.zone import SystemZone, moment_here, offset_mark
from hrjournal.content.words.times import time_words
from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.domain.time.clock import CurrentTime, moment_at, moment_of_day
from hrjournal.domain.time.parse_moment import read_moment
from hrjournal.pages.entries.confirmation import dated_words, when_words

ZONES: Final = ("Europe/Warsaw", "Australia/Lord_Howe", "America/New_York", "Africa/Casablanca")
SUMMER: Final = datetime(2026, 7, 1, 12, tzinfo=UTC)
WINTER: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)
SEEN: Final = """
from datetime import datetime, UTC
from hrjournal.cli.system.zone import SystemZone
zone = SystemZone()
for month in (1, 7):
    local = datetime(2026, month, 1, 12, tzinfo=zone)
    print(zone, int(local.utcoffset().total_seconds()))
"""


@pytest.fixture
def live_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], SystemZone]]:
    """Sets the zone of this process."""

    def set_zone(name: str) -> SystemZone:
        monkeypatch.setenv("TZ", name)
        time.tzset()
        return SystemZone()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("typed", "name", "winter", "summer"),
    [
        ("Europe/Warsaw", "Europe/Warsaw", 1, 2),
        (":Europe/Warsaw", "Europe/Warsaw", 1, 2),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo", 9, 9),
        (":/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo", 9, 9),
        ("Japan", "Japan", 9, 9),
        ("JST-9", "JST", 9, 9),
        ("EST5EDT", "EST5EDT", -5, -4),
        ("EST5EDT,M3.2.0,M11.1.0", "EST/EDT", -5, -4),
        ("NZST-12NZDT,M9.5.0,M4.1.0/3", "NZST/NZDT", 13, 12),
        ("<-03>3", "-03", -3, -3),
        ("UTC0", "UTC", 0, 0),
        ("", "UTC", 0, 0),
    ],
)
def test_every_form_that_the_system_knows_is_understood(
    typed: str, name: str, winter: int, summer: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SEEN],
        env={**os.environ, "TZ": typed},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines() == [f"{name} {winter * 3600}", f"{name} {summer * 3600}"]


def instants() -> st.SearchStrategy[int]:
    """Whole minutes, many of them within a day of a clock change."""
    changes = [(3, 8), (3, 29), (4, 5), (10, 4), (10, 25), (11, 1)]
    near = st.builds(
        lambda year, at, minutes: (
            int(datetime(year, at[0], at[1], tzinfo=UTC).timestamp()) + minutes * 60
        ),
        st.integers(2005, 2035),
        st.sampled_from(changes),
        st.integers(-1440, 2 * 1440),
    )
    return near | st.integers(3_000_000, 34_000_000).map(lambda minutes: minutes * 60)


HERE: Final = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@HERE
@given(name=st.sampled_from(ZONES), instant=instants(), fold=st.integers(0, 1))
def test_it_agrees_with_the_published_rules(
    live_in: Callable[[str], SystemZone], name: str, instant: int, fold: int
) -> None:
    zone, published = live_in(name), ZoneInfo(name)
    assert moment_at(instant, zone) == moment_at(instant, published)
    assert moment_here(instant, zone) == moment_at(instant, published)
    wall = datetime.fromtimestamp(instant, UTC).replace(fold=fold)  # also times that are skipped
    ours, theirs = wall.replace(tzinfo=zone), wall.replace(tzinfo=published)
    assert (ours.utcoffset(), ours.timestamp()) == (theirs.utcoffset(), theirs.timestamp())


@pytest.mark.parametrize(
    ("name", "moment", "mark"),
    [
        ("Europe/Warsaw", "2026-10-25T00:30Z", ""),
        ("Europe/Warsaw", "2026-10-25T01:30Z", " UTC+01:00"),
        ("Europe/Warsaw", "2026-10-25T02:30Z", ""),
        ("America/New_York", "2026-11-01T06:30Z", " UTC-05:00"),
    ],
)
def test_the_second_of_two_times_is_marked(
    live_in: Callable[[str], SystemZone], name: str, moment: str, mark: str
) -> None:
    zone = live_in(name)
    here = moment_here(int(datetime.fromisoformat(moment).timestamp()), zone)
    assert offset_mark(here) == mark
    assert offset_mark(here._replace(timed=False)) == ""
    assert offset_mark(here._replace(offset=-12_600)) == " UTC-03:30"


@HERE
@given(
    name=st.sampled_from(ZONES[:2]),
    instant=instants(),
    starts=st.sampled_from([0, 2, 4, 6, 11]).map(lambda hours: hours * 3600),
    waited=st.integers(0, 4 * 1440).map(lambda minutes: minutes * 60),
    later=st.integers(0, 3 * 366 * 86400),
    timed=st.booleans(),
)
def test_what_is_shown_means_the_same_when_it_is_typed_back(
    live_in: Callable[[str], SystemZone],
    name: str,
    instant: int,
    starts: int,
    waited: int,
    later: int,
    *,
    timed: bool,
) -> None:
    zone = live_in(name)
    moment: Moment = moment_here(instant, zone)
    if not timed:
        moment = moment_of_day(moment.day(starts), zone)
    today = max(moment.day(starts), moment_here(instant + waited, zone).day(starts))
    mark = offset_mark(moment)
    shown = when_words(Entry(type=EntryType.CHECKIN, moment=moment), today, starts, mark=mark)
    latest = max(instant, moment.instant) + waited + later
    now = CurrentTime(moment_here(latest, zone), zone, starts, lambda: time_words("US"))
    assert read_moment(shown, now) == moment
    assert read_moment(dated_words(moment, starts, mark=mark), now) == moment
