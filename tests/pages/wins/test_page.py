from __future__ import annotations

import json
import re
from typing import Any

import pytest

from hrjournal.blocks import DefinitionList, Heading, Note, Tone
from hrjournal.domain.history import History
from hrjournal.domain.win import Grade, Win
from hrjournal.pages.wins.page import WinsShown, page
from hrjournal.sanitize import unmarked
from support.builders import CANNABIS, TODAY, history
from support.pages.reading import UNITS, column, read, tables
from support.pages.winning import AVOIDED, JOURNALS, made, walked
from support.report.finding import JUDGED, SUNDAY

NOTHING = history("1")


def shown(wins: list[Win], now: History = NOTHING, **more: Any) -> WinsShown:
    kept = [win for win in wins if win.grade is not Grade.LOOKS]
    parts: dict[str, Any] = {
        "today": TODAY,
        "wins": kept,
        "total": len(kept),
        "looks": [win for win in wins if win.grade is Grade.LOOKS],
        "verdicts": {},
        "logged": (20, 40),
        "substances": now.substances,
    }
    return WinsShown(**{**parts, **more})


def lines(found: WinsShown) -> list[str]:
    """The wins of a page, each line as it is seen."""
    blocks = page(found, UNITS).blocks
    return [unmarked(one.text) for one in blocks if isinstance(one, Note) and one.tone is Tone.WIN]


def heads(found: WinsShown) -> list[str]:
    return [one.text for one in page(found, UNITS).blocks if isinstance(one, Heading)]


def act(day: int = TODAY, rule: str = "tested", number: int = 1) -> Win:
    return made(rule, None)._replace(day=day, id=number)


def test_what_is_new_is_told_with_its_day_and_number() -> None:
    assert lines(shown([act(TODAY - 6, number=12)])) == ["Tue 17 Nov. Checked what was in it. (12)"]
    assert lines(shown([act(TODAY - 7)])) == []


def test_three_are_told_at_most_and_one_of_a_kind() -> None:
    rules = ("tested", "measured", "ate", "water", "rode", "urge_less", "strategy")
    wins = [act(TODAY - back, rule, back + 1) for back, rule in enumerate(rules)]
    told = lines(shown(wins))
    assert len(told) == 3
    assert len(set(told)) == 3


def test_what_is_counted_quietly_is_not_told_on_the_screen() -> None:
    quiet = act()._replace(told=False)
    text = read(page(shown([quiet]), UNITS))
    assert lines(shown([quiet])) == []
    assert "Nothing new to tell this week. So far: 1." in text
    assert "1 win so far: hrjournal wins --all" in text


def claim(day: int, rule: str = "clearly_less", number: int = 5) -> Win:
    figures: dict[str, Any] = {"now": 1000, "then": 2000, "unit": "joint", "also": "", "weeks": 8}
    return made(rule, "cannabis", **figures)._replace(day=day, id=number, chance=2000)


@pytest.mark.parametrize(
    ("day", "under"),
    [
        (TODAY - 1, ["New this week"]),
        (TODAY - 8, ["Changing"]),
        (TODAY - 27, ["Changing"]),
        (TODAY - 28, []),
    ],
)
def test_a_claim_stands_under_what_is_changing_for_four_weeks(day: int, under: list[str]) -> None:
    assert heads(shown([claim(day)], JOURNALS[2])) == under


@pytest.mark.parametrize(
    ("day", "under"), [(TODAY - 1, ["New this week"]), (TODAY - 90, ["Holding"]), (TODAY - 91, [])]
)
def test_what_holds_stands_there_for_a_quarter_of_a_year(day: int, under: list[str]) -> None:
    assert heads(shown([claim(day, "holds")], JOURNALS[2])) == under


def test_what_only_looks_lighter_stands_there_without_a_number() -> None:
    found = shown([claim(JUDGED, "looks_lighter")._replace(grade=Grade.LOOKS)], JOURNALS[2])
    assert heads(found) == ["Changing"]
    (line,) = lines(found)
    assert line.startswith("Sun 8 Nov. Cannabis looks lighter so far: 1 joint a day, was 2")
    assert not line.endswith(")")
    data = page(found, UNITS).data
    assert (data["wins"], len(data["looks_lighter"])) == ([], 1)


