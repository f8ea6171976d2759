from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.substances.substance import Substance
from hrjournal.report.clinical import MeasureReport, MeasureResult, clinical
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, by_day, entry
from support.report.diaries import bare, history_of, lines
from support.report.plain_clinical import Diary, Use

pytestmark = pytest.mark.slow

FIRST = TODAY - 19
WINDOW = DateRange(FIRST, TODAY + 1)
WORDS = ("ate", "bored", "party", "stress", "walk")


class Said(NamedTuple):
    """One record as a person wrote it."""

    day: int
    sort: EntryType
    substance: str | None
    mood: int | None
    urge: int | None
    outcome: Outcome | None
    triggers: tuple[str, ...]
    copings: tuple[str, ...]
    steps: tuple[str, ...]
    spend: int | None


some_words = st.lists(st.sampled_from(WORDS), max_size=3, unique=True).map(tuple)
scale = st.none() | st.integers(0, 10)
records = st.builds(
    Said,
    day=st.integers(FIRST - 3, TODAY),
    sort=st.sampled_from([EntryType.CHECKIN, EntryType.URGE, EntryType.USE]),
    substance=st.sampled_from([None, "alcohol", "cannabis"]),
    mood=scale,
    urge=scale,
    outcome=st.none() | st.sampled_from(Outcome),
    triggers=some_words,
    copings=some_words,
    steps=some_words,
    spend=st.none() | st.integers(0, 90_000),
)
written = st.lists(records, max_size=25)
diaries: st.SearchStrategy[Diary] = st.dictionaries(
    st.integers(FIRST - 3, TODAY), st.lists(st.just(Use(None, None)), max_size=1), max_size=20
)


def told(said: list[Said], days: dict[Substance, Diary]) -> MeasureReport:
    entries = [entry(one.sort, one.day, **_fields(one)) for one in said]
    history = history_of(days)
    noted: dict[int, tuple[Entry, ...]] = by_day(entries)
    history = history._replace(records=noted, written=history.written | frozenset(noted))
    return clinical(history, WINDOW, TODAY, lines(), [one.key for one in days])


def _fields(one: Said) -> dict[str, Any]:
    return {name: value for name, value in one._asdict().items() if name not in {"day", "sort"}}


def said_of(said: list[Said], key: str | None) -> dict[str, tuple[Any, int]]:
    """Each figure and the days it rests on, from lists alone; no key is everything."""
    here = [one for one in said if one.day >= FIRST]
    near = [one for one in here if key is None or one.substance in {key, None}]
    own = [one for one in here if key is None or one.substance == key]
    ended = [one for one in near if one.sort == EntryType.URGE and one.outcome]
    ridden = sum(one.outcome == Outcome.RODE_OUT for one in ended)
    urges = [one.urge for one in near if one.urge is not None]
    spent = [one for one in own if one.spend is not None]
    return {
        "craving": mean_of_days(near, lambda one: one.urge),
        "craving_peak": (max(urges, default=None), mean_of_days(near, lambda one: one.urge)[1]),
        "craving_ridden": (
            Fraction(100 * ridden, len(ended)) if ended else None,
            days_of(ended),
        ),
        "triggers": top_three(near, lambda one: one.triggers),
        "strategies": top_three(near, lambda one: one.copings),
        "spend": (sum(one.spend or 0 for one in spent) if spent else None, days_of(spent)),
    }


def mean_of_days(
    said: list[Said], figure: Callable[[Said], int | None]
) -> tuple[Fraction | None, int]:
    days: dict[int, list[int]] = {}
    for one in said:
        found = figure(one)
        if found is not None:
            days.setdefault(one.day, []).append(found)
    means = [Fraction(sum(found), len(found)) for found in days.values()]
    return (Fraction(sum(means)) / len(means), len(means)) if means else (None, 0)


