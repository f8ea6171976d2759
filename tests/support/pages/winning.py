"""Journals in which every rule of small wins holds somewhere, and their wins."""

from __future__ import annotations

import re
from typing import Any

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import History
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.win import BaselineKind, Grade, Win
from hrjournal.pages.wins import sentences
from hrjournal.report.wins import judge
from hrjournal.report.wins.families import RULES
from hrjournal.sanitize import unmarked
from support.builders import (
    ALCOHOL,
    CANNABIS,
    COCAINE,
    DIAZEPAM,
    HEROIN,
    TODAY,
    entry,
    history,
    together,
)
from support.pages.reading import DRINK, UNITS
from support.report.finding import JUDGED, SUNDAY, weekly

STEPS = (
    *("carried-naloxone", "not-alone", "tested", "small-first", "new-equipment", "ate", "water"),
    *("lower-risk-route", "one-at-a-time", "measured", "counted", "set-limit", "waited"),
    *("safe-way-home", "cooled-down", "rested", "asked-for-help", "alcohol-free"),
    "took-treatment",
)


AVOIDED = re.compile(
    r"\b(clean|dirty|junkie|addict|abuser?|relapse\w*|fail\w*|bro+ken?|cheat\w*|only|just|should"
    r"|must|lost|no win)\b|!|%|\{|\}|\?",
    re.IGNORECASE,
)


def _use(clock: str, joints: int) -> Entry:
    amount = Amount(1000 * joints, 1000 * joints, "joint")
    return entry(EntryType.USE, TODAY, clock, substance="cannabis", amount=amount)


def _urges() -> list[Entry]:
    return [
        entry(EntryType.URGE, urge=7, outcome=Outcome.RODE_OUT, copings=("walk",), urge_after=3),
        entry(EntryType.URGE, urge=7, outcome=Outcome.DELAYED),
        entry(EntryType.URGE, urge=7, outcome=Outcome.LESS),
        entry(EntryType.URGE, urge=7, outcome=Outcome.USED, copings=("call-someone", "tea")),
        entry(EntryType.URGE, urge=7, urge_after=5),
    ]


def _routes() -> list[Entry]:
    """Heroin by another way and with care, after five days of one way and three without."""
    return [
        entry(
            EntryType.USE,
            TODAY - back,
            substance="heroin",
            route="injected" if back else "smoked",
            steps=("small-first",),
        )
        for back in (0, 4, 5, 6, 7, 8)
    ]


def _life() -> list[Entry]:
    found = []
    for back in range(35):
        good, day = back < 7, SUNDAY - back
        found += [
            entry(EntryType.CHECKIN, day, mood=8 if good else 4, sleep=480 if good else 400),
            entry(EntryType.URGE, day, urge=3 if good else 7),
            entry(EntryType.EVENT, day, spend=1000 if good else 9000),
        ]
    return found


def _days(marks: str | list[str], **how: object) -> History:
    return history(marks, **{"substance": CANNABIS, **how})  # type: ignore[arg-type]


RARE = f"{'1 ' + '0*19 1 ' * 8}0*49 1 0*26"
JOURNALS = (
    _days(".", records=[entry(EntryType.STEP, steps=STEPS), *_urges()]),
    _days("1*5 0*3 1", substance=HEROIN, records=_routes()),
    _days(weekly("3 3 3 3 2")),
    _days(weekly("1 1 1 1 0"), substance=HEROIN),
    _days("3 3 3 3 0*3 2", substance=HEROIN),
    _days("1@20:00*5 0 1@21:00"),
    _days(weekly("1@20:00*4 1@20:30")),
    _days(weekly("2@20:00-23:30*4 2@20:00-23:00")),
    _days(weekly("4@20:00-22:00*4 2@20:00-22:00"), records=[_use("20:00", 1), _use("22:00", 1)]),
    _days(".", end=SUNDAY, records=_life()),
    together(
        _days("2*84 1*7", end=SUNDAY),
        _days("1*84 3*7", substance=COCAINE, end=SUNDAY),
        _days("3*28 2*56 0*6 .", substance=DIAZEPAM, end=SUNDAY),
    ),
    _days("30*56 19*28", substance=ALCOHOL, end=JUDGED),
    _days(f"{'60 0 0 0 0 0 0 ' * 8}{'28 0 0 0 0 0 0 ' * 4}", substance=ALCOHOL, end=JUDGED),
    _days("2*35 1*21 1*28", end=JUDGED),
    _days(f"{'? ? ? ? 0 0 0 ' * 8}{'? 0 0 0 0 0 0 ' * 4}", end=JUDGED),
    _days(f"{'? ? ? ? 0 0 0 ' * 5}{'? 0 0 0 0 0 0 ' * 7}", end=JUDGED),
    _days(RARE, end=JUDGED),
    _days("1*56 3*56 1*56", end=JUDGED),
    _days("4*20 . ? 4*6 2 1 0 . 2 2 2 0 0", each=DRINK, substance=ALCOHOL, end=SUNDAY),
)


def walked(now: History) -> list[Win]:
    """The wins of a journal as they come to stand in a ledger, each with its number."""
    found = judge(now, now.days, TODAY + 1).wins
    return [win._replace(id=number) for number, win in enumerate(found, 1)]


def made(rule: str, substance: str | None = "cannabis", **figures: Any) -> Win:
    """A win of a rule with these figures."""
    of = RULES[rule]
    against = BaselineKind.NOTHING if of.grade is Grade.DID else BaselineKind.USUAL
    return Win(rule, TODAY, of.grade, of.group, of.measure, substance, against, figures)


def sentence(win: Win, now: History) -> str:
    """What is said of a win, as it is seen."""
    return unmarked(sentences.sentence(win, now.substances, UNITS))
