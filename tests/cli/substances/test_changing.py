from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def listed(run: Run) -> dict[str, Any]:
    """What is tracked, by name."""
    return {one["name"]: one for one in json.loads(run("substances", "--json").out)["substances"]}


def records(run: Run) -> list[tuple[str, str]]:
    """What each record is of and says, from the export."""
    entries = json.loads(run("export", "json").out)["entries"]
    return [(one["substance"], one["amount"]["unit"]) for one in entries]


def test_a_new_name_is_seen_everywhere_and_both_find_it(run: Run) -> None:
    run("log", "proteen", "2", "--new")
    answer = run("substances", "rename", "proteen", "Protein")
    assert answer.out == (
        "proteen is called Protein now. The old name still finds it. Undo takes this back.\n"
    )
    for word in ("proteen", "protein", "PROTEIN"):
        assert "Protein: 1" in run("log", word, "1").out
    assert list(listed(run)) == ["Protein"]
    for words in (
        ("today",),
        ("days",),
        ("trends",),
        ("summary", "--as", "txt"),
    ):
        said = run(*words).out
        assert "Protein" in said, words
        assert "proteen" not in said, words
    assert {name for name, _ in records(run)} == {"protein"}


def test_what_is_known_of_the_right_name_holds_from_then_on(run: Run) -> None:
    run("log", "kettamine", "2", "lines", "--new")
    answer = run("substances", "rename", "kettamine", "ketamine")
    assert "It counts as ketamine from now on." in answer.out
    assert "stayed" not in answer.out
    assert "ketamine: 1" in run("log", "ket", "1").out
    assert list(listed(run)) == ["ketamine"]
    assert run("undo").code == 0


