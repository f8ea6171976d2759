"""Goals made of a few words, for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from hrjournal.domain.goals.goal import Goal, GoalKind, GoalVersion
from hrjournal.domain.history import DateRange
from support.builders import TODAY

MONDAY = TODAY  # the builders' day is one
WEEK = DateRange(MONDAY - 7, MONDAY)  # the last closed week


def version(kind: GoalKind, since: int = WEEK.start, **fields: Any) -> GoalVersion:
    return GoalVersion(kind, since, **fields)


def goal(*versions: GoalVersion, number: int = 1) -> Goal:
    return Goal(number, f"mark{number}", versions)


def drinks(limit: int, since: int = WEEK.start, kind: GoalKind = GoalKind.WEEK) -> GoalVersion:
    """At most so many thousandths of a gram of alcohol."""
    return version(kind, since, about="alcohol", limit=limit, unit="g_alc")


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
