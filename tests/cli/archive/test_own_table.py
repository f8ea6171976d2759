"""The table of `export csv` comes back whole: every record, every field, and none twice."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.cli.archive.import_tables import import_table
from hrjournal.cli.context import AppContext
from hrjournal.domain.archive.csv_rows import ColumnMapping
from hrjournal.domain.archive.csv_table import COLUMNS, EARLIER, table_of
from hrjournal.store.archive import everything
from support.builders import DAY_STARTS
from support.examples import EXAMPLES
from support.journals import STORIES, Story, exported, live
from support.keeping import NOW, opened, own

if TYPE_CHECKING:
    from conftest import Answer
    from hrjournal.store import Journal, Place

Run = Callable[..., "Answer"]
TEXTS = {"note", "gave", "after"}


class Saved(NamedTuple):
    """How a spreadsheet writes a table."""

    apart: str
    mark: str
    quoted: bool


@pytest.fixture(autouse=True)
def no_copy_of_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AppContext, "_copy_of_the_day", lambda *_: None)


def table(journal: Journal) -> bytes:
    return table_of(everything(journal), DAY_STARTS).encode()


def records(journal: Journal) -> list[dict[str, Any]]:
    """All of them as JSON has them; a text of no characters is none."""
    found: list[dict[str, Any]] = json.loads(exported(journal))["entries"]
    return [
        {name: value for name, value in one.items() if value != "" or name not in TEXTS}
        for one in found
    ]


def bring(place: Place, folder: Path, content: bytes) -> dict[str, Any]:
    """Imports a file without any options, and gives the report."""
    file = folder / "table.csv"
    file.write_bytes(content)
    shown = io.StringIO()
    with redirect_stdout(shown):
        import_table(
            AppContext(place.path, clock=lambda: NOW),
            file,
            ColumnMapping(""),
            dry_run=False,
            skip_bad=False,
            as_json=True,
        )
    report: dict[str, Any] = json.loads(shown.getvalue())
    return report


def saved_again(content: bytes, form: Saved) -> bytes:
    """The same table as a spreadsheet may write it."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
    out = io.StringIO(newline="")
    quoting: Any = csv.QUOTE_ALL if form.quoted else csv.QUOTE_MINIMAL
    end = "\n" if form.quoted else "\r\n"
    csv.writer(out, delimiter=form.apart, quoting=quoting, lineterminator=end).writerows(rows)
    return (form.mark + out.getvalue()).encode()


@settings(max_examples=EXAMPLES // 8)
@given(
    story=STORIES,
    form=st.none()
    | st.builds(Saved, st.sampled_from(",;\t"), st.sampled_from(["", "\ufeff"]), st.booleans()),
)
@pytest.mark.slow
def test_a_journal_that_went_through_a_table_has_the_same_records(
    tmp_path_factory: pytest.TempPathFactory, story: Story, form: Saved | None
) -> None:
    folder = tmp_path_factory.mktemp("table")
    one, two = own(folder / "one"), own(folder / "two")
    with opened(one, unsynced=True) as journal:
        live(journal, story._replace(settings={}))
        there = records(journal)
        content = table(journal)
    file = content if form is None else saved_again(content, form)
    for place, new in ((two, len(there)), (two, 0), (one, 0)):
        report = bring(place, folder, file)
        assert (report["understood"], report["written"], report["refused"]) == (new, new, [])
        assert (report["already_there"], report["in_another_form"]) == (len(there) - new, 0)
        with opened(place, unsynced=True) as journal:
            assert records(journal) == there
            assert table(journal) == content


@pytest.fixture
def written(run: Run) -> Run:
    """A journal with a little of everything."""
    run("log", "beer", "500ml", "5%", "--note", "=1+1 żółć", "--trigger", "stress")
    run("log", "Żubrówka tea", "~2", "--new", "--at", "yesterday 22:30", "--with", "Kim")
    run("none", "cannabis", "--day", "yesterday")
    run("checkin", "--mood", "6", "--note", "plain", "--sleep", "7h")
    run("urge", "7", "--coping", "walk", "--outcome", "rode-out", "--after", "3")
    run("step", "water")
    run("good", "the sea", "8")
    run("event", "payday")
    run("log", "ketamine", "?")
    run("edit", "1", "--gave", "relief")
    return run


@pytest.fixture
def content(written: Run) -> bytes:
    return written("export", "csv").out.encode()


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], Path]:
    """Goes to another journal, which is not there yet, and stays."""

    def go() -> Path:
        monkeypatch.setenv("HRJOURNAL_HOME", str(tmp_path / "elsewhere"))
        return tmp_path / "elsewhere"

    return go


