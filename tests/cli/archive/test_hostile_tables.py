"""Tables of the program's own that something happened to: the right journal, or a calm sentence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrjournal.domain.archive.csv_days import COLUMNS as DAYS
from hrjournal.domain.archive.csv_table import COLUMNS

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
PRIVATE = "Żubrówka"
HEAD = ",".join(COLUMNS)
ROW = dict.fromkeys(COLUMNS, "") | {
    "id": "7",
    "sort": "use",
    "at": "2026-11-20 22:00:00+01:00",
    "substance": "alcohol",
    "amount": "2",
    "unit": "g_alc",
    "low": "2",
    "high": "2",
    "written": "2026-11-20T22:00:00+00:00",
    "place": "1",
    "origin": "uid.0123456789abcdef",
    "kind": "alcohol",
    "counted_in": "g_alc",
}


@pytest.fixture
def take(run: Run, tmp_path: Path) -> Run:
    """Imports these bytes."""

    def import_it(content: bytes, *options: str) -> Answer:
        file = tmp_path / "table.csv"
        file.write_bytes(content)
        return run("import", "csv", str(file), *options)

    return import_it


def table(*rows: dict[str, str]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(COLUMNS))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def calm(answer: Answer) -> None:
    assert answer.code in {1, 2}
    assert "Traceback" not in answer.err
    assert "unforeseen" not in answer.err
    assert PRIVATE not in answer.out + answer.err
    assert all(line.isprintable() for line in (answer.out + answer.err).splitlines())


BAD_CELLS = [
    *(("sort", "party"), ("sort", ""), ("at", ""), ("at", PRIVATE), ("at", "2026-02-30")),
    *(("at", "2026-11-20 25:00:00+01:00"), ("at", "2026-11-20 22:00:00+99:00"), ("at", "+1")),
    *(("at", "9999-11-20 22:00:00+01:00"), ("at", "2036-11-20"), ("at", "-1-11-20")),
    *(("noon", "2026-11-21 12:00:00+01:00"), ("noon", PRIVATE), ("noon", "2026-11-20")),
    *(("low", "-2"), ("low", "=1+1"), ("low", "9" * 5000), ("low", "NaN"), ("low", "1e9")),
    *(
        ("low", "3"),
        ("low", ""),
        ("high", "0"),
        ("high", "2.0001"),
        ("unit", ""),
        ("unit", "u" * 81),
    ),
    *(("amount", "3"), ("amount", "2-3"), ("about", "maybe"), ("about", PRIVATE)),
    *(("mood", "11"), ("mood", "-1"), ("mood", "1.5"), ("mood", "٣"), ("urge", PRIVATE)),
    *(("sleep_minutes", "1441"), ("minutes", "9" * 400), ("score", "x"), ("pain", "True")),
    *(("outcome", PRIVATE), ("route", "r" * 81), ("with", "two\nlines"), ("planned", "1")),
    *(("spend", "-1"), ("spend", "9" * 18), ("triggers", "t" * 81), ("steps", '"two\nlines"')),
    *(("note", "n" * 200_001), ("gave", "\ud800"), ("written", PRIVATE), ("written", "2026")),
    *(("id", "0"), ("id", "-1"), ("id", "9" * 19), ("id", PRIVATE), ("id", str(2**31 + 1))),
    *(("place", "0"), ("place", "9" * 18), ("place", PRIVATE), ("origin", "o" * 400)),
    *(("kind", "Not A Kind"), ("kind", "k" * 50), ("counted_in", ""), ("counted_in", "u" * 81)),
    *(
        ("substance", "\x1b[2J"),
        ("substance", "s" * 81),
        ("substance", "\u202e"),
        ("zone", "z" * 400),
    ),
    *(("substance", "   "), ("substance", "two\nlines"), ("substance", "=\u202e1")),
]


@pytest.mark.parametrize(("column", "cell"), BAD_CELLS, ids=range(len(BAD_CELLS)))
def test_a_cell_that_cannot_be_taken_is_named_by_its_line(
    run: Run, take: Run, home: Path, column: str, cell: str
) -> None:
    run("log", "cannabis", "1")
    before = files(home)
    answer = take(table({**ROW, "id": "6", "origin": "1"}, ROW | {column: cell}))
    calm(answer)
    assert answer.code == 1
    assert "Nothing was written." in answer.err
    assert files(home) == before
    if cell != "\ud800":
        report = json.loads(
            take(table(ROW | {"id": "6", "origin": "1"}, ROW | {column: cell}), "--json").out
        )
        assert [one["line"] for one in report["refused"]] == [3]
        assert report["written"] == 0


GOOD_CELLS = [
    *(
        ("note", "=cmd|' /C calc'!A0"),
        ("note", "\x00\x07\x1b[2J"),
        ("note", "'''=1"),
        ("mood", "5.0"),
    ),
    *(("triggers", 'a, "b, c", d""e'), ("spend", "12,5"), ("low", "2,0"), ("zone", "\u202e")),
    *(("amount", "04. Feb"), ("amount", ""), ("day", PRIVATE), ("time", PRIVATE), ("typed", "2")),
]


@pytest.mark.parametrize(("column", "cell"), GOOD_CELLS, ids=range(len(GOOD_CELLS)))
def test_a_cell_that_is_odd_is_taken_as_it_is(run: Run, take: Run, column: str, cell: str) -> None:
    assert take(table(ROW | {column: cell})).code == 0
    (entry,) = json.loads(run("export", "json").out)["entries"]
    assert entry["amount"]["low"] == 2
    assert entry.get("note", cell) == (cell if column != "note" or cell[0] != "'" else cell[1:])
    assert entry.get("triggers", ["a"]) in (["a"], ["a", "b, c", 'd""e'])
    assert run("doctor").code == 0


HEADS = [
    (HEAD + ",id\r\n", 1, 'names the column "id" twice'),
    (HEAD.replace("zone,", "") + "\r\n", 1, 'has no column "zone"'),
    (HEAD + ",mine\r\n", 1, f"in place {len(COLUMNS) + 1}"),
    (HEAD.replace("zone", "id") + "\r\n", 1, 'names the column "id" twice'),
    (",".join([*DAYS, "date"]) + "\n", 1, 'names the column "date" twice'),
    (",".join(DAYS[:-1]) + "\n", 1, 'has no column "sleep_h"'),
    (f"day,{PRIVATE[1:]}\n2026-11-20,1\n", 2, "--date COLUMN"),
    ("", 1, "names no columns"),
    ("\n\n", 1, "names no columns"),
    (";;;;\n", 1, "names no columns"),
    ("\x00" * 4000, 2, "--date COLUMN"),
    ("a" * 1_100_000, 1, "stops being a CSV at line 1"),
    ("a" * 17_000_000, 1, "Line 1 is too long"),
    (HEAD + "\r\n" + '"' + "a" * 1_100_000, 1, "stops being a CSV at line 2"),
    (HEAD + "\r\n" + '"7"x,', 1, "stops being a CSV at line 2"),
]


@pytest.mark.parametrize(("content", "code", "words"), HEADS, ids=range(len(HEADS)))
def test_a_first_line_that_is_not_quite_ours_is_told_what_it_lacks(
    take: Run, home: Path, content: str, code: int, words: str
) -> None:
    answer = take(content.encode())
    calm(answer)
    assert (answer.code, answer.out) == (code, "")
    assert words in " ".join(answer.err.split())
    assert not home.exists()


@pytest.mark.parametrize(
    ("bad", "line"), [(b"\xff\xfe", 3), (b"\xed\xa0\x80", 3), (b"caf\xe9", 3), (b"\xf0\x9f", 3)]
)
def test_what_is_no_text_is_named_by_its_line(take: Run, home: Path, bad: bytes, line: int) -> None:
    content = table(ROW, ROW | {"id": "8", "origin": "2", "note": "@"}).replace(b"'@", bad)
    answer = take(content.replace(b"@", bad))
    calm(answer)
    assert f"from line {line} on" in answer.err
    assert not home.exists()


def test_rows_that_go_by_a_name_or_number_of_before_are_refused(run: Run, take: Run) -> None:
    rows = [ROW, ROW | {"id": "8"}, ROW | {"origin": "2"}, ROW | {"id": "9", "origin": "3"}]
    report = json.loads(take(table(*rows), "--json").out)
    assert [one["line"] for one in report["refused"]] == [3, 4]
    assert json.loads(take(table(*rows), "--skip-bad", "--json").out)["written"] == 2
    assert [one["id"] for one in json.loads(run("export", "json").out)["entries"]] == [7, 9]


def test_rows_that_do_not_agree_on_a_substance_are_refused(take: Run) -> None:
    rows = [ROW, ROW | {"id": "8", "origin": "2", "kind": "cannabis"}]
    answer = take(table(*rows))
    assert "another kind or unit of its substance" in " ".join(answer.out.split())


def test_a_file_in_which_nothing_is_understood_is_left_early(take: Run, home: Path) -> None:
    rows = [ROW | {"id": f"{n}", "origin": f"{n}", "mood": PRIVATE} for n in range(1, 1500)]
    answer = take(table(*rows), "--skip-bad")
    calm(answer)
    assert "More than 1,000 rows of the file are not understood, line 2 first" in answer.err
    assert not home.exists()


def told(content: bytes) -> bytes:
    """What a table says; that an amount is about right stands in front of it too."""
    return content.rstrip().removesuffix(b"yes")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.slow
def test_a_file_that_was_cut_off_gives_whole_records_or_a_sentence(
    run: Run, take: Run, data: st.DataObject
) -> None:
    rows = [
        ROW | {"id": f"{n}", "origin": f"uid.{n:016x}", "note": "two\nlines, ż", "about": about}
        for n, about in ((1, "yes"), (2, ""), (3, "yes"))
    ]
    rows = [row | {"amount": "~2" if row["about"] else "2"} for row in rows]
    content = table(*rows)
    cut = content[: data.draw(st.integers(0, len(content)))]
    answer = take(cut, "--dry-run", "--json")
    if answer.code:
        calm(answer)
        return
    report = json.loads(answer.out)
    assert report["understood"] == cut.count(b"uid.")
    whole = [told(table(*rows[:n])) for n in range(4)]
    assert told(cut) in whole or not report["understood"]
