"""Goals, seen from outside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
TEN = "alcohol 10 drinks a week"


def goals(run: Run, *more: str, at: str = "2026-11-23 20:00") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("goal", "list", "--json", *more, at=at).out)[
        "goals"
    ]
    return found


def drink(run: Run, *amounts: str, last: int = 22) -> None:
    """Alcohol on days of November up to the last; 0 is none and a dot nothing."""
    for back, amount in enumerate(reversed(amounts)):
        at = f"2026-11-{last - back:02} 21:00"
        if amount == "0":
            run("none", "alcohol", at=at)
        elif amount != ".":
            run("log", "alcohol", amount, at=at)


def test_a_goal_is_said_back_kept_shown_changed_and_ended(run: Run) -> None:
    drink(run, "2", "3", "0", "0", "2", "5", "0")
    said = run("goal", "add", TEN, "--from", "2026-11-16")
    assert said.out == (
        "Saved goal 1. Alcohol: at most 10 US standard drinks a week, from Mon 16 Nov 2026.\n"
    )
    shown = run("goal").out
    assert "  1  Alcohol: at most 10 drinks a week, since 16 Nov\n" in shown
    assert "     This week so far: nothing logged\n" in shown
    assert "last week: 12 of 10 drinks" in shown
    changed = run("goal", "change", "1", "at most 8 drinks a week", "--from", "monday").out
    assert changed.startswith("Changed goal 1. Alcohol: at most 8 US standard drinks a week")
    assert changed.endswith("Days before keep what held then.\n")
    (one,) = goals(run)
    assert [week["said"] for week in one["weeks"]] == ["12 of 10 drinks", "nothing logged"]
    assert one["weeks"][0]["near"] == 0.833
    assert run("goal", "end", "1").out == (
        "Ended goal 1. Alcohol: at most 8 drinks a week. It is kept: hrjournal goal list --all. "
        "Undo brings it back.\n"
    )
    assert goals(run) == []
    assert "To see goals that ended" in run("goal").out
    assert "at most 8 drinks a week (ended 23 Nov)" in run("goal", "list", "--all").out
    assert run("goal", "end", "1").out == "Goal 1 has ended already.\n"
    run("undo")
    assert len(goals(run)) == 1


def test_ratings_are_dots_with_dates(run: Run) -> None:
    run("goal", "add", "be kinder to myself", at="2026-11-10 20:00")
    assert run("goal", "rate", "1", "4", at="2026-11-16 20:00").code == 0
    said = run("goal", "rate", "1", "7").out
    assert said == 'Saved for goal 1 ("be kinder to myself"): •••••••··· 7 of 10.\n'
    shown = run("goal").out
    assert "Your ratings: •••••••··· 7 (23 Nov), ••••······ 4 (16 Nov)\n" in shown
    assert goals(run)[0]["ratings"] == [
        {"day": "2026-11-16", "score": 4},
        {"day": "2026-11-23", "score": 7},
    ]
    assert run("goal", "rate", "1").code == 2
    assert run("goal", "rate", "1", "11").code == 2
    assert run("goal", "rate", "9", "4").err.startswith("There is no goal 9.")


def test_what_is_not_understood_is_kept_in_own_words_and_said_so(run: Run) -> None:
    said = run("goal", "add", "be kinder to myself").out
    assert said == (
        'Saved goal 1 in your own words: "be kinder to myself", from today (Mon 23 Nov 2026).\n'
        "I can't count this one. You can rate it from 0 to 10: hrjournal goal rate 1 7\n"
    )
    assert "In your own words, so you rate it." in run("goal").out
    assert run("today").out.count("Goals") == 0


def test_bad_input_is_answered_calmly(run: Run, home: Path) -> None:
    assert run("goal").out.startswith(
        "Your goals\n\n  No goal is written down, and none is needed."
    )
    assert run("goal", "review").code == 0
    bare = run("goal", "add")
    assert (bare.code, bare.out) == (2, "")
    assert run("goal", "add", " ").code == 2
    assert run("goal", "change", "3", TEN).err.startswith("There is no goal 3.")
    assert run("goal", "end", "3").code == 1
    assert run("goal", "add", "x" * 400).code == 2
    assert run("goal", "add", TEN, "--from", "tomorrow").code == 2
    assert run("goal", "add", TEN, "--from", "2027-02-29").code == 2
    assert goals(run) == []
    assert run("goal", "add", TEN, "--from", "2024-02-29").out.endswith("from Thu 29 Feb 2024.\n")


def test_goals_that_do_not_go_together_are_pointed_out_and_kept(run: Run) -> None:
    run("goal", "add", TEN)
    said = run("goal", "add", "no alcohol").out
    assert (
        "Goal 1 (Alcohol: at most 10 drinks a week) says something else. All of them stay. "
        "To end one: hrjournal goal end 1\n" in said
    )
    assert len(goals(run)) == 2


def test_a_unit_that_does_not_convert_is_said_and_is_not_known(run: Run) -> None:
    run("log", "weed", "2", "joints")
    said = run("goal", "add", "weed 2 grams a week").out
    assert (
        "You count Cannabis in joints. I can't turn those into g, so days in joints count as not "
        "known.\n" in said
    )
    assert goals(run)[0]["weeks"][-1]["said"] == "0 mg of 2 g (+? on 1 day)"


def test_five_goals_and_today_in_one_line(run: Run) -> None:
    drink(run, "2", "3", "0", "0", last=26)
    for text in (TEN, "alcohol 3 days a week without", "sleep 7 hours", "not alone", "be kinder"):
        assert run("goal", "add", text, at="2026-11-23 09:00").code == 0
    run("checkin", "sleep", "8", at="2026-11-26 09:00")
    shown = run("today", at="2026-11-26 22:00")
    assert len(shown.out.splitlines()) <= 24
    assert (
        "Goals this week, 4 of 4 days logged: Alcohol 5 of 10 drinks; Alcohol 2 of 3 days without; "
        "7 hours or more on 1 of 1 logged night; and 1 more: hrjournal goal list"
        in " ".join(shown.out.split())
    )
    data = json.loads(run("today", "--json", at="2026-11-26 22:00").out)["goals"]
    assert [one["kind"] for one in data] == ["week", "free-days", "sleep", "not-alone", "own"]
    run("pause", "numbers")
    assert "Goals" not in run("today", at="2026-11-26 22:00").out


def test_a_hidden_substance_is_not_in_today(run: Run) -> None:
    run("log", "alcohol", "2")
    run("goal", "add", TEN)
    assert "Goals" in run("today").out
    run("substances", "hide", "alcohol")
    assert "Goals" not in run("today").out


def test_trends_has_a_quiet_line_under_the_table(run: Run) -> None:
    drink(run, "2", "3", "0", "0", "2", "5", "0")
    assert "Your goal" not in run("trends").out
    run("goal", "add", TEN, "--from", "2026-11-03")
    shown = run("trends").out
    assert "\n  Your goal: at most 10 drinks a week since 3 Nov.\n" in shown
    assert shown.index("Your goal") < shown.index("How to read the tables")
    run("goal", "end", "1")
    assert "Your goal" not in run("trends").out


def test_a_steep_goal_tells_of_a_sudden_stop_once_and_is_kept(run: Run) -> None:
    drink(run, *["10"] * 16)
    said = run("goal", "add", "no alcohol").out
    assert said.startswith("Saved goal 1. Alcohol: none")
    assert "\nSafety: Stopping or cutting down alcohol fast can be dangerous. " in said
    assert "Safety" not in run("goal", "add", "alcohol 20 drinks a week").out
    assert "Safety" not in run("goal").out
    assert len(goals(run)) == 2


def test_a_goal_about_a_whole_group_looks_at_what_is_written_of_it(run: Run) -> None:
    for back in range(16):
        run("log", "xanax", "2mg", at=f"2026-11-{22 - back:02} 21:00")
    said = run("goal", "add", "no benzos").out
    assert "Safety: Stopping or cutting down Xanax fast can be dangerous." in said


def test_a_slow_step_and_a_notice_that_is_off_say_nothing(run: Run) -> None:
    drink(run, *["10"] * 16)
    assert "Safety" not in run("goal", "add", "alcohol 60 drinks a week").out
    run("notices", "off", "sudden_stop")
    assert "Safety" not in run("goal", "add", "no alcohol").out


def test_leaving_an_opioid_tells_of_tolerance_once(run: Run) -> None:
    run("log", "heroin", "1", "bag")
    said = run("goal", "add", "no heroin").out
    assert "Safety: After some days without, your body handles less than before." in said
    assert "Safety" not in run("goal", "add", "no heroin").out


def test_a_review_asks_for_a_rating_each_and_ends_with_an_open_question(
    run: Run, tell: Run
) -> None:
    drink(run, "2", "3", "0", "0", "2", "5", "0")
    run("goal", "add", TEN, "--from", "2026-11-03")
    run("goal", "add", "be kinder to myself")
    page = run("goal", "review").out
    assert "1. Alcohol: at most 10 drinks a week, since 3 Nov\n" in page
    assert "Week of 16 Nov    12 of 10 drinks (7 of 7 days logged)\n" in page
    assert page.rstrip().endswith("?")
    told = tell("goal", "review", answers=("6", "", "Walk home another way"))
    assert told.out.rstrip().endswith("Saved. To see it again: hrjournal goal list")
    assert [len(one["ratings"]) for one in goals(run)] == [1, 0]
    kept = json.loads(run("reflect", "list", "--json").out)["kept"]
    assert [one["text"] for one in kept] == ["Walk home another way"]
    assert run("undo").out.startswith("Taken back: the last rating of your goals.")
    assert json.loads(run("reflect", "list", "--json").out)["kept"] == []
    nothing = tell("goal", "review", answers=("", "", ""))
    assert nothing.out.rstrip().endswith("That is fine. Nothing was kept.")


def test_at_a_terminal_it_asks_what_is_not_clear(run: Run, tell: Run) -> None:
    told = tell("goal", "add", answers=("at most 2 drinks", "2"))
    assert "Saved goal 1. Alcohol: at most 2 US standard drinks a week" in told.out
    assert tell("goal", "add", answers=("",)).code == 0
    told = tell("goal", "add", "something", "vague", answers=("n",))
    assert (told.code, told.err) == (1, "Nothing was saved.\n")
    told = tell("goal", "add", "something", "vague", answers=("",))
    assert "Saved goal 2 in your own words" in told.out
    assert tell("goal", "rate", "2", answers=("8",)).out.endswith("8 of 10.\n")
    assert tell("goal", "rate", "2", answers=("",)).code == 0
    run("log", "alcohol", "2")
    run("log", "weed", "1", "joint")
    told = tell("goal", "add", "not before 7pm", answers=("2",))
    assert "Cannabis: not before 19:00" in told.out
    told = tell("goal", "add", "not before 8pm", answers=("",))
    assert "Anything: not before 20:00" in told.out
    told = tell("goal", "add", "at most 2 drinks", answers=("",))
    assert (told.code, told.err) == (1, "Nothing was saved.\n")
    vague = ("at most 3 drinks",) * 5
    assert "still not clear" in tell("goal", "add", "at most 2 drinks", answers=vague).err


def test_names_are_carried_along_and_a_removed_one_takes_its_goals_with_it(run: Run) -> None:
    run("log", "alcohol", "2")
    run("log", "--new", "moon tea", "2", "cups")
    run("goal", "add", TEN)
    run("goal", "add", "moon tea 2 cups a day")
    run("goal", "rate", "2", "7")
    run("goal", "add", "be kinder")
    run("substances", "rename", "moon tea", "sun tea")
    assert [one["goal"] for one in goals(run)][1] == "sun tea: at most 2 cups a day"
    run("substances", "merge", "sun tea", "alcohol")
    assert [one["goal"].partition(":")[0] for one in goals(run)][:2] == ["Alcohol", "Alcohol"]
    run("undo")
    run("substances", "remove", "sun tea", "--yes")
    assert [one["number"] for one in goals(run)] == [1, 4]
    assert "rating" not in run("export", "json", "-").out


def test_taken_out_for_good_nothing_of_it_is_left(run: Run) -> None:
    run("goal", "add", "be kinder")
    run("goal", "change", "1", "be kinder still")
    run("goal", "rate", "1", "7")
    assert run("goal", "end", "1", "--for-good").out.startswith("Taken out: goal 1.")
    assert goals(run, "--all") == []
    assert "kinder" not in run("export", "json", "-").out


def test_an_export_brings_goals_into_another_journal(run: Run, tmp_path: Path) -> None:
    run("log", "alcohol", "2")
    run("goal", "add", TEN, "--from", "2026-11-03")
    run("goal", "change", "1", "alcohol 8 drinks a week", "--from", "2026-11-16")
    run("goal", "rate", "1", "7")
    file, other = tmp_path / "all.json", ("--db", str(tmp_path / "other.db"))
    run("export", "json", str(file))
    run(*other, "reflect", "reason", "rest")
    assert run(*other, "import", "json", str(file)).code == 0
    found = json.loads(run(*other, "goal", "list", "--json").out)["goals"]
    here = goals(run)
    assert [{**one, "number": 1} for one in found] == here
    assert run(*other, "import", "json", str(file)).code == 0
    assert len(json.loads(run(*other, "goal", "list", "--json").out)["goals"]) == 1


def test_two_copies_that_each_went_on_are_merged(run: Run, tmp_path: Path, home: Path) -> None:
    run("log", "alcohol", "2", at="2026-11-20 20:00")
    run("goal", "add", TEN, at="2026-11-20 20:00")
    stick = tmp_path / "stick.db"
    stick.write_bytes((home / "journal.db").read_bytes())
    stick.chmod(0o600)
    there = ("--db", str(stick))
    run("goal", "change", "1", "alcohol 8 drinks a week", at="2026-11-21 20:00")
    run(*there, "goal", "add", "be kinder", at="2026-11-21 21:00")
    run(*there, "goal", "rate", "1", "7", at="2026-11-22 20:00")
    assert run("merge", str(stick), "--yes").code == 0
    found = goals(run)
    assert sorted(one["typed"] for one in found) == ["alcohol 8 drinks a week", "be kinder"]
    assert [one["score"] for goal in found for one in goal["ratings"]] == [7]


def test_the_discreet_view_says_no_amount_and_no_name(run: Run) -> None:
    drink(run, *["10"] * 16)
    run("config", "discreet", "on")
    said = run("goal", "add", "no alcohol").out
    assert "alcohol" not in said.casefold().replace("hrjournal safety stopping", "")
    assert "Safety: A safety note waits for you." in said
    run("goal", "add", TEN)
    for words in ("goal", "goal review", "today", "trends"):
        assert "10 drinks" not in run(*words.split()).out
        assert "Alcohol" not in run(*words.split()).out


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_in_another_zone_a_goal_holds_from_the_same_date(
    run: Run, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("goal", "add", "be kinder", "--from", "2026-11-20")
    monkeypatch.setenv("TZ", zone)
    assert goals(run)[0]["since"] == "2026-11-20"
