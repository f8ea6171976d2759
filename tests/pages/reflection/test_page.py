from __future__ import annotations

from hrjournal.blocks import DefinitionList, Heading, ItemList, Note, Page, Text
from hrjournal.content.reflection import guide
from hrjournal.domain.entries.entry import DAY, EPOCH, Moment
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.reflection import Exercise
from hrjournal.pages.reflection import page as reflect
from hrjournal.sanitize import unmarked
from support.builders import TODAY
from support.pages.reading import bare, read, words

NOON = Moment((TODAY - EPOCH) * DAY + DAY // 2, 0, "UTC")
STARTS = 4 * 3600
REASON = Keepsake(KeepsakeType.REASON, NOON, text="To wake up rested.", id=1)
LETTER = Keepsake(KeepsakeType.LETTER, NOON, text="Dear me,\n\nit passes.\nCall Kim.", id=2)
RULER = Keepsake(KeepsakeType.RULER, NOON, subject="importance", score=4, id=3)


def earlier(one: Keepsake, days: int) -> Keepsake:
    return one.replace(moment=Moment(NOON.instant - days * DAY, 0, "UTC"))


def test_what_there_is_says_how_much_was_kept() -> None:
    page = reflect.exercises_page(guide(), {Exercise.REASON: 2})
    assert "hrjournal reflect reason: A reason of your own, in your words. (2 kept)" in read(page)
    assert [one["kept"] for one in page.data["exercises"]] == [0, 0, 0, 2, 0, 0]
    assert "reflect list" in read(page)
    assert "reflect list" not in read(reflect.exercises_page(guide(), {}))


def test_the_newest_is_listed_first_and_in_one_line() -> None:
    shown = read(reflect.list_page([earlier(REASON, 1), LETTER], guide(), STARTS))
    assert shown.index("Dear me, it passes. Call Kim.") < shown.index("Sun 22 Nov 2026")


def test_a_long_text_is_cut_in_the_list_and_whole_by_itself() -> None:
    long = REASON.replace(text="word " * 40)
    assert "…" in read(reflect.list_page([long], guide(), STARTS))
    assert "word " * 39 in read(reflect.show_page(long, guide(), STARTS))


def test_an_empty_list_says_how_to_begin() -> None:
    page = reflect.list_page([], guide(), STARTS)
    assert words(page) == ["Nothing is kept here yet. To begin: hrjournal reflect"]
    assert page.data == {"kept": []}


def test_a_ruler_is_shown_with_the_question_of_its_number() -> None:
    one = RULER.replace(more={"about": "Alcohol", "why": "My sister.", "then": "Sleep."})
    shown = read(reflect.show_page(one, guide(), STARTS))
    assert "About: Alcohol" in shown
    assert "Importance: 4 of 10" in shown
    assert "## What makes it a 4 and not a 2?\n\nMy sister." in shown
    assert "Sleep." in shown


def test_sides_stand_in_their_order_and_those_left_out_are_not_shown() -> None:
    sides = {"better": "Mornings.", "gives": "Calm."}
    one = Keepsake(KeepsakeType.BALANCE, NOON, subject="Alcohol", text="A walk.", more=sides, id=4)
    shown = read(reflect.show_page(one, guide(), STARTS))
    assert shown.index("Calm.") < shown.index("Mornings.") < shown.index("A walk.")
    assert "## What you like less" not in shown
    assert "Alcohol: Calm." in read(reflect.list_page([one], guide(), STARTS))


def test_values_are_shown_with_the_question_that_was_answered() -> None:
    more = {"question": "Where was it?", "answer": "At home."}
    one = Keepsake(KeepsakeType.VALUE, NOON, text="rest, home", more=more, id=5)
    assert "rest, home\n\n## Where was it?\n\nAt home." in read(
        reflect.show_page(one, guide(), STARTS)
    )


def test_what_was_saved_is_said_without_the_private_words() -> None:
    assert reflect.saved_words(REASON, guide()) == "1. A reason of your own. Undo takes it back."
    assert "Kim" not in reflect.saved_words(LETTER, guide())
    sides = Keepsake(KeepsakeType.BALANCE, NOON, subject="Alcohol", text="A walk.", id=4)
    assert (
        unmarked(reflect.saved_words(sides, guide()))
        == "4. Two sides (Alcohol). Undo takes it back."
    )


def test_a_change_on_a_ruler_is_told_with_both_dates_and_no_verdict() -> None:
    said = reflect.change_words(RULER, earlier(RULER.replace(score=6), 14), STARTS)
    assert said == "On Mon 9 Nov 2026 you put it at 6, and on Mon 23 Nov 2026 at 4."
    same = reflect.change_words(RULER, earlier(RULER, 14), STARTS)
    assert same == "On Mon 9 Nov 2026 you put it at 4 as well."
    today = reflect.change_words(RULER.replace(score=0), RULER, STARTS)
    assert today == "Earlier on Mon 23 Nov 2026 you put it at 4, and now at 0."


def test_reasons_and_the_letter_are_shown_back() -> None:
    shown = reflect.shown_back([REASON, REASON.replace(id=9, text="Money.\nAnd time.")], LETTER)
    assert shown == (
        Heading("Your own reasons"),
        ItemList(("Money. And time.", "To wake up rested.")),
        Heading("From your letter"),
        Text("Dear me,\nit passes.\nCall Kim."),
    )


def test_a_longer_letter_says_how_to_read_it_whole() -> None:
    *_, first, hint = reflect.shown_back([], LETTER.replace(text=f"{LETTER.text}\nEat."))
    assert first == Text("Dear me,\nit passes.\nCall Kim.")
    assert isinstance(hint, Note)
    assert hint.text == "To read it whole: hrjournal reflect show 2"
    assert reflect.shown_back([], LETTER.replace(text="x" * 900))[1] == Text("x" * 239 + "…")


def test_nothing_kept_is_nothing_shown_back() -> None:
    assert reflect.shown_back([], None) == ()
    assert reflect.ruler_blocks([], STARTS) == ()


def test_rulers_are_told_by_their_first_and_latest_number() -> None:
    past = [
        earlier(RULER.replace(more={"about": "Alcohol"}), 14),
        earlier(RULER.replace(score=9), 7),
        RULER.replace(score=0, more={"about": "Alcohol"}),
    ]
    *_, facts = reflect.ruler_blocks(past, STARTS)
    assert bare(facts) == DefinitionList(
        (
            ("Importance", "9 on Mon 16 Nov 2026"),
            ("Importance (Alcohol)", "4 on Mon 9 Nov 2026, 0 on Mon 23 Nov 2026"),
        )
    )
    assert "Your rulers" in read(Page("", reflect.ruler_blocks(past, STARTS)))