def test_a_drink_under_a_name_of_its_own_becomes_alcohol_by_its_units(run: Run, home: Path) -> None:
    run("log", "grogg", "2", "vats", "--new")
    run("log", "grogg", "3", "tubs", "--new")
    earlier = run("export", "json").out.replace('"unit": "vat"', '"unit": "pint"')
    home.rename(home.with_name("before"))
    run("import", "json", "-", stdin=earlier.encode())
    answer = run("substances", "rename", "grogg", "Alcohol")
    assert "1 record stayed in tubs, which do not turn into US standard drinks." in answer.out
    assert records(run) == [("alcohol", "g_alc"), ("alcohol", "tub")]
    assert "Alcohol: 2.7 US standard drinks (37.3 g)" in run("show", "1").out
    run("undo")
    assert records(run) == [("grogg", "pint"), ("grogg", "tub")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("rename", "cannabis", "Alcohol"), 1, 'merge "cannabis" "alcohol"'),
        (("rename", "cannabis", "booze"), 1, "You track Alcohol already"),
        (("rename", "cannabis", "ketamine"), 1, '"ketamine" is a name for ketamine'),
        (("rename", "cannabis", "my can"), 1, "a serving of yours"),
        (("rename", "cannabis", "22"), 2, "no letters"),
        (("rename", "cannabis", "\u202e"), 2, "cannot be kept"),
        (("rename", "cannabsi", "weed"), 1, "Close to it: Cannabis."),
        (("rename", "qqqq", "weed"), 1, 'You track nothing called "qqqq".'),
        (("merge", "cannabis", "weed"), 1, "Both of these mean the same already."),
        (("merge", "cannabis", "qqqq"), 1, "You track nothing called"),
        (("merge", "heroin", "cannabis"), 1, "You track nothing called"),
        (("hide", "heroin"), 1, "You track nothing called"),
        (("remove", "weed", "--yes"), 1, '"weed" could mean Cannabis.'),
        (("remove", "cannabis"), 1, 'remove "cannabis" --yes'),
        (("alias", "cannabis", "booze"), 1, '"booze" already means Alcohol.'),
        (("alias", "cannabis", "my can"), 1, "a serving of yours"),
        (("alias", "cannabis", "7"), 2, "no letters"),
        (("alias", "--remove", "cannabis"), 1, "no other name of yours"),
        (("alias",), 2, "alias alcohol booze"),
        (("prescribed", "qqqq", "yes"), 1, "You track nothing called"),
        (("prescribed", "cannabis", "maybe"), 2, "yes"),
        (("serving", "alcohol", "500ml", "5%"), 1, "already means Alcohol"),
        (("serving", "my mug", "2"), 1, "does not say what it was"),
        (("serving", "my mug"), 2, "of what"),
        (("serving", "my mug", "~2", "joints", "cannabis"), 2, "one amount"),
        (("serving", "my mug", "2-3", "cannabis"), 2, "one amount"),
        (("serving", "6 pack", "2", "l", "5%"), 2, "starts with a number"),
        (("serving", "--remove", "my mug"), 1, "no serving of yours"),
    ],
)
def test_what_cannot_be_is_said_calmly_and_changes_nothing(
    run: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    run("log", "alcohol", "2")
    run("log", "cannabis", "1")
    run("substances", "alias", "alcohol", "booze")
    run("substances", "serving", "my can", "500ml 4.8%")
    before = run("export", "json").out
    answer = run("substances", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert "\u202e" not in answer.err
    assert run("export", "json").out == before


def test_two_become_one_and_undo_parts_them_again(run: Run) -> None:
    run("log", "weed", "2")
    run("log", "spliffz", "1", "--new")
    run("none", "spliffz", "--day", "2026-11-20")
    run("substances", "serving", "my spliff", "1 spliffz")
    before = run("export", "json").out
    answer = run("substances", "merge", "spliffz", "weed")
    assert answer.out.startswith(
        "2 records moved from spliffz to Cannabis. "
        '"spliffz" means Cannabis from now on. Undo takes this back.'
    )
    assert list(listed(run)) == ["Cannabis"]
    assert "Cannabis: 3" in run("log", "spliffz", "3").out
    run("undo")
    assert run("undo").out.startswith("Taken back: the last merge.")
    assert run("export", "json").out == before
    assert run("doctor").code == 0


def test_what_was_logged_under_a_wrong_name_moves_to_one_that_is_new(run: Run) -> None:
    run("log", "cannabis", "2", "joints")
    answer = run("substances", "merge", "cannabis", "tobacco")
    assert answer.code == 0
    assert list(listed(run)) == ["Cigarettes"]
    run("undo")
    assert list(listed(run)) == ["Cannabis"]


def test_what_is_hidden_is_out_of_sight_and_its_records_stay(run: Run) -> None:
    run("log", "alcohol", "2")
    run("log", "cannabis", "1", at="2026-11-22 20:00")
    run("substances", "hide", "cannabis")
    for words in (("today",), ("trends",), ("calendar",), ("none", "--day", "2026-11-20")):
        said = run(*words).out
        assert "Alcohol" in said, words
        assert "Cannabis" not in said, words
    assert "Cannabis" not in json.loads(run("today", "--json").out)["week"]
    assert "Cannabis" in run("days").out
    assert "Cannabis" in run("trends", "cannabis").out
    assert "Cannabis" in run("summary", "--as", "txt").out
    assert "Tracked: Alcohol." in run("trends", "heroin").err
    assert listed(run)["Cannabis"]["hidden"] is True
    assert "Cannabis is in sight." in run("substances", "show", "cannabis").out
    assert "Cannabis" in run("today").out


def test_what_is_logged_again_is_back_in_sight_and_that_is_said(run: Run) -> None:
    run("log", "cannabis", "1")
    run("substances", "hide", "weed")
    answer = run("log", "weed", "1")
    assert "Cannabis is back in sight, as you logged it again." in answer.out
    assert listed(run)["Cannabis"]["hidden"] is False
    assert "back in sight" not in run("log", "weed", "1").out
    run("undo")
    run("undo")
    assert listed(run)["Cannabis"]["hidden"] is True


def test_a_safety_note_still_looks_at_what_is_hidden(run: Run) -> None:
    run("log", "heroin", "1 bag", at="2026-11-23 09:00")
    run("substances", "hide", "heroin")
    assert "heroin" in run("log", "alcohol", "2").out.casefold()
