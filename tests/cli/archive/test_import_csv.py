from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]
DIARY = b"day,what,drinks,mood,words\n2026-11-01,alcohol,3,5,party\n2026-11-02,alcohol,1,,\n"
MAPPING = ("--date", "day", "--substance", "what", "--amount", "drinks")


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary.csv"


@pytest.fixture
def bring(run: Run, diary: Path) -> Run:
    """Imports these bytes: `bring(b"day,what…", "--date", "day")`."""

    def import_it(content: bytes, *options: str) -> Answer:
        diary.write_bytes(content)
        return run("import", "csv", str(diary), *options)

    return import_it


def all_of(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("days", "--days", "9000", "--json").out)["entries"]
    return found


def counts(answer: Answer) -> tuple[int, int, int, int]:
    data = json.loads(answer.out)
    refused = len(data["refused"])
    return data["understood"], data["already_there"], refused, data["written"]


def test_a_table_is_read_by_the_columns_that_are_named(run: Run, bring: Run) -> None:
    answer = bring(DIARY, *MAPPING, "--mood", "mood", "--note", "words", "--json")
    assert counts(answer) == (2, 0, 0, 2)
    told = [(one["day"], one["amount"]["low"], one["mood"], one["note"]) for one in all_of(run)]
    assert told == [("2026-11-01", 42, 5, "party"), ("2026-11-02", 14, None, None)]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (None, "2026-11-03"),
        ("%d/%m/%Y", "03/11/2026"),
        ("%m/%d/%y", "11/03/26"),
        ("%d.%m.%Y", "3.11.2026"),
        ("%Y%m%d", "20261103"),
    ],
)
def test_a_day_is_read_as_its_format_says(
    run: Run, bring: Run, form: str | None, written: str
) -> None:
    options = [] if form is None else ["--date-format", form]
    answer = bring(f"day,what,drinks\n{written},alcohol,2\n".encode(), *MAPPING, *options)
    assert answer.code == 0, answer.err
    assert [(one["day"], one["time"]) for one in all_of(run)] == [("2026-11-03", None)]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (None, "2026-11-03 01:30"),
        (None, "2026-11-03T01:30:00"),
        ("%d/%m/%Y %H:%M", "03/11/2026 01:30"),
        ("%d/%m/%Y %I:%M %p", "03/11/2026 01:30 AM"),
    ],
)
def test_a_time_is_read_with_its_day(run: Run, bring: Run, form: str | None, written: str) -> None:
    options = [] if form is None else ["--date-format", form]
    answer = bring(f"day,what,drinks\n{written},alcohol,2\n".encode(), *MAPPING, *options)
    assert answer.code == 0, answer.err
    assert [(one["day"], one["time"]) for one in all_of(run)] == [("2026-11-02", "01:30")]


