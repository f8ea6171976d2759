"""Lines as people of nine countries type them, each with its one right reading."""

from __future__ import annotations

import csv
import json
import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest

from support.places import DATA

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Answer

    Run = Callable[..., Answer]

NOW = "2026-11-25 21:10"
SAID = ("mood", "urge", "anxiety", "pain", "sleep_minutes", "minutes", "outcome", "with", "spend")
with (DATA / "phrases" / "lines.tsv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['country']} {row['line']}")
def test_a_line_is_kept_as_it_was_meant(row: dict[str, str], run: Run) -> None:
    """What is kept, or what the question says: a pattern behind `asks`."""
    run("config", "country", row["country"], at=NOW)
    for line in filter(None, row["before"].split(" ; ")):
        assert run(*shlex.split(line), at=NOW).code == 0
    before = kept(run)
    answer = run(*shlex.split(row["line"]), at=NOW)
    after = kept(run)
    told = [said(entry) for number, entry in after.items() if before.get(number) != entry]
    wanted = row["kept"].removeprefix("asks ")
    if wanted == row["kept"]:
        assert " + ".join(told) == wanted, answer.err
    else:
        assert (answer.code > 0, told) == (True, [])
        assert re.search(wanted, " ".join(answer.err.split())), answer.err


def kept(run: Run) -> dict[int, dict[str, Any]]:
    """Every record by its number."""
    answer = run("days", "--json", "--days", "60", at=NOW)
    return {entry["id"]: entry for entry in json.loads(answer.out)["entries"]}


def said(entry: dict[str, Any]) -> str:
    """A record on one line, such as `use Alcohol 28 to 42 g_alc 2026-11-25 21:10`."""
    amount = entry.get("amount") or {}
    low, high = amount.get("low"), amount.get("high")
    size = "?" if low is None else f"{low:g}" if low == high else f"{low:g} to {high:g}"
    words = [entry["sort"], entry.get("substance"), size if amount else ""]
    words += [amount.get("unit"), "about" if amount.get("about") else ""]
    words += [entry["day"], entry.get("time")]
    words += [f"{name}={entry[name]}" for name in SAID if entry.get(name) is not None]
    return " ".join(f"{word}" for word in words if word)
