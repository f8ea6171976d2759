"""Whole journals, written day by day: which notice comes after which save, in which words."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.context import AppContext
from hrjournal.domain.win import Grade, Win, WinGroup, WinMeasure
from hrjournal.store.ledger import enter, wins

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.slow
Run = Callable[..., "Answer"]
FIRST = date(2026, 6, 1)


class Diary:
    """Writes one day after the other, and keeps what was said about safety."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.day = FIRST

    def at(self, clock: str, *words: str) -> list[str]:
        """The safety lines after a command at this time of the day."""
        answer = self.run(*words, at=f"{self.day} {clock}")
        assert answer.code == 0, answer.err
        return [line for line in answer.out.splitlines() if line.startswith("Safety")]

    def days(self, count: int, *words: str) -> list[tuple[int, str]]:
        """The same for some days in a row: on the how many-eth day what was said."""
        told = []
        for number in range(1, count + 1):
            told += [(number, line) for line in self.at("20:00", *words)]
            self.day += timedelta(days=1)
        return told


@pytest.fixture
def diary(run: Run) -> Diary:
    """A diary that has not begun."""
    return Diary(run)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("without", "during", "title"),
    [
        (2, [], ""),
        (3, [3], "Your body may be used to less heroin now"),
        (7, [3, 7], "Your body is used to much less heroin now"),
        (30, [3, 7], "Your body is used to much less heroin now"),
    ],
)
def test_an_opioid_after_days_without(
    diary: Diary, without: int, during: list[int], title: str
) -> None:
    assert diary.days(20, "log", "heroin", "2", "bags") == []
    told = diary.days(without, "none")
    assert [day for day, _ in told] == during
    back = diary.days(3, "log", "heroin", "1", "bag")
    weeks = [(2, False), (3, False)] if without >= 7 else []
    assert [(day, title in line) for day, line in back] == ([(1, True), *weeks] if title else [])
    assert all("Your body is still used to less heroin." in line for _, line in back[1:])
    if title:
        assert "naloxone" in back[0][1]


@pytest.mark.slow
def test_lower_tolerance_is_said_once_and_the_days_without_are_a_win_beside_it(
    diary: Diary,
) -> None:
    diary.days(30, "log", "heroin", "2", "bags")
    diary.days(2, "none")
    said = diary.run("none", at=f"{diary.day} 20:00").out.splitlines()
    assert said[1].startswith("Safety: Your body may be used to less heroin now.")
    assert said[2:] == ["+ Heroin: a Thursday without. You had some on 4 of the last 4 Thursdays."]
    diary.day += timedelta(days=1)
    later = diary.run("none", at=f"{diary.day} 20:00").out.splitlines()
    assert later[1:] == []  # one of many alike is not said unasked
    page = " ".join(diary.run("wins", at=f"{diary.day} 21:00").out.split())
    assert "without. You had some on 4 of the last 4" in page
    assert page.count("used to less") == 1


def test_a_night_that_is_written_down_the_morning_after_is_told_of_too(diary: Diary) -> None:
    diary.days(20, "log", "heroin", "2", "bags")
    diary.days(8, "none")
    diary.day += timedelta(days=1)
    (told,) = diary.at("09:00", "log", "heroin", "1", "bag", "--at", "yesterday 23:00")
    assert "Your body is used to much less heroin now" in told
    (again,) = diary.at("10:00", "log", "heroin", "1", "bag", "--at", "yesterday 23:30")
    assert again == (
        "Safety: Your body is still used to less heroin. Smaller than before, not alone, "
        "and naloxone near: that helps most in these two weeks."
    )
    assert diary.at("21:00", "log", "heroin", "1", "bag") == [again]  # with each use
    assert diary.at("22:00", "log", "alcohol", "1") != [again]


@pytest.mark.slow
def test_the_weeks_after_a_return_have_a_line_with_each_use_and_then_one_a_week(
    diary: Diary,
) -> None:
    diary.days(5, "log", "heroin", "2", "bags")
    diary.day += timedelta(days=34)
    told = diary.days(30, "log", "heroin", "1", "bag")
    assert [day for day, _ in told] == [*range(1, 15), 15, 22]
    assert "After a gap" in told[0][1]
    assert all("still used to less" in line for _, line in told[1:14])
    assert all("may still be used to less" in line for _, line in told[14:])


def test_methadone_each_day_is_no_break_and_no_return(diary: Diary) -> None:
    diary.days(3, "log", "heroin", "2", "bags")
    told = diary.days(20, "log", "methadone", "60", "mg")
    assert all("used to" not in line for _, line in told)
    evening = diary.at("20:00", "log", "heroin", "1", "bag")
    assert all("used to" not in line for line in evening)


