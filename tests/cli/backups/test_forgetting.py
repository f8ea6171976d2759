"""Words that go for good are in no byte of any file of the home."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]
MARK = "zqmarkqz"
KEPT = "yvkeptvy"  # stays, so that a test would see it if the search saw nothing
DAYS = (20, 21, 22)


def traces(home: Path, mark: str = MARK) -> list[str]:
    """The files that hold a mark, as bytes of any encoding, in small or large letters."""
    words = (mark, mark.upper(), mark.capitalize())
    wanted = [w.encode(code) for w in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (path for path in home.rglob("*") if path.is_file())
    return [path.name for path in files if any(word in path.read_bytes() for word in wanted)]


def live(run: Run) -> None:
    """A few days, of which each leaves a copy."""
    for day in DAYS:
        run("log", "beer", "--note", KEPT, at=f"2026-11-{day} 22:00")


FIELDS = (
    ("log", "beer", "2", "--note", f"{MARK} and so on", "--with", MARK, "--route", MARK),
    ("log", "beer", "2", "--gave", f"{MARK} one", "--after", f"{MARK} two"),
    ("urge", "7", "--trigger", MARK, "--coping", MARK, "--note", MARK, "--after", f"{MARK}s"),
    ("checkin", "--mood", "4", "--trigger", MARK, "--note", f"{MARK} " * 3000),
    ("step", MARK, "--new"),
    ("good", f"{MARK} happened"),
    ("event", f"{MARK} happened"),
)


@pytest.mark.parametrize("words", FIELDS, ids=lambda words: f"{words[0]} {words[-2]}"[:30])
def test_a_record_with_a_mark_in_every_field(run: Run, home: Path, words: tuple[str, ...]) -> None:
    live(run)
    assert run(*words).out.startswith("Saved #4")
    run("search", MARK)
    run("edit", "4", "--note", f"{MARK} once more")
    run("summary", "--include", "notes", "-")
    run("log", "beer", "--note", KEPT, at="2026-11-24 22:00")
    assert len(traces(home)) == 3
    answer = run("delete", "4", "--for-good", at="2026-11-25 09:00")
    assert "It is gone from all 6 copies of your journal too." in answer.out
    assert traces(home) == []
    assert len(traces(home, KEPT)) == 7
    for _ in range(8):
        run("undo")
        assert traces(home) == []
    assert run("doctor").code == 0


def test_a_substance_with_a_mark_in_all_that_names_it(run: Run, home: Path) -> None:
    live(run)
    run("log", MARK, "2", "pills", "--new", "--note", KEPT)
    run("substances", "alias", MARK, f"{MARK}x")
    run("substances", "serving", f"my {MARK}", "2", "pills", MARK)
    run("substances", "prescribed", MARK, "yes")
    run("log", "beer", at="2026-11-24 09:40")
    run("substances", "rename", MARK, "otherwise")
    assert len(traces(home)) >= 3
    answer = run("substances", "remove", "otherwise", "--yes", at="2026-11-25 09:00")
    assert "Undo starts anew from here. It cannot be brought back." in answer.out
    assert traces(home) == []
    assert len(traces(home, KEPT)) == 7
    assert run("doctor").code == 0


@pytest.mark.parametrize(
    ("kept", "gone"),
    [
        (("contact", MARK, "555", MARK), ("contact", "--remove", "1", "--for-good")),
        (
            ("session", "friday", "--with", MARK),
            ("session", "--remove", "1", "--for-good"),
        ),
        (("session", "talk", f"{MARK} it"), ("session", "talk", "--remove", "1", "--for-good")),
        (("session", "agreed", f"{MARK} it"), ("session", "agreed", "--remove", "1", "--for-good")),
        (("goal", "add", f"{MARK} it"), ("goal", "end", "1", "--for-good")),
        (("reflect", "reason", f"{MARK} it"), ("reflect", "delete", "1", "--for-good")),
    ],
    ids=["contact", "session", "talk", "agreed", "goal", "reason"],
)
def test_something_kept_beside_the_days(
    run: Run, home: Path, kept: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    live(run)
    assert run(*kept).code == 0
    run("log", "beer", at="2026-11-24 09:40")
    assert len(traces(home)) == 3
    answer = run(*gone, at="2026-11-25 09:00")
    assert "It cannot be brought back." in answer.out
    assert traces(home) == []
    assert len(traces(home, KEPT)) == 7


def test_a_copy_that_cannot_be_changed_is_named_with_the_way_to_be_rid_of_it(
    run: Run, home: Path
) -> None:
    live(run)
    run("good", MARK)
    (home / "journal.db.copies" / "20261119-080000.db").write_bytes(MARK.encode() * 900)
    answer = run("delete", "4", "--for-good", at="2026-11-25 09:00")
    assert "Copy 6 could not be changed and may still hold it." in answer.out
    assert "To do away with that copy: hrjournal backup --delete 6" in answer.out
    assert traces(home) == ["20261119-080000.db"]
    run("backup", "--delete", "6", "--yes")
    assert traces(home) == []


def test_what_goes_with_a_way_back_stays_in_the_copies(run: Run, home: Path) -> None:
    live(run)
    run("good", MARK)
    answer = run("delete", "4")
    assert "To bring it back: hrjournal undo" in answer.out
    assert len(traces(home)) == 2
    assert run("undo").code == 0
