"""Lighter weeks, and what is changing and holds, worked out plainly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.win import BaselineKind
from support.wins.plain_past import START, USUAL, mean, millionths, rounded, rounded_half, win
from support.wins.plain_weeks import PlainSeries, picks, week_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.win import Figure, Win
    from support.wins.plain_past import PlainPast
    from support.wins.plain_weeks import Picks

MEASURES = ("amount", "days", "heavy_days", "largest")
RULES = {
    "amount": "clearly_less",
    "days": "clearly_fewer_days",
    "heavy_days": "clearly_fewer_heavy_days",
    "largest": "clearly_lower_peaks",
}
HELD_WEEKS = (4, 8, 12, 28, 52)


def expected(series: PlainSeries, days: Sequence[int]) -> Fraction:
    """What some days of a week would hold by the four weeks before, weekday for weekday."""
    before = before_week(series)
    whole = mean(list(before.values()))
    found = Fraction(0)
    for day in days:
        like = [value for one, value in before.items() if (day - one) % 7 == 0]
        found += mean(like) if like else whole
    return found


def before_week(series: PlainSeries) -> dict[int, int]:
    """The days of a measure in the 28 days before the week."""
    last = series.past.today
    return {day: series.days[day] for day in range(last - 34, last - 6) if day in series.days}


def can_be_told(series: PlainSeries) -> bool:
    return len(series.of_week(series.number)) >= 5 and len(before_week(series)) >= 14


def week_sum(series: PlainSeries) -> int:
    return sum(series.days[day] for day in series.of_week(series.number))


def lighter_week(
    past: PlainPast, others: Sequence[PlainPast], held: Win | None
) -> tuple[Win | None, bool | None]:
    """The win of the week that ends with a past, and whether it was lighter."""
    amount = PlainSeries(past, "amount")
    days = amount.of_week(amount.number)
    logged = [day for day in range(past.today - 6, past.today + 1) if day in past.logged]
    if days != logged or not can_be_told(amount):
        return None, None
    now, usual = week_sum(amount), expected(amount, days)
    if now + past.piece > usual:
        return None, still_held(amount, held)
    if amount.looks_heavier(USUAL):
        return None, None
    return _week_win(amount, days, usual, others), True


def still_held(amount: PlainSeries, held: Win | None) -> bool:
    if held is None or held.figures["unit"] != amount.past.unit:
        return False
    level = 2 * int(held.figures["now"]) * len(amount.of_week(amount.number))
    return week_sum(amount) <= level + amount.past.piece


def _week_win(
    amount: PlainSeries, days: Sequence[int], usual: Fraction, others: Sequence[PlainPast]
) -> Win:
    past, used = amount.past, PlainSeries(amount.past, "days")
    full = amount.full_weeks()
    among = [week for week in range(amount.number - 4, amount.number + 1) if week in full]
    own = amount.evened(amount.number)
    return win(
        "lighter_week",
        past.today,
        past.key,
        USUAL,
        chance=millionths(sum(amount.evened(week) <= own for week in among), len(among)),
        now=rounded_half(week_sum(amount)),
        then=rounded_half(usual),
        unit=past.unit,
        now_used=sum(past.used(day) for day in days),
        then_used=rounded(10 * expected(used, days)),
        now_from=past.today - 6,
        now_to=past.today,
        now_days=len(days),
        then_from=past.today - 34,
        then_to=past.today - 7,
        then_days=len(before_week(amount)),
        **_beside_start(amount, used, len(days)),
        **_rose(others),
    )


def _beside_start(amount: PlainSeries, used: PlainSeries, days: int) -> dict[str, int]:
    level, used_level = amount.level(START), used.level(START)
    if level is None or amount.looks_heavier(START):
        return {}
    if week_sum(amount) + amount.past.piece > level * days:
        return {}
    found = {"start": rounded_half(level * days)}
    if used_level is not None:
        found["start_used"] = rounded(10 * used_level * days)
    return found


def _rose(others: Sequence[PlainPast]) -> dict[str, Figure]:
    """What rose most of other substances in the same week."""
    found: list[tuple[Fraction, dict[str, Figure]]] = []
    for past in others:
        amount = PlainSeries(past, "amount")
        if can_be_told(amount):
            now, usual = week_sum(amount), expected(amount, amount.of_week(amount.number))
            if now > usual * Fraction(5, 4) and now > usual + past.piece:
                figures: dict[str, Figure] = {
                    "rose": past.key,
                    "rose_now": rounded_half(now),
                    "rose_then": rounded_half(usual),
                    "rose_unit": past.unit,
                }
                found.append((usual / now, figures))
    return min(found, key=lambda one: one[0])[1] if found else {}


class PlainLight(NamedTuple):
    """A measure that is clearly lighter than a comparator."""

    chance: Fraction
    order: int
    against: str
    measure: str
    series: PlainSeries
    found: Picks


def changing(past: PlainPast) -> Win | None:
    """What four weeks that end with a past claim beside the weeks before."""
    if sum(past.today - 84 < day for day in past.use_days) < 5:
        return longer_between(past)
    light = sorted(_light(past))
    if not any(_claims(one) for one in light):
        return None
    first, *more = light
    also = [one for one in more if one.against == first.against][:2]
    figures = sides(first.series, first.series, BaselineKind(first.against))
    for one in also:
        beside = sides(one.series, one.series, BaselineKind(one.against))
        figures |= {f"{one.measure}_now": beside["now"], f"{one.measure}_then": beside["then"]}
    figures["also"] = " ".join(one.measure for one in also)
    return win(
        RULES[first.measure],
        past.today,
        past.key,
        BaselineKind(first.against),
        chance=millionths(first.found.lighter, first.found.ways),
        **figures,
    )


def _light(past: PlainPast) -> Iterator[PlainLight]:
    for order, measure in enumerate(MEASURES):
        series = PlainSeries(past, measure)
        for against in (START, USUAL):
            found = series.compared(against)
            if found and found.chance <= Fraction(5, 100) and worth(series, series.level(against)):
                yield PlainLight(found.chance, order, against.value, measure, series, found)


def worth(series: PlainSeries, level: Fraction | None) -> bool:
    """Whether the last weeks are lower than a level by as much as people can write."""
    least = series.past.piece if series.measure in {"amount", "largest"} else 1
    weeks = series.last()
    days = 1 if series.measure == "largest" else sum(len(series.of_week(one)) for one in weeks)
    return level is not None and series.mean_of(weeks) + Fraction(least, days) <= level


def _claims(light: PlainLight) -> bool:
    if light.measure == "amount":
        return True
    amount = PlainSeries(light.series.past, "amount")
    alone = amount.compared(BaselineKind(light.against)) is None
    return light.measure == "days" and (alone or light.chance <= Fraction(2, 100))


def sides(now: PlainSeries, then: PlainSeries, against: BaselineKind) -> dict[str, Figure]:
    """The figures of the last weeks, and of a comparator as it stood `then`."""
    weeks, level = then.before(against), then.level(against)
    starts = now.past.yardstick.week_starts
    assert level is not None
    shown = [_shown(now, now.mean_of(now.last())), _shown(now, level)]
    figures: dict[str, Figure] = {
        "now": shown[0],
        "then": shown[1],
        "now_from": now.past.today - 27,
        "now_to": now.past.today,
        "now_days": sum(len(now.of_week(week)) for week in now.last()),
        "then_from": week_days(weeks[0], starts)[0],
        "then_to": week_days(weeks[-1], starts)[-1],
        "then_days": sum(len(then.of_week(week)) for week in weeks),
    }
    return {**figures, "unit": now.past.unit} if _is_amount(now) else figures


def _is_amount(series: PlainSeries) -> bool:
    return series.measure in {"amount", "largest"}


def _shown(series: PlainSeries, value: Fraction) -> int:
    """Thousandths of a day, or tenths of days a week."""
    return rounded_half(value) if _is_amount(series) else rounded(70 * value)


def longer_between(past: PlainPast) -> Win | None:
    """Days between uses of the last four weeks that are clearly longer than those before."""
    day = past.today
    ends = [one for one in past.use_days if day - 364 < one]
    gaps = [(a, b) for a, b in zip(ends, [*ends[1:], day + 1], strict=False) if _known(past, a, b)]
    late = [gap for gap in gaps if gap[1] > day - 27]
    early = [gap for gap in gaps if gap[1] <= day - 27][-8:]
    if not late or len(early) < 4:
        return None
    now, then = ([Fraction(b - a) for a, b in some] for some in (late, early))
    found = picks(now, then)
    if Fraction(found.heavier, found.ways) > Fraction(5, 100):
        return None
    if rounded(mean(now)) <= rounded(mean(then)):
        return None
    return win(
        "clearly_longer_between",
        day,
        past.key,
        USUAL,
        chance=millionths(found.heavier, found.ways),
        now=rounded(mean(now)),
        then=rounded(mean(then)),
        now_from=day - 27,
        now_to=day,
        now_days=len(late),
    )


def _known(past: PlainPast, begun: int, ended: int) -> bool:
    between = [one for one in range(begun + 1, ended) if one in past.logged]
    return 7 * len(between) >= 5 * (ended - begun - 1)


def holding(past: PlainPast, claim: Win, then: PlainPast) -> Win | None:
    """Whether the last weeks are still as light as those of a claim."""
    weeks = (past.today - claim.day) // 7
    now, before = PlainSeries(past, "amount"), PlainSeries(then, "amount")
    level = before.level(claim.baseline)
    last = now.last()
    claimed = [week for week in now.full_weeks() if before.number - 3 <= week <= before.number]
    if weeks not in HELD_WEEKS or len(last) < 3 or len(claimed) < 4:
        return None
    found = picks([now.evened(week) for week in last], [now.evened(week) for week in claimed])
    if Fraction(found.heavier, found.ways) <= Fraction(15, 100) or not worth(now, level):
        return None
    return win(
        "holds",
        past.today,
        past.key,
        claim.baseline,
        chance=millionths(found.lighter, found.ways),
        weeks=weeks,
        **sides(now, before, claim.baseline),
    )