@pytest.mark.slow
@pytest.mark.parametrize("without", [8, 60])
def test_another_opioid_after_days_without_any(diary: Diary, without: int) -> None:
    diary.days(20, "log", "heroin", "2", "bags")
    diary.days(without, "none")
    (told,) = diary.at("20:00", "log", "oxycodone", "2", "pills")
    assert "Your body is used to much less of any opioid now" in told
    (after,) = diary.at("21:00", "log", "oxycodone", "1", "pill")
    assert after.startswith("Safety: Your body is still used to less of any opioid.")
    why = diary.run("notices", "--why", at=f"{diary.day} 22:00").out
    assert f"Opioids: after a day of use, {without} days were written as none." in why
    today = diary.run("today", "--plain", at=f"{diary.day} 22:00").out
    assert "of any opioid" in today


def test_another_opioid_all_the_while_is_no_return(diary: Diary) -> None:
    diary.days(20, "log", "heroin", "2", "bags")
    told = diary.days(3, "log", "oxycodone", "2", "pills")
    assert all("any opioid" not in line for _, line in told)
    diary.day += timedelta(days=1)
    assert diary.at("21:00", "log", "oxycodone", "2", "pills") == []


@pytest.mark.slow
def test_heavy_daily_alcohol_that_stops_at_once(diary: Diary) -> None:
    assert diary.days(30, "log", "alcohol", "150", "g") == []
    stopped = diary.days(20, "none", "alcohol")
    assert [day for day, _ in stopped] == [1, 7, 8, 14]
    assert "Stopping or cutting down alcohol fast can be dangerous" in stopped[0][1]
    assert "seizure" in stopped[0][1]
    assert "If you have stopped already, please talk to one of them today." in stopped[0][1]
    assert "What you earned stays. New wins of less alcohol wait while this lasts." in stopped[0][1]
    assert "A break makes alcohol hit harder" in stopped[1][1]
    assert "Still without alcohol, or with far less. It may not be over yet." in stopped[2][1]
    assert "A long break makes alcohol hit much harder" in stopped[3][1]


def nights(diary: Diary, count: int, *amounts: str) -> list[list[str]]:
    """What was said of safety after each night of drinking, the amounts taking turns."""
    return [
        [line for _, line in diary.days(1, "log", "beer", amounts[number % len(amounts)])]
        for number in range(count)
    ]


def test_eight_or_nine_beers_a_night_that_stop_have_a_gentle_line_for_two_days(
    diary: Diary,
) -> None:
    assert nights(diary, 21, "8", "9") == [[]] * 21
    told = diary.days(4, "none")
    assert [day for day, _ in told] == [1, 2]
    assert told[0][1].startswith("Safety: A day without alcohol, after many days with a lot.")
    assert "sixty-five" in told[0][1]
    assert told[1][1].startswith("Safety: Still without alcohol.")
    assert all("call your emergency number" in line for _, line in told)


def test_wins_stay_beside_a_gentle_line(diary: Diary) -> None:
    nights(diary, 28, "8", "9")
    nights(diary, 1, "7")
    said = diary.run("none", at=f"{diary.day} 20:00").out
    assert "Safety: A day without alcohol" in said
    assert "\n+ Alcohol: 7 " in said
    due = json.loads(diary.run("notices", "--json", at=f"{diary.day} 21:00").out)["due"]
    assert [(one["rule"], one["tier"]) for one in due] == [("sudden_stop", "gentle")]


@pytest.mark.slow
def test_a_history_is_asked_for_once_and_makes_the_words_the_strongest(diary: Diary) -> None:
    nights(diary, 14, "2")
    assert diary.days(1, "none") == []
    nights(diary, 14, "9")
    said = diary.run("none", at=f"{diary.day} 20:00").out
    assert "hrjournal config withdrawal_history yes" in said
    assert "withdrawal_history" in diary.run("notices", at=f"{diary.day} 21:00").out
    diary.day += timedelta(days=1)
    assert "withdrawal_history" not in diary.run("none", at=f"{diary.day} 20:00").out
    diary.at("21:00", "config", "withdrawal_history", "yes")
    shown = diary.run("notices", at=f"{diary.day} 22:00").out
    assert "Stopping alcohol now needs medical help" in shown
    assert "config withdrawal_history" not in shown


@pytest.mark.slow
def test_a_slow_step_down_with_pills_is_never_told(diary: Diary) -> None:
    for amount in ("10", "9", "8", "7"):
        assert diary.days(14, "log", "diazepam", amount, "mg") == []
    larger, sudden = (line for _, line in diary.days(7, "log", "diazepam", "3", "mg"))
    assert "A larger step down with diazepam" in larger
    assert "Stopping or cutting down diazepam fast can be dangerous" in sudden


