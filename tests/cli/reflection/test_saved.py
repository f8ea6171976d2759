from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.reflecting import Run, Tell, fill, kept

Approved = Callable[[str, str], None]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["", "--plain", "--json"])
def test_what_was_kept_reads_as_approved(
    run: Run, tell: Tell, approved: Approved, form: str
) -> None:
    fill(run, tell)
    shown = [run("reflect", *filter(None, (form,))).out]
    for words in (("list",), *(("show", str(number)) for number in range(1, 8))):
        answer = run("reflect", *words, *filter(None, (form,)))
        assert (answer.code, answer.err) == (0, "")
        shown.append(answer.out)
    approved(f"cli/reflect{form.replace('--', '-')}.txt", "\n".join(shown))


def test_an_edit_keeps_the_day_and_can_be_taken_back(run: Run) -> None:
    run("reflect", "reason", "Sleep.", at="2026-11-02 12:00")
    assert run("reflect", "edit", "1", "--text", "Rest.").out == (
        "Changed 1. A reason of your own. Undo takes it back.\n"
    )
    assert [(one["text"], one["day"]) for one in kept(run)] == [("Rest.", "2026-11-02")]
    run("undo")
    assert kept(run)[0]["text"] == "Sleep."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "answers", "changed"),
    [
        (2, ("", "-", "Sleep."), {"more": {"about": "Alcohol", "then": "Sleep."}}),
        (2, ("0", "", ""), {"score": 0}),
        (3, ("-", "Money.", "", "", ""), {"more": ["better", "costs", "harder"]}),
        (4, ("rest", ""), {"text": "rest"}),
        (5, ("To see friends.",), {"text": "To see friends."}),
        (6, ("Dear you,", "rest.", ""), {"text": "Dear you,\nrest."}),
        (7, ("Not any more.",), {"text": "Not any more."}),
    ],
)
def test_an_edit_asks_anew(
    run: Run, tell: Tell, number: int, answers: tuple[str, ...], changed: dict[str, Any]
) -> None:
    fill(run, tell)
    said = tell("reflect", "edit", str(number), answers=answers).out
    assert f"Changed {number}." in said
    found = next(one for one in kept(run) if one["number"] == number)
    for name, value in changed.items():
        assert (sorted(found[name]) if isinstance(value, list) else found[name]) == value


@pytest.mark.slow
@pytest.mark.parametrize(("number", "enters"), [(2, 3), (3, 5), (4, 2), (5, 1), (6, 1), (7, 1)])
def test_enter_leaves_what_is_there(run: Run, tell: Tell, number: int, enters: int) -> None:
    fill(run, tell)
    before = kept(run)
    said = tell("reflect", "edit", str(number), answers=("",) * enters).out
    assert said.endswith("It stays as it was.\n")
    assert kept(run) == before


def test_new_words_can_be_given_for_everything(run: Run, tell: Tell) -> None:
    fill(run, tell)
    for number in range(1, 8):
        assert run("reflect", "edit", str(number), "--text", "rest").code == 0
    found = {one["number"]: one for one in kept(run)}
    assert [found[number]["more"]["why"] for number in (1, 2)] == ["rest", "rest"]
    assert {found[number]["text"] for number in range(3, 8)} == {"rest"}


def test_an_edit_that_leaves_nothing_is_not_made(run: Run, tell: Tell) -> None:
    run("reflect", "reason", "Sleep.")
    answer = tell("reflect", "edit", "1", answers=("-",))
    assert answer.code == 2
    assert "hrjournal reflect delete 1" in answer.err
    assert kept(run)[0]["text"] == "Sleep."


def test_what_is_deleted_can_come_back_unless_it_goes_for_good(run: Run, home: Path) -> None:
    run("reflect", "reason", "Sleep.")
    assert run("reflect", "delete", "1").out == (
        "Deleted 1. A reason. To bring it back: hrjournal undo\n"
    )
    assert kept(run) == []
    run("undo")
    assert kept(run)[0]["text"] == "Sleep."
    assert "cannot be brought back" in run("reflect", "delete", "1", "--for-good").out
    assert b"Sleep." not in (home / "journal.db").read_bytes()


def test_other_things_kept_are_not_found_here(run: Run) -> None:
    run("contact", "Ala", "123")
    assert kept(run) == []
    for words in (("show", "1"), ("edit", "1", "--text", "x"), ("delete", "1")):
        refused = run("reflect", *words)
        assert refused.code == 1
        assert "hrjournal reflect list" in refused.err
    assert "Ala" in run("contact").out