@pytest.mark.parametrize("comma", [b",", b";", b"\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_the_table_may_be_parted_in_several_ways(
    run: Run, bring: Run, comma: bytes, mark: bytes, end: bytes
) -> None:
    content = mark + DIARY.replace(b",", comma).replace(b"\n", end)
    answer = bring(content, *MAPPING, "--note", "words")
    assert answer.code == 0, answer.err
    assert [one["note"] for one in all_of(run)] == ["party", None]


def test_a_quoted_cell_keeps_its_commas_quotes_and_lines(run: Run, bring: Run) -> None:
    bring(
        b'day,what,drinks,words\n2026-11-01,alcohol,"2,5","one, ""two""\nthree"\n',
        *(*MAPPING, "--note", "words"),
    )
    found = all_of(run)
    assert [(one["note"], one["amount"]["low"]) for one in found] == [('one, "two"\nthree', 35)]


def test_a_name_after_an_equals_sign_holds_for_every_row(run: Run, bring: Run) -> None:
    bring(
        b"day,n\n2026-11-01,2\n2026-11-02,?\n",
        *("--date", "day", "--substance", "=ketamine", "--amount", "n", "--unit", "=lines"),
    )
    found = all_of(run)
    assert [one["substance"] for one in found] == ["Ketamine", "Ketamine"] or [
        one["substance"] for one in found
    ] == ["ketamine", "ketamine"]
    assert [(one["amount"]["low"], one["amount"]["unit"]) for one in found] == [
        (2, "line"),
        (None, "line"),
    ]


def test_a_zero_is_none_when_the_person_says_so(run: Run, bring: Run) -> None:
    rows = b"2026-11-01,alcohol,0\n2026-11-02,alcohol,0.0\n2026-11-03,alcohol,1\n"
    content = b"day,what,drinks\n" + rows
    refused = bring(content, *MAPPING)
    assert refused.code == 1
    assert "--zero-is-none" in " ".join(refused.out.split())
    assert all_of(run) == []
    assert bring(content, *MAPPING, "--zero-is-none").code == 0
    assert [one["sort"] for one in all_of(run)] == ["none", "none", "use"]


def test_a_row_without_an_amount_is_refused_and_never_taken_as_zero(run: Run, bring: Run) -> None:
    answer = bring(b"day,what,drinks\n2026-11-01,alcohol,\n", *MAPPING, "--zero-is-none")
    assert answer.code == 1
    assert all_of(run) == []


def test_moods_and_notes_alone_are_checkins(run: Run, bring: Run) -> None:
    bring(DIARY, "--date", "day", "--mood", "mood", "--note", "words", "--skip-bad")
    assert [(one["sort"], one["mood"], one["note"]) for one in all_of(run)] == [
        ("checkin", 5, "party")
    ]


def test_an_amount_of_nothing_named_is_not_lost_without_a_word(run: Run, bring: Run) -> None:
    answer = bring(b"day,what,drinks,mood\n2026-11-01,,3,5\n", *MAPPING, "--mood", "mood")
    assert answer.code == 1
    assert "names no substance" in answer.out
    assert all_of(run) == []


def test_a_dry_run_writes_nothing(run: Run, bring: Run, home: Path) -> None:
    answer = bring(DIARY, *MAPPING, "--dry-run", "--json")
    assert counts(answer) == (2, 0, 0, 0)
    assert not home.exists()
    assert "This was a dry run. Nothing was written." in bring(DIARY, *MAPPING, "--dry-run").out


def test_a_dry_run_leaves_a_journal_byte_for_byte(run: Run, bring: Run, home: Path) -> None:
    run("log", "cannabis", "1")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    bring(DIARY, *MAPPING, "--dry-run")
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_second_run_adds_nothing(run: Run, bring: Run) -> None:
    assert counts(bring(DIARY, *MAPPING, "--json")) == (2, 0, 0, 2)
    before = all_of(run)
    assert counts(bring(DIARY, *MAPPING, "--json")) == (0, 2, 0, 0)
    assert all_of(run) == before


def test_a_file_that_has_grown_adds_what_is_new(run: Run, bring: Run) -> None:
    bring(DIARY, *MAPPING)
    grown = DIARY + b"2026-11-02,alcohol,1,,\n2026-11-04,alcohol,1,,\n"
    assert counts(bring(grown, *MAPPING, "--json")) == (2, 2, 0, 2)
    assert len(all_of(run)) == 4


def test_one_undo_takes_all_of_it_back(run: Run, bring: Run) -> None:
    bring(DIARY, *MAPPING)
    run("undo")
    assert all_of(run) == []
    assert counts(bring(DIARY, *MAPPING, "--json")) == (2, 0, 0, 2)


BAD = (
    b"day,what,drinks,mood\n"
    b"2026-11-01,alcohol,3,\n"
    b"01/11/2026,alcohol,3,\n"
    b"2026-11-03,alcohol,plenty-ish,\n"
    b"2026-11-04,,3,\n"
    b"2027-11-05,alcohol,3,\n"
    b"2026-11-06,alcohol\n"
    b"2026-11-07,alcohol,1,12\n"
    b"2026-11-08,\x1b[2J,1,\n"
    b"2026-11-09,alcohol,1,,extra\n"
    b"2026-11-10,alcohol,4,7\n"
)


def test_rows_that_are_not_understood_stop_it_and_are_named_by_line(run: Run, bring: Run) -> None:
    answer = bring(BAD, *MAPPING, "--mood", "mood", "--json")
    assert answer.code == 1
    data = json.loads(answer.out)
    assert [one["line"] for one in data["refused"]] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert all(one["reason"] for one in data["refused"])
    assert data["written"] == 0
    assert "--skip-bad" in answer.err
    assert all_of(run) == []
    shown = bring(BAD, *MAPPING, "--mood", "mood")
    assert "\x1b" not in shown.out + shown.err


def test_rows_that_are_not_understood_can_be_left_out(run: Run, bring: Run) -> None:
    answer = bring(BAD, *MAPPING, "--mood", "mood", "--skip-bad", "--json")
    assert (answer.code, counts(answer)) == (0, (2, 0, 8, 2))
    assert [one["day"] for one in all_of(run)] == ["2026-11-01", "2026-11-10"]


def test_a_column_that_is_not_there_is_named_with_those_that_are(run: Run, bring: Run) -> None:
    answer = bring(DIARY, "--date", "date", "--substance", "what")
    assert (answer.code, answer.out) == (1, "")
    assert 'no column "date"' in answer.err
    assert '"drinks"' in answer.err


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"\n", b"\xff\xfe\x00", b"day,what\n2026-11-01,caf\xe9\n", bytes(4000)),
        *(b"day,what,drinks\n2026-11-01,alc\x00ohol,1\n", b'day,what,drinks\n"2026-11-01,alcohol'),
        b"\x89PNG\r\n\x1a\n",
        b"day,what,drinks\n2026-11-01,alcohol," + b"1" * 1_100_000 + b"\n",
    ],
)
def test_a_file_that_is_no_table_is_refused_calmly(run: Run, bring: Run, content: bytes) -> None:
    answer = bring(content, *MAPPING)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert "unforeseen" not in answer.err
    assert all(line.isprintable() for line in (answer.out + answer.err).splitlines())
    assert all_of(run) == []


