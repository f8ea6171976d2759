from __future__ import annotations

import pytest

from hrjournal.domain.goals.goal import GoalKind, GoalVersion
from hrjournal.report.goals.guard import contrary, lowers_tolerance, steep_goals
from hrjournal.report.safety.stop_detector import Tier
from support.builders import CANNABIS, DIAZEPAM, HEROIN, METHADONE, TODAY, history
from support.report.goals import drinks, goal, version

HEAVY = {"end": TODAY, "each": 14_000}  # in drinks of 14 grams


def wanted(kind: GoalKind, limit: int = 0, **fields: object) -> GoalVersion:
    return GoalVersion(kind, TODAY, "alcohol", limit, "g_alc", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marks", "one", "tier"),
    [
        ("10*28", wanted(GoalKind.NONE), Tier.FULL),
        ("7*28", wanted(GoalKind.NONE), Tier.GENTLE),
        ("20*28", wanted(GoalKind.NONE), Tier.STRONGEST),
        ("2*28", wanted(GoalKind.NONE), None),
        ("10*3 0*25", wanted(GoalKind.NONE), None),
        ("10*14 0*20", wanted(GoalKind.NONE), None),  # it is over
        ("10*28", wanted(GoalKind.WEEK, 65 * 14_000), None),
        ("10*28", wanted(GoalKind.WEEK, 50 * 14_000), Tier.FULL),
        ("10*28", wanted(GoalKind.DAY, 8 * 14_000), None),
        ("10*28", wanted(GoalKind.DAY, 7 * 14_000), Tier.FULL),
        ("10*28", wanted(GoalKind.LARGEST, 12 * 14_000), None),
        ("10*28", wanted(GoalKind.FREE_DAYS, 1), None),
        ("10*28", wanted(GoalKind.FREE_DAYS, 2), Tier.FULL),
        ("10*28", wanted(GoalKind.USE_DAYS, 4), Tier.FULL),
        ("10*28", wanted(GoalKind.GAP, 2), Tier.FULL),
        ("10*28", wanted(GoalKind.NOT_ON, weekdays=(5, 6)), Tier.FULL),
        ("10*28", wanted(GoalKind.NOT_BEFORE, 68_400), None),
        ("10*28", wanted(GoalKind.NOT_ALONE), None),
        ("?*28", wanted(GoalKind.DAY, 14_000), None),
    ],
)
def test_a_steep_goal_after_near_daily_use(marks: str, one: GoalVersion, tier: Tier | None) -> None:
    told = history(marks, **HEAVY)  # type: ignore[arg-type]
    found = steep_goals(one, told, TODAY, ["alcohol"])
    assert [one.tier for one in found] == ([] if tier is None else [tier])


def test_a_history_of_danger_is_the_strongest_and_cannabis_is_none() -> None:
    told = history("2*28")._replace(withdrawal_history=True)
    (found,) = steep_goals(wanted(GoalKind.NONE), told, TODAY, ["alcohol", "unknown"])
    assert found.tier is Tier.STRONGEST
    none = version(GoalKind.NONE, TODAY, about="cannabis")
    assert steep_goals(none, history("2*28", substance=CANNABIS), TODAY, ["cannabis"]) == ()
    none = version(GoalKind.NONE, TODAY, about="diazepam")
    told = history("2*28", substance=DIAZEPAM)
    assert [one.key for one in steep_goals(none, told, TODAY, ["diazepam"])] == ["diazepam"]
    assert steep_goals(none, history(".", substance=DIAZEPAM), TODAY, ["diazepam"]) == ()


def test_leaving_an_opioid_lowers_tolerance_and_a_treatment_does_not() -> None:
    none = version(GoalKind.NONE, TODAY)
    heroin, methadone = (history("1", substance=one) for one in (HEROIN, METHADONE))
    assert lowers_tolerance(none, heroin, ["heroin"]) == "heroin"
    assert lowers_tolerance(none, methadone, ["methadone"]) is None
    assert lowers_tolerance(version(GoalKind.USE_DAYS, limit=2), heroin, ["heroin"]) is None


def test_goals_that_say_something_else() -> None:
    week, day = goal(drinks(10_000)), goal(drinks(2000, kind=GoalKind.DAY), number=2)
    none = goal(version(GoalKind.NONE, about="alcohol"), number=3)
    every = goal(version(GoalKind.NONE), number=4)
    ended = goal(drinks(5000), version(GoalKind.ENDED, TODAY - 1), number=5)
    others = (week, day, none, every, ended)

    def said(one: GoalVersion) -> list[int]:
        return [goal.number for goal in contrary(one, others, TODAY)]

    assert said(drinks(8000)) == [1, 3, 4]
    assert said(drinks(10_000)) == [3, 4]
    assert said(version(GoalKind.NONE, about="alcohol")) == [1, 2]
    assert said(version(GoalKind.NONE, about="cannabis")) == []
    assert said(version(GoalKind.USE_DAYS, about="cannabis", limit=2)) == [4]
    assert said(version(GoalKind.OWN, words="x")) == []
    assert said(version(GoalKind.SLEEP, limit=400)) == []
