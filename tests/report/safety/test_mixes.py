from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.mixing import mixing
from hrjournal.content.units import catalogue
from hrjournal.domain.entries.entry import DAY, Entry, EntryType, Moment
from hrjournal.domain.knowledge.mixing import HOUR, Status
from hrjournal.domain.substances.substance import OTHER, Substance
from hrjournal.report.safety.mixes import Mix, UseSpan, mixes, occasions, uses
from support.builders import ALCOHOL, CANNABIS, COCAINE, DAY_STARTS, DIAZEPAM, HEROIN, METHADONE

NOW = 1_795_000_000
MINUTE = 60
GHB = Substance("ghb", "GHB", catalogue().kinds["ghb"])
FENTANYL = Substance("fentanyl", "Fentanyl", catalogue().kinds["fentanyl"])
CRACK = Substance("crack", "Crack", catalogue().kinds["crack"])
TRAMADOL = Substance("tramadol", "Tramadol", catalogue().kinds["tramadol"])
POWDER = Substance("powder", "powder", OTHER)
XANAX = Substance("xanax", "Xanax", catalogue().kinds["benzodiazepines"])
SERTRALINE, PROZAC, PHENELZINE = (
    Substance(name, name, catalogue().kinds["ssri_medicine"])
    for name in ("sertraline", "prozac", "phenelzine")
)
ALL = (ALCOHOL, CANNABIS, COCAINE, DIAZEPAM, HEROIN, METHADONE, GHB, POWDER, SERTRALINE, XANAX)
BY_KEY = {one.key: one for one in (*ALL, FENTANYL, CRACK, TRAMADOL, PROZAC, PHENELZINE)}
# The windows that the table promises, in hours, written out once more.
HOURS = {"diazepam": 72, "methadone": 72, "sertraline": 14 * 24}


def use(substance: Substance, ago: int = 0) -> UseSpan:
    return UseSpan(substance, NOW - ago, NOW - ago)


def found(now: UseSpan, *others: UseSpan) -> list[tuple[str, str]]:
    return [(mix.earlier, mix.later) for mix in mixes(now, others, mixing())]


@pytest.mark.parametrize(
    ("earlier", "later", "window"),
    [
        (ALCOHOL, GHB, 24 * HOUR),
        (XANAX, ALCOHOL, 24 * HOUR),
        (METHADONE, ALCOHOL, 72 * HOUR),
        (DIAZEPAM, HEROIN, 72 * HOUR),
        (SERTRALINE, TRAMADOL, 14 * DAY),
        (PHENELZINE, COCAINE, 14 * DAY),
        (PROZAC, TRAMADOL, 35 * DAY),
    ],
)
def test_a_use_counts_to_the_end_of_its_window_and_not_beyond(
    earlier: Substance, later: Substance, window: int
) -> None:
    both = [(earlier.key, later.key)]
    assert found(use(later), use(earlier, window - MINUTE)) == both
    assert found(use(later), use(earlier, window)) == both
    assert found(use(later), use(earlier, window + MINUTE)) == []


@pytest.mark.parametrize(
    ("long", "short"), [(METHADONE, ALCOHOL), (SERTRALINE, TRAMADOL), (DIAZEPAM, HEROIN)]
)
def test_the_window_is_of_what_was_taken_earlier(long: Substance, short: Substance) -> None:
    assert found(use(short), use(long, 25 * HOUR)) == [(long.key, short.key)]
    assert found(use(long), use(short, 25 * HOUR)) == []
    assert found(use(long), use(short, 24 * HOUR)) == [(short.key, long.key)]


def test_a_use_that_is_written_down_late_meets_what_came_after_it() -> None:
    assert found(use(ALCOHOL, 3 * HOUR), use(GHB)) == [("alcohol", "ghb")]
    assert found(use(METHADONE, 48 * HOUR), use(ALCOHOL)) == [("methadone", "alcohol")]


def test_of_two_at_one_moment_the_one_that_was_there_already_is_named_first() -> None:
    assert found(use(GHB), use(ALCOHOL)) == [("alcohol", "ghb")]


def test_the_worst_comes_first_and_of_equals_the_closest() -> None:
    others = (use(CANNABIS), use(COCAINE, HOUR), use(GHB, 5 * HOUR), use(HEROIN, 2 * HOUR))
    told = mixes(use(ALCOHOL), others, mixing())
    assert [mix.earlier for mix in told][:3] == ["heroin", "ghb", "cocaine"]
    assert [mix.pair.status for mix in told] == [
        Status.DANGER,
        Status.DANGER,
        Status.HIGH,
        Status.CAUTION,
    ]
    assert [mix.hours for mix in told] == [2, 5, 1, 0]


def test_several_uses_of_one_substance_are_told_once_by_the_closest() -> None:
    (mix,) = mixes(use(ALCOHOL), [use(GHB, 5 * HOUR), use(GHB, HOUR), use(GHB, 9 * HOUR)], mixing())
    assert (mix.seconds, mix.timed) == (HOUR, True)


def test_a_substance_is_never_mixed_with_itself() -> None:
    assert found(use(HEROIN), use(HEROIN, HOUR), use(HEROIN)) == []


def test_two_opioids_are_told_and_two_stimulants_of_one_group_are_not() -> None:
    assert found(use(HEROIN), use(FENTANYL, HOUR)) == [("fentanyl", "heroin")]
    assert found(use(HEROIN), use(METHADONE, 60 * HOUR)) == [("methadone", "heroin")]
    assert found(use(COCAINE), use(CRACK, HOUR)) == []


def test_what_nobody_knows_is_told_as_not_known() -> None:
    (mix,) = mixes(use(POWDER), [use(ALCOHOL, HOUR)], mixing())
    assert mix.pair.status is Status.UNKNOWN