@pytest.mark.parametrize("place", ["", "nowhere.csv", "a\x1b[2Jb.csv"])
def test_a_folder_or_a_missing_file_is_refused_calmly(run: Run, tmp_path: Path, place: str) -> None:
    answer = run("import", "csv", str(tmp_path / place), *MAPPING)
    assert (answer.code, answer.out) == (1, "")
    assert "There is no such file" in answer.err


def test_an_empty_table_with_its_columns_is_no_mistake(run: Run, bring: Run) -> None:
    assert counts(bring(b"day,what,drinks\n", *MAPPING, "--json")) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    "options", [[], ["--date", "day"], ["--date", "day", "--mood", "mood", "--amount", "drinks"]]
)
def test_a_mapping_that_says_too_little_is_told_so(bring: Run, options: list[str]) -> None:
    answer = bring(DIARY, *options)
    assert (answer.code, answer.out) == (2, "")


def test_a_copy_is_made_before_a_journal_takes_something_in(
    run: Run, bring: Run, home: Path
) -> None:
    run("log", "cannabis", "1")
    before = (home / "journal.db").read_bytes()
    bring(DIARY, *MAPPING)
    what = [one["what"] for one in json.loads(run("doctor", "--json").out)["files"]]
    assert what.count("copy") == 2  # that of the day is the other
    assert (home / "journal.db").read_bytes() != before


def test_names_that_differ_in_a_file_stay_apart(run: Run, bring: Run) -> None:
    content = "day,what,drinks\n2026-11-01,beer,1\n2026-11-01,Wine,1\n2026-11-01,Żubrówka tea,2\n"
    assert bring(content.encode(), *MAPPING).code == 0
    assert [one["substance"] for one in all_of(run)] == ["Alcohol", "Alcohol", "Żubrówka tea"]


def test_what_an_undo_takes_back_is_named_in_its_order(run: Run, bring: Run) -> None:
    rows = [f"2026-01-{day:02},alcohol,1" for day in range(1, 13)]
    bring("\n".join(["day,what,drinks", *rows]).encode(), *MAPPING)
    gone = [line for line in run("undo").out.splitlines() if line.startswith("Gone: #")]
    assert [line.split()[1] for line in gone] == ["#1", "#2", "#3", "#4", "#5"]