@pytest.mark.parametrize(
    ("verdicts", "run"),
    [
        ("111", "3 now"),
        ("11011", "2 now, 4 days in all"),
        ("0111011", "2 now, longest 3, 5 days in all"),
        ("1110", "longest 3"),
        ("1101", "longest 2, 3 days in all"),
        ("101", None),
        ("", None),
    ],
)
def test_runs_are_told_from_two_on_and_equal_numbers_once(verdicts: str, run: str | None) -> None:
    found = page(shown([], verdicts={"": verdicts}), UNITS)
    lists = [dict(one.rows) for one in found.blocks if isinstance(one, DefinitionList)]
    assert lists == ([{"Lighter days": run}] if run else [])
    assert not AVOIDED.search(read(found))


def test_lighter_weeks_stand_by_substance() -> None:
    found = page(shown([], JOURNALS[2], verdicts={"cannabis": "0110", "gone": "11"}), UNITS)
    assert "Lighter weeks, Cannabis: longest 2" in read(found)
    weeks: Any = found.data["lighter_weeks"]
    assert {unmarked(name): run for name, run in weeks.items()} == {
        "Cannabis": {"now": 0, "longest": 2, "total": 2}
    }
    assert found.data["winning_days"] == {"now": 0, "longest": 0, "total": 0}


def test_too_few_days_are_said_warmly_with_how_many_there_are() -> None:
    text = read(page(shown([], logged=(2, 2)), UNITS))
    assert "Logged on 2 of the last 28 days." in text
    assert "Weekly comparisons start after about 19 logged days (2 so far)." in text
    assert not AVOIDED.search(text)
    later = read(page(shown([], logged=(19, 19)), UNITS))
    assert "Nothing new to tell this week." in later


def test_safety_opens_the_page_and_wins_stand_all_the_same() -> None:
    care = [("Take care", "Words of care."), ("Another", "More.")]
    text = read(page(shown([act()], notices=care), UNITS))
    assert text.index("Take care. Words of care.") < text.index("Checked what was in it.")
    assert "More." not in text


def test_all_of_them_stand_by_kind_the_newest_for_those_alike() -> None:
    wins = [
        *(act(TODAY - back, number=10 - back) for back in (9, 3, 1)),
        act(TODAY - 2, "ate", 20),
        made("day_without", "cannabis", then=3)._replace(id=21),
        act(TODAY - 5, "rode", 22)._replace(told=False),
    ]
    found = page(shown(wins, JOURNALS[2], everything=True), UNITS)
    text = read(found)
    heads = ["Safer", "Less often", "Urges", "Care"]
    assert [block.text for block in found.blocks if isinstance(block, Heading)] == heads
    first = tables(found)[0]
    assert (column(first, "No"), column(first, "Day")) == (["9"], ["Sun 22 Nov and 2 more"])
    assert "hrjournal wins --why NUMBER" in text
    assert "--all" not in text


@pytest.mark.parametrize("now", JOURNALS, ids=lambda now: "-".join(now.substances))
@pytest.mark.parametrize("everything", [False, True])
def test_a_page_of_any_journal_is_one_screen_and_its_data_hold_every_win(
    now: History, everything: bool
) -> None:
    found = walked(now)
    made_page = page(shown(found, now, everything=everything), UNITS)
    told = json.loads(json.dumps(dict(made_page.data)))
    kept = [win.id for win in found if win.grade is not Grade.LOOKS]
    assert [win["id"] for win in told["wins"]] == kept
    assert told["total"] == len(kept)
    text = read(made_page)
    assert not AVOIDED.search(re.sub(r"hrjournal \w+( --\w+)?", "", text))
    if not everything:
        assert len(made_page.blocks) <= 14
        assert len(lines(shown(found, now))) == len(set(lines(shown(found, now))))


def test_one_fact_is_told_once_on_a_screen() -> None:
    # a lighter week, and the day without that makes it one
    now = history("1*43 0 1*5", substance=CANNABIS, end=SUNDAY)
    found = walked(now)
    recent = {win.rule for win in found if win.day > TODAY - 7}
    assert recent == {"lighter_week", "day_without"}
    assert len(lines(shown(found, now))) == 1