def entry(
    substance: Substance, instant: int, *, timed: bool = True, type_: EntryType = EntryType.USE
) -> Entry:
    return Entry(type=type_, moment=Moment(instant, 3600, "UTC+1", timed), substance=substance.key)


def told(*entries: Entry) -> tuple[Mix, ...]:
    now, *others = uses(entries, BY_KEY, DAY_STARTS)
    return mixes(now, others, mixing())


def test_records_of_other_things_and_of_what_is_not_tracked_are_no_uses() -> None:
    stranger = entry(Substance("gone", "Gone"), NOW)
    without = entry(ALCOHOL, NOW, type_=EntryType.NONE)
    assert uses([stranger, without, entry(GHB, NOW)], BY_KEY, DAY_STARTS) == (use(GHB),)


MORNING = 20_000 * DAY + DAY_STARTS - 3600  # when a day begins on the wall clock of the records


@pytest.mark.parametrize(
    ("instant", "close"),
    [
        (MORNING - 24 * HOUR - 1, False),  # before the day of the other begins, by over a day
        (MORNING - 24 * HOUR, True),
        (MORNING + 5 * HOUR, True),
        (MORNING + DAY - 1 + 24 * HOUR, True),
        (MORNING + DAY + 24 * HOUR, False),
    ],
)
def test_a_use_without_a_time_may_have_been_at_any_time_of_its_day(
    instant: int, close: bool
) -> None:
    mix = told(entry(ALCOHOL, instant), entry(GHB, MORNING + 8 * HOUR, timed=False))
    assert bool(mix) is close
    assert not any(one.timed for one in mix)


def test_two_uses_of_one_day_without_times_are_together() -> None:
    (mix,) = told(
        entry(ALCOHOL, MORNING + HOUR, timed=False), entry(GHB, MORNING + HOUR, timed=False)
    )
    assert (mix.seconds, mix.timed) == (0, False)


def test_between_a_time_and_a_day_stands_the_least_it_can_be() -> None:
    (mix,) = told(entry(ALCOHOL, MORNING + DAY + 6 * HOUR), entry(GHB, MORNING, timed=False))
    assert (mix.earlier, mix.later, mix.hours) == ("ghb", "alcohol", 6)


USES = st.builds(use, st.sampled_from(ALL), st.integers(0, 20 * DAY))


@given(USES, st.lists(USES, max_size=8), USES)
def test_one_more_use_never_lowers_the_worst(
    now: UseSpan, others: list[UseSpan], more: UseSpan
) -> None:
    def worst(among: list[UseSpan]) -> int:
        return max((mix.pair.status for mix in mixes(now, among, mixing())), default=-1)

    assert worst([*others, more]) >= worst(others)


@given(USES, st.lists(USES, max_size=8))
def test_whom_a_use_meets_is_counted_the_plain_way(now: UseSpan, others: list[UseSpan]) -> None:
    expected = set()
    for other in others:
        early, late = (other, now) if other.first <= now.first else (now, other)
        window = HOURS.get(early.substance.key, 24) * HOUR
        if other.substance != now.substance and late.first - early.first <= window:
            expected.add(other.substance.key)
    met = {key for mix in mixes(now, others, mixing()) for key in (mix.earlier, mix.later)}
    assert met - {now.substance.key} == expected


def told_together(
    now: UseSpan, *others: UseSpan, prescribed: frozenset[str] = frozenset()
) -> list[Mix]:
    return list(occasions(now, others, mixing(), prescribed))


def test_three_are_one_mix_with_the_worst_status_and_all_that_helps() -> None:
    (mix,) = told_together(use(HEROIN), use(ALCOHOL, 2 * HOUR), use(XANAX, HOUR))
    assert mix.keys == ("alcohol", "xanax", "heroin")
    assert mix.pair.status is Status.DANGER
    assert "naloxone" in mix.pair.helps[0].text
    assert (mix.hours, mix.timed) == (2, True)


def test_what_is_not_known_stays_a_pair_of_its_own_and_comes_last() -> None:
    told_pairs = told_together(use(ALCOHOL), use(POWDER), use(GHB), use(XANAX))
    assert [len(mix.keys) for mix in told_pairs] == [3, 2]
    assert told_pairs[-1].pair.status is Status.UNKNOWN


def test_a_medicine_of_each_day_opens_nothing_and_what_comes_beside_it_does() -> None:
    daily = frozenset({"methadone"})
    days = [use(METHADONE, hours * HOUR) for hours in (24, 48)]
    evening = use(HEROIN, 12 * HOUR)
    assert told_together(use(METHADONE), evening, *days, prescribed=daily) == []
    assert told_together(use(METHADONE), evening, *days) != []
    (opened,) = told_together(evening, *days, prescribed=daily)
    assert opened.keys == ("methadone", "heroin")
    both = frozenset({"methadone", "diazepam"})
    assert told_together(use(METHADONE), use(DIAZEPAM), prescribed=both) == []


@given(USES, st.lists(USES, max_size=8))
def test_an_occasion_is_never_less_serious_than_its_worst_pair(
    now: UseSpan, others: list[UseSpan]
) -> None:
    plain = mixes(now, others, mixing())
    found_ = told_together(now, *others)
    worst = max((mix.pair.status for mix in plain), default=None)
    if worst is None:
        assert found_ == []
        return
    assert found_[0].pair.status >= worst
    assert {key for mix in found_ for key in mix.keys} == {key for mix in plain for key in mix.keys}
    opioid = any(BY_KEY[key].kind.group == "opioids" for key in found_[0].keys)
    if opioid and found_[0].pair.status.serious and len(found_[0].keys) > 2:
        assert "naloxone" in found_[0].pair.helps[0].text