@pytest.mark.slow
def test_a_larger_step_has_one_line(diary: Diary) -> None:
    diary.days(21, "log", "diazepam", "10", "mg")
    told = diary.days(12, "log", "diazepam", "8", "mg")
    assert len(told) == 1
    assert "A larger step down with diazepam" in told[0][1]


@pytest.mark.slow
def test_more_of_one_sedative_beside_a_daily_one_has_a_neutral_line(diary: Diary) -> None:
    for _ in range(22):
        diary.at("09:00", "log", "pregabalin", "1", "capsule")
        diary.days(1, "log", "kratom", "2", "g")
    diary.at("09:00", "notices", "off", "mixing")
    told = []
    for _ in range(7):
        diary.at("09:00", "log", "pregabalin", "1", "capsule")
        told += diary.days(1, "log", "kratom", "6", "g")
    assert len([line for _, line in told if "More kratom of late, beside pregabalin" in line]) == 1


@pytest.mark.slow
def test_no_win_is_told_beside_a_dangerous_stop(diary: Diary) -> None:
    diary.days(30, "log", "alcohol", "150", "g")
    said = diary.run("none", "alcohol", at=f"{diary.day} 20:00").out
    assert "Safety: Stopping or cutting down alcohol" in said
    assert "\n+" not in said
    wins = diary.run("wins", "--plain", at=f"{diary.day} 21:00").out
    assert "Safety: Stopping or cutting down alcohol" in wins


@pytest.mark.slow
def test_benzodiazepines_that_stop_at_once(diary: Diary) -> None:
    assert diary.days(30, "log", "diazepam", "2", "pills") == []
    stopped = diary.days(6, "none", "diazepam")
    assert [day for day, _ in stopped] == [1]
    assert "a doctor or pharmacist can help you step down slowly" in stopped[0][1]


def test_an_evening_of_alcohol_ghb_and_ketamine(diary: Diary) -> None:
    assert diary.at("20:00", "log", "alcohol", "2") == []
    (ghb,) = diary.at("21:00", "log", "ghb", "1", "dose")
    assert ghb.startswith("Safety: ")
    assert "dangerous together" in ghb
    assert "lcohol" in ghb
    (ketamine,) = diary.at("22:00", "log", "ketamine", "1", "line")
    assert "dangerous together" in ketamine
    assert "Ketamine" in ketamine or "ketamine" in ketamine
    assert "lcohol, GHB and ketamine" in ketamine  # three together are one, with all of it
    assert diary.at("22:30", "log", "ketamine", "1", "line") == []
    assert diary.at("23:00", "log", "ketamine", "1", "line") == []
    assert diary.at("23:30", "log", "alcohol", "1") == []
    diary.day += timedelta(days=3)
    assert diary.at("20:00", "log", "alcohol", "2") == []
    assert len(diary.at("21:00", "log", "ghb", "1", "dose")) == 1  # a new occasion


def test_what_lasts_long_counts_for_longer(diary: Diary) -> None:
    diary.at("20:00", "log", "methadone", "1", "dose")
    diary.day += timedelta(days=2)
    (told,) = diary.at("20:00", "log", "alcohol", "2")
    assert "48 hours apart" in told or "2 days apart" in told
    diary.day += timedelta(days=2)
    assert diary.at("20:00", "log", "alcohol", "2") == []


def test_a_pair_that_asks_for_care_is_told_seldom_and_celebrated_beside(diary: Diary) -> None:
    diary.at("20:00", "log", "alcohol", "2")
    (told,) = diary.at("21:00", "log", "cannabis", "1", "joint")
    assert "riskier together" in told
    diary.day += timedelta(days=1)
    diary.at("20:00", "log", "alcohol", "2")
    assert diary.at("21:00", "log", "cannabis", "1", "joint") == []


def test_a_cigarette_or_a_coffee_of_which_little_is_known_frightens_nobody(diary: Diary) -> None:
    assert diary.at("08:00", "log", "coffee", "1", "cup") == []
    assert diary.at("08:10", "log", "cigarettes", "1") == []
    assert diary.at("20:00", "log", "heroin", "1", "bag") == []
    assert diary.at("21:00", "log", "cigarettes", "1") == []
    (told,) = diary.at("22:00", "log", "blue stuff", "1", "--new")
    assert "not known" in told
    assert "blue stuff" in told
    assert "igarettes" not in told


def test_names_stand_small_within_a_sentence(diary: Diary) -> None:
    diary.at("20:00", "log", "alcohol", "2")
    (told,) = diary.at("21:00", "log", "diazepam", "1", "pill")
    assert told.startswith("Safety: Alcohol and diazepam, 1 hour apart: dangerous together.")
    why = diary.run("notices", "--why", "--plain", at=f"{diary.day} 22:00").out
    assert "Why this is shown: Alcohol and diazepam are written 1 hour apart." in why
    diary.day += timedelta(days=5)
    diary.at("20:00", "log", "alcohol", "2")
    (brand,) = diary.at("21:00", "log", "Xanax", "1", "pill")
    assert "Alcohol and Xanax" in brand