@pytest.fixture
def take(run: Run, tmp_path: Path) -> Run:
    """Imports these bytes."""

    def import_it(content: bytes, *options: str) -> Answer:
        file = tmp_path / "table.csv"
        file.write_bytes(content)
        return run("import", "csv", str(file), *options)

    return import_it


def test_every_command_that_writes_comes_back(
    run: Run, content: bytes, take: Run, elsewhere: Any
) -> None:
    whole = json.loads(run("export", "json").out)
    shown = run("days", "--json").out
    elsewhere()
    answer = take(content)
    assert (answer.code, answer.err) == (0, "")
    assert "Saved. To take all of it back: hrjournal undo" in answer.out
    assert run("export", "csv").out.encode() == content
    again = json.loads(run("export", "json").out)
    assert (again["entries"], run("days", "--json").out) == (whole["entries"], shown)
    told = {one["key"]: one for one in whole["substances"]}
    assert all(told[one["key"]] == one for one in again["substances"])
    assert len({one["sort"] for one in again["entries"]}) == 7


def test_a_second_time_nothing_comes_in_and_that_is_said(
    run: Run, content: bytes, take: Run, elsewhere: Any
) -> None:
    for _ in range(2):
        answer = take(content)
        assert "Nothing of it is new: your journal holds it already." in answer.out
        elsewhere()
        take(content)
    assert run("export", "csv").out.encode() == content


def test_undo_takes_all_of_it_back(run: Run, content: bytes, take: Run, elsewhere: Any) -> None:
    elsewhere()
    take(content)
    run("undo")
    assert run("export", "csv").out == ",".join(COLUMNS) + "\r\n"
    assert json.loads(run("substances", "--json").out)["substances"] == []


def test_a_dry_run_writes_nothing(content: bytes, take: Run, elsewhere: Any) -> None:
    place = elsewhere()
    answer = take(content, "--dry-run")
    assert "Understood, new" in answer.out
    assert "This was a dry run. Nothing was written." in answer.out
    assert not place.exists()


@pytest.mark.copies
def test_a_copy_is_made_first(run: Run, content: bytes, take: Run, elsewhere: Any) -> None:
    place = elsewhere()
    run("log", "cocaine", "1", "--note", "mine")
    before = len(list((place / "journal.db.copies").glob("*.db")))
    take(content)
    *_, copy = sorted((place / "journal.db.copies").glob("*.db"))
    assert len(list((place / "journal.db.copies").glob("*.db"))) == before + 1
    assert b"mine" in copy.read_bytes()


def test_it_joins_what_is_there_and_numbers_that_are_taken_are_new(
    run: Run, content: bytes, take: Run, elsewhere: Any
) -> None:
    elsewhere()
    run("log", "cocaine", "1")
    assert take(content).code == 0
    found = json.loads(run("export", "json").out)["entries"]
    assert sorted(one["id"] for one in found) == list(range(1, 11))
    assert "Nothing of it is new" in take(content).out


def test_what_was_changed_since_stays(run: Run, content: bytes, take: Run) -> None:
    run("edit", "4", "--note", "other words")
    answer = take(content)
    assert "What is there in another form stays as it is in your journal." in answer.out
    assert json.loads(run("show", "4", "--json").out)["note"] == "other words"


def test_the_later_word_about_a_day_stands_there_too(run: Run, take: Run, elsewhere: Any) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20 20:00")
    run("none", "alcohol", "--day", "2026-11-20", "--replace")
    run("edit", "1", "--note", "it was so after all")
    content, shown = run("export", "csv").out.encode(), run("trends", "--json").out
    elsewhere()
    take(content)
    assert run("trends", "--json").out == shown


