from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import History
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.win import BaselineKind, Size, Win, WinGroup
from hrjournal.pages.wins import sentences
from hrjournal.pages.wins.page import NoticesShown, page, why_page
from hrjournal.pages.wins.sentences import choose
from hrjournal.report.wins import RULES, assess, assess_span, fresh
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
from support.pages.reading import DRINK, UNITS, column, read, tables

AVOIDED = re.compile(
    r"\b(clean|dirty|junkie|addict|abuser?|relapse\w*|fail\w*|bro+ken?|cheat\w*|only|just|should"
    r"|must|lost|no win)\b|!|%|\{|\}|\?",
    re.IGNORECASE,
)


def use(clock: str, **fields: object) -> Entry:
    amount = Amount(DRINK // 2, DRINK // 2, "g_alc")
    return entry(EntryType.USE, TODAY, clock, substance="alcohol", amount=amount, **fields)


def routes() -> list[Entry]:
    ways = [(back, "injected" if back else "smoked") for back in range(6)]
    return [
        entry(EntryType.USE, TODAY - back, substance="heroin", route=way, steps=("small-first",))
        for back, way in ways
    ]


def life() -> list[Entry]:
    return [
        entry(
            EntryType.URGE if back % 3 else EntryType.CHECKIN,
            TODAY - back,
            mood=8 if back < 7 else 4,
            sleep=480 if back < 7 else 400,
            urge=3 if back < 7 else 7,
            urge_after=2 if back < 7 else 7,
            outcome=Outcome.RODE_OUT,
            copings=("walk",),
            spend=1000 if back < 7 else 9000,
        )
        for back in range(35)
    ]


STEPS = ("carried-naloxone", "not-alone", "tested", "small-first", "new-equipment", "ate", "water")
HELP = ("asked-for-help", "took-treatment")
EVENING = [use("21:00", steps=STEPS + HELP, company="friend"), use("23:00", company="friend")]
COUNTED = history("1")._replace(
    uses={"alcohol": {TODAY: history("1").of("alcohol")[TODAY]._replace(prompt=1)}}
)
JOURNALS = (
    history("4@20:00-23:45*40 1@21:00-23:00", each=DRINK, records=EVENING),
    history("5*28 .*28 4*28 1*28", each=DRINK),
    history("5*28 .*28 4*28 4*28 1.5*28", each=DRINK),
    history("5*28 .*28 5*28 4*28", each=DRINK),
    history("1*6", substance=HEROIN, records=routes()),
    history("1*40 0*7", substance=CANNABIS, records=life()),
    history("4*28 1 0*5 1", substance=CANNABIS),
    history("1*35 1 0*3 1", substance=HEROIN, records=routes()),
    history("1*5 0*5 1*5 0*5 1*5 0*5 1*3 0*27", substance=COCAINE),
    history("10*14 9.5*7", substance=DIAZEPAM),
    history("4*8 .*4 0", each=DRINK),
    history("4*5 0*4 1", each=DRINK),
    history("1 0*3 1 0*2 1 1 0*6 1", substance=CANNABIS),
    COUNTED,
)


def sentence(win: Win, now: History) -> str:
    """What is said of a win, as it is seen."""
    return unmarked(sentences.sentence(win, now.substances, UNITS))


def walked(now: History) -> list[Win]:
    """The wins of a journal as they come to stand in a ledger, each with its number."""
    found = fresh(assess_span(now, now.days, TODAY + 1), {})
    return [win._replace(id=number) for number, win in enumerate(found, 1)]


def said() -> dict[tuple[str, BaselineKind], str]:
    return {
        (win.rule, win.baseline): sentence(win, now)
        for now in JOURNALS
        for win in assess(now, TODAY, TODAY + 1)
    }


def test_every_rule_has_its_sentence_and_none_of_them_grades_a_person() -> None:
    told = said()
    assert set(RULES) - set(told) == set()
    for words in told.values():
        assert not AVOIDED.search(words)
        assert words[0].isupper()
        assert words.endswith(".")
        assert re.search(r"\bdays?\b", words)


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("4*28 4*6 3", "a little less than your usual"),
        ("4*28 3*7", "a lot less than your usual"),
    ],
)
def test_a_lower_week_names_its_size_and_what_it_was(marks: str, size: str) -> None:
    now = history(marks, each=DRINK)
    (words,) = (
        sentence(win, now) for win in assess(now, TODAY, TODAY + 1) if win.rule == "lower_week"
    )
    assert words.startswith(f"Alcohol this week: {size}")
    assert "US standard drinks a day, was 4" in words
    assert "7 of 7 days written, 28 of 28 before" in words


def test_days_without_an_opioid_go_with_a_word_on_tolerance() -> None:
    now = history("1*28 0*4", substance=HEROIN)
    words = [sentence(win, now) for win in assess(now, TODAY, TODAY)]
    assert [told for told in words if "without" in told and "tolerance" in told]
    other = history("1*28 0*4", substance=CANNABIS)
    assert not any("tolerance" in sentence(win, other) for win in assess(other, TODAY, TODAY + 1))


def test_a_substance_that_rose_is_noticed_in_neutral_words() -> None:
    now = together(history("2*28 1*7", substance=COCAINE), history("2*28 4*7", substance=CANNABIS))
    words = [sentence(win, now) for win in assess(now, TODAY, TODAY + 1)]
    assert any(told.startswith("Cocaine this week") and "Cannabis rose" in told for told in words)