def test_naloxone_that_nears_its_date(diary: Diary) -> None:
    last = diary.day + timedelta(days=32)
    diary.at("08:00", "safety", "naloxone", "--expires", str(last))
    assert [day for day, _ in diary.days(40, "none")] == [3, 34]


def test_a_notice_can_be_turned_off_and_on(diary: Diary) -> None:
    diary.at("19:00", "log", "alcohol", "2")
    diary.at("19:00", "notices", "off", "mixing")
    assert diary.at("20:00", "log", "ghb", "1", "dose") == []
    assert diary.run("notices", "off", "everything").code == 2
    diary.at("20:30", "notices", "on", "mixing")
    assert len(diary.at("21:00", "log", "ghb", "1", "dose")) == 1


def test_what_is_due_is_listed_with_its_reason(diary: Diary) -> None:
    diary.days(30, "log", "alcohol", "150", "g")
    diary.at("20:00", "none")
    found = json.loads(diary.run("notices", "--json", at=f"{diary.day} 21:00").out)
    assert [one["rule"] for one in found["due"]] == ["sudden_stop"]
    assert found["due"][0]["tier"] == "full"
    assert "used on 14 of 14 logged days up to" in found["due"][0]["why"]
    assert found["rules"]["mixing"] is True
    shown = diary.run("notices", "--why", at=f"{diary.day} 21:00").out
    assert "Why this is shown: Alcohol: used on 14 of 14" in shown
    today = diary.run("today", "--plain", at=f"{diary.day} 21:00").out
    assert today.splitlines()[2].startswith("Safety: Stopping or cutting down alcohol fast")


def test_a_serious_mix_of_the_day_stands_in_today(diary: Diary) -> None:
    diary.at("20:00", "log", "alcohol", "2")
    diary.at("21:00", "log", "ghb", "1", "dose")
    assert "dangerous together" in diary.run("today", at=f"{diary.day} 23:00").out


def test_discreet_notices_say_where_to_read(diary: Diary) -> None:
    diary.at("19:00", "config", "discreet", "on")
    diary.at("20:00", "log", "alcohol", "2")
    (told,) = diary.at("21:00", "log", "ghb", "1", "dose")
    assert told == "Safety: A safety note waits for you. To read it: hrjournal notices"
    assert "dangerous together" in diary.run("notices", at=f"{diary.day} 22:00").out


def test_a_pause_lets_numbers_rest_and_safety_stays(diary: Diary) -> None:
    diary.days(30, "log", "alcohol", "150", "g")
    assert "Numbers rest now" in diary.run("pause", "numbers").out
    (told,) = diary.at("20:00", "none")
    assert "Stopping or cutting down alcohol" in told
    assert "Numbers rest" in diary.run("pause").out
    assert "shown again" in diary.run("pause", "off").out
    assert diary.run("pause", "forever").code == 2


def test_medicines_of_one_kind_are_tracked_each_under_its_own_name(diary: Diary) -> None:
    for words in (("diazepam", "1", "pill"), ("Xanax", "2", "pills"), ("fluoxetine", "1", "dose")):
        diary.at("09:00", "log", *words)
    shown = json.loads(diary.run("today", "--json", at=f"{diary.day} 10:00").out)
    assert set(shown["week"]) == {"Diazepam", "Xanax", "Fluoxetine"}


def test_an_antidepressant_counts_for_weeks(diary: Diary) -> None:
    diary.at("09:00", "log", "phenelzine", "1", "dose")
    diary.day += timedelta(days=13)
    (told,) = diary.at("08:00", "log", "mdma", "1", "pill")
    assert "dangerous together" in told
    diary.day += timedelta(days=2)
    assert diary.at("10:00", "log", "mdma", "1", "pill") == []


def test_a_win_of_a_rule_of_another_version_is_still_shown(diary: Diary, home: Path) -> None:
    diary.at("20:00", "log", "alcohol", "2")
    diary.at("21:00", "wins", "--all")
    with AppContext(file=home / "journal.db").open_journal(write=True) as journal:
        day = diary.day.toordinal()
        win = Win("from_tomorrow", day, Grade.DID, WinGroup.CARE, WinMeasure.STEP)
        enter(journal, day, [win], [], day)
        number = str(max(win.id for win in wins(journal)))
    shown = diary.run("wins", "--why", number, at=f"{diary.day} 22:00")
    assert shown.code == 0, shown.err
    assert "Why it helps" not in shown.out