def cells(content: bytes, **changed: str) -> bytes:
    """The table of one record with some cells changed; a name that is new is one more column."""
    row = next(csv.DictReader(io.StringIO(content.decode(), newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(row))
    writer.writeheader()
    writer.writerow({**row, **changed})
    return out.getvalue().encode()


def test_a_table_of_an_earlier_program_comes_in_and_is_known_again(
    run: Run, content: bytes, take: Run, elsewhere: Any
) -> None:
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, EARLIER, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    earlier = out.getvalue().encode()
    assert json.loads(take(earlier, "--json").out)["understood"] == 0
    elsewhere()
    assert json.loads(take(earlier, "--json").out)["written"] == 9
    assert json.loads(take(earlier, "--json").out)["understood"] == 0
    found = json.loads(run("export", "json").out)
    assert {one["key"]: (one["kind"], one["unit"]) for one in found["substances"]} == {
        "alcohol": ("alcohol", "g_alc"),
        "cannabis": ("cannabis", "joint"),
        "ketamine": ("ketamine", "bump"),
        "żubrówka tea": ("other", "times"),
    }


def test_rows_that_a_person_adds_come_in(run: Run, take: Run) -> None:
    head = ",".join(COLUMNS)
    row = dict.fromkeys(COLUMNS, "") | {"sort": "use", "at": "2026-11-20", "substance": "cannabis"}
    use = ",".join((row | {"amount": "2-3", "unit": "joint"}).values())
    mood = ",".join((row | {"sort": "checkin", "substance": "", "mood": "6"}).values())
    content = f"{head}\n{use}\n{use}\n{mood}\n".encode()
    assert json.loads(take(content, "--json").out)["written"] == 3
    told = json.loads(run("export", "json").out)["entries"]
    assert [one.get("amount") for one in told] == [{"low": 2, "high": 3, "unit": "joint"}] * 2 + [
        None
    ]
    assert [one["timed"] for one in told] == [False] * 3
    answer = json.loads(take(content, "--json").out)
    assert (answer["understood"], answer["in_another_form"]) == (0, 0)


def test_a_substance_comes_with_its_kind_and_unit(run: Run, take: Run, elsewhere: Any) -> None:
    run("log", "my powder", "2", "scoops", "--new")
    content = run("export", "csv").out.encode()
    told = json.loads(run("export", "json").out)["substances"]
    elsewhere()
    take(content)
    assert json.loads(run("export", "json").out)["substances"] == told
    elsewhere()
    take(cells(content, kind="ketamine", counted_in="line", origin="1"))
    assert json.loads(run("export", "json").out)["substances"] == told  # it is there already


def test_what_goes_by_another_name_by_now_comes_in_under_that_one(run: Run, take: Run) -> None:
    run("log", "proteen", "2", "--new")
    content = run("export", "csv").out.encode()
    run("substances", "rename", "proteen", "Protein")
    assert "in another form" not in take(content).out.partition("Refused")[2]
    run("delete", "1")
    assert take(content).code == 0
    assert "Protein: 2" in run("days").out


def test_columns_may_be_named_all_the_same(run: Run, content: bytes, take: Run) -> None:
    run("undo")
    answer = take(content, "--note", "note")
    assert (answer.code, answer.out) == (2, "")
    assert "--date COLUMN" in answer.err


@pytest.mark.slow
def test_little_is_held_of_each_row(run: Run, content: bytes, take: Run, tmp_path: Path) -> None:
    head, first, *_ = content.splitlines(keepends=True)
    end = first.rpartition(b"uid.")[0].removeprefix(b"3")
    others = [b"%d%suid.%016x,\r\n" % (n, end, n) for n in range(20, 8000)]
    many = b"".join([head, *others])
    take(content, "--dry-run")  # so that all is loaded
    tracemalloc.start()
    answer = take(many, "--dry-run", "--json")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert json.loads(answer.out)["understood"] == len(others)
    assert peak < len(many)  # of rows that say next to nothing