def test_the_words_of_a_person_are_never_read_as_blanks() -> None:
    odd = CANNABIS._replace(name="{then} {0.id}")
    now = history("0", substance=odd)
    (words,) = (sentence(win, now) for win in assess(now, TODAY, TODAY) if win.rule == "none_day")
    assert words.startswith("{then} {0.id}")


def test_a_win_of_a_rule_that_is_not_known_any_more_is_still_told() -> None:
    old = Win("gone", TODAY, TODAY, WinGroup.LESS)
    assert sentence(old, history("1")._replace(substances={}))
    assert read(page([old], history("1"), UNITS, TODAY, since=None))


wins = st.builds(
    Win,
    st.sampled_from([rule for rule, _ in RULES]),
    st.integers(TODAY - 9, TODAY),
    st.just(TODAY - 40),
    st.sampled_from(WinGroup),
    st.none() | st.just("alcohol"),
    id=st.integers(1, 10**6),
)


@given(st.lists(wins, max_size=12, unique_by=lambda win: win.id))
def test_at_most_three_are_chosen_of_the_most_different_kinds_the_safer_first(
    found: list[Win],
) -> None:
    chosen = choose(found)
    groups = [win.group for win in chosen]
    assert len(chosen) == min(3, len(found))
    assert len(set(groups)) == min(3, len({win.group for win in found}))
    assert all(win in found for win in chosen)
    assert not groups or groups[0] is min((win.group for win in found), key=list(WinGroup).index)
    assert choose(found[::-1]) == chosen


def test_the_newest_come_first_under_their_kind() -> None:
    now = history("4*28 3*7 3 2 0 1", substance=CANNABIS)
    shown = page(walked(now), now, UNITS, TODAY, since=None)
    days = [int(number) for table in tables(shown) for number in column(table, "No")]
    assert days
    text = read(shown)
    assert text.index("## Less\n") < text.index("## Less often\n")


def test_a_run_that_is_over_is_not_shown_and_what_was_reached_is() -> None:
    won = [Win("tested", day, day, WinGroup.SAFER, id=day) for day in (TODAY - 3, TODAY - 2)]
    shown = read(page(won, history("1 1 1 1"), UNITS, TODAY, since=None))
    assert "2 days in all" in shown
    assert "longest 2 days" in shown
    assert "in a row now" not in shown
    assert not re.search(r"\b0 (days|weeks)", shown)
    assert not AVOIDED.search(shown.replace("?", ""))


def test_too_few_days_are_said_warmly_with_how_many_there_are() -> None:
    shown = read(page([], history("1 . 1"), UNITS, TODAY, since=None))
    assert "Not enough days yet" in shown
    assert "2 of" in shown
    assert "19" in shown
    assert not AVOIDED.search(shown)


def test_wins_wait_while_a_notice_is_due_and_safety_opens_the_page() -> None:
    now = history("4*28 1*7", each=DRINK)
    care = NoticesShown((("Take care", "Words of care."),), {"alcohol"})
    shown = page(walked(now), now, UNITS, TODAY, since=None, care=care)
    text = read(shown)
    assert text.index("Take care. Words of care.") < text.index("From ")
    assert "less than" not in text
    assert shown.data["waiting"] > 0


@pytest.mark.parametrize("now", JOURNALS, ids=lambda now: "-".join(now.substances))
def test_the_data_of_a_page_are_plain_and_hold_every_win(now: History) -> None:
    found = walked(now)
    told = json.loads(json.dumps(dict(page(found, now, UNITS, TODAY, since=None).data)))
    assert [win["id"] for win in told["wins"]] == [win.id for win in found]
    for win in told["wins"]:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", win["day"])
        assert {"rule", "group", "substance", "against", "size", "sentence", "figures"} <= set(win)


def test_behind_a_win_lie_its_days_as_they_were_written() -> None:
    now = history("4*20 . ? 4*6 2 1 0 . 2 2 2", each=DRINK, substance=ALCOHOL)
    (won,) = (win for win in assess(now, TODAY, TODAY + 1) if win.rule == "lower_week")
    shown = why_page(won, now, UNITS, "Less goes with fewer problems.")
    (rows,) = tables(shown)
    written = column(rows, "Written")
    assert len(written) == 35
    assert written[:4] == ["2 US standard drinks", "1 US standard drink", "none", "not written"]
    assert "some, amount not known" in written
    assert "Less goes with fewer problems." in read(shown)
    json.dumps(dict(shown.data))


@pytest.mark.parametrize("now", JOURNALS, ids=lambda now: "-".join(now.substances))
def test_every_win_can_be_looked_behind(now: History) -> None:
    for win in assess(now, TODAY, TODAY + 1):
        shown = read(why_page(win, now, UNITS, "Why."))
        assert sentence(win, now) in shown


def test_a_size_is_said_in_words_and_never_in_percent() -> None:
    now = history("4*28 2*7", each=DRINK)
    won = [win for win in assess(now, TODAY, TODAY + 1) if win.size is not Size.UNSAID]
    assert won
    assert not any("%" in sentence(win, now) for win in won)