def top_three(said: list[Said], words: Callable[[Said], tuple[str, ...]]) -> tuple[Any, int]:
    telling = [one for one in said if words(one)]
    counts = [(word, sum(word in words(one) for one in telling)) for word in WORDS]
    ordered = sorted(((word, n) for word, n in counts if n), key=lambda one: (-one[1], one[0]))
    return ((len(telling), ordered[:3]) if telling else None, days_of(telling))


def days_of(said: list[Said]) -> int:
    return len({one.day for one in said})


def figures(measured: tuple[MeasureResult, ...], names: set[str]) -> dict[str, tuple[Any, int]]:
    return {one.id: (_plain(one), one.rests) for one in measured if one.id in names}


def _plain(one: MeasureResult) -> Any:
    value = bare(one)
    if isinstance(value, tuple) and isinstance(value[1], tuple):
        return value[0], [tuple(found) for found in value[1]]
    return value


@given(written, diaries, diaries)
def test_what_was_written_beside_use_is_what_a_plain_count_finds(
    said: list[Said], one: Diary, other: Diary
) -> None:
    found = told(said, {ALCOHOL: one, CANNABIS: other})
    for of in found.substances:
        plain = said_of(said, of.substance.key)
        assert figures(of.measured, set(plain)) == plain
    plain = said_of(said, None)
    assert figures(found.together, set(plain)) == plain


@given(written, diaries)
def test_moods_of_use_days_and_of_days_without_are_what_a_plain_count_finds(
    said: list[Said], diary: Diary
) -> None:
    found = told(said, {ALCOHOL: diary}).substances[0]
    for name, wanted in (("mood", True), ("mood_without", False)):
        days = {day for day, uses in diary.items() if day >= FIRST and bool(uses) is wanted}
        near = [one for one in said if one.day in days]
        plain = {name: mean_of_days(near, lambda one: one.mood)}
        assert figures(found.measured, {name}) == plain


@given(written, diaries)
def test_safer_steps_of_use_days_are_what_a_plain_count_finds(
    said: list[Said], diary: Diary
) -> None:
    found = told(said, {ALCOHOL: diary}).substances[0]
    used = {day for day, uses in diary.items() if day >= FIRST and uses}
    days: dict[str, set[int]] = {}
    for one in said:
        if one.day in used and one.substance in {"alcohol", None}:
            for step in one.steps:
                days.setdefault(step, set()).add(one.day)
    counts = sorted(((step, len(on)) for step, on in days.items()), key=lambda n: (-n[1], n[0]))
    value = ((len(used), counts), len(used)) if counts else (None, 0)
    assert figures(found.measured, {"safety"}) == {"safety": value}


def test_steps_of_all_substances_are_of_days_with_any_use_and_medicines_are_no_use() -> None:
    drinking: Diary = {TODAY: [Use(10_000, 10_000)], TODAY - 1: []}
    smoking: Diary = {TODAY - 1: [Use(1000, 1000, "joint")]}
    treated: Diary = {TODAY - 2: [Use(5000, 5000, "mg")]}
    said = [
        Said(TODAY, EntryType.STEP, None, None, None, None, (), (), ("ate",), None),
        Said(TODAY - 2, EntryType.STEP, None, None, None, None, (), (), ("ate",), None),
    ]
    found = told(said, {ALCOHOL: drinking, CANNABIS: smoking, METHADONE: treated})
    assert figures(found.together, {"safety"}) == {"safety": ((2, [("ate", 1)]), 2)}


def test_check_ins_alone_are_told_of_together() -> None:
    said = [Said(TODAY, EntryType.CHECKIN, None, 5, 4, None, ("stress",), (), (), None)]
    empty: History = history_of({})
    noted = by_day([entry(one.sort, one.day, **_fields(one)) for one in said])
    history = empty._replace(records=noted, written=frozenset(noted))
    found = clinical(history, WINDOW, TODAY, lines())
    assert (found.written, found.substances) == (1, ())
    assert figures(found.together, {"craving", "triggers"}) == {
        "craving": (4, 1),
        "triggers": ((1, [("stress", 1)]), 1),
    }
