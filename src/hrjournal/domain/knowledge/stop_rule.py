"""When a sudden stop is told: numbers that every record is judged by."""

from __future__ import annotations

from hrjournal.named import NamedTuple


class StopRule(NamedTuple):
    """When a stop or a fall of one group is told.

    Use is near-daily on `near_daily_days` of the last `of_days` logged days. `fall_percent` is
    the fall of a week that is sudden. A zero means: amounts do not matter, or no pace was read.
    """

    near_daily_days: int
    of_days: int
    watch_days: int  # after the last near-daily use, how long trouble can still come
    fall_percent: int
    gentle_grams: int = 0  # of pure alcohol on a use day: from here one gentle line
    grams: int = 0  # from here the full notice
    strong_grams: int = 0  # from here the strongest
    pace_percent: int = 0  # a step that guidelines call slow
    pace_days: int = 0  # in so many days
