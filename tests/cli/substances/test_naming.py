from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def listed(run: Run) -> dict[str, Any]:
    """What is tracked, by name."""
    return {one["name"]: one for one in json.loads(run("substances", "--json").out)["substances"]}


def test_the_first_words_on_a_medicine_name_the_command(run: Run) -> None:
    said = run("log", "diazepam", "10mg").out
    assert 'hrjournal substances prescribed "diazepam" yes' in said
    said = run("log", "methadone", "40mg").out
    assert 'hrjournal substances prescribed "methadone" no' in said
    assert listed(run)["Methadone"]["prescribed"] is True
    run("substances", "prescribed", "methadone", "no")
    run("substances", "prescribed", "diazepam", "yes")
    assert {name: one["prescribed"] for name, one in listed(run).items()} == {
        "Diazepam": True,
        "Methadone": False,
    }
    run("undo")
    assert run("undo").out == "Taken back: the last change of what is prescribed to you.\n"
    assert listed(run)["Methadone"]["prescribed"] is True


def test_a_total_for_the_day_or_use_by_use(run: Run) -> None:
    run("log", "tobacco", "5")
    run("log", "alcohol", "1")
    assert listed(run)["Cigarettes"]["day_total"] is True
    run("substances", "total", "cigarettes", "use")
    run("substances", "total", "alcohol", "day")
    totals = {name: one["day_total"] for name, one in listed(run).items()}
    assert totals == {"Cigarettes": False, "Alcohol": True}
    run("substances", "total", "cigarettes", "day")
    run("substances", "total", "alcohol", "use")
    assert "day_totals" not in json.loads(run("export", "json").out)["settings"]


def test_other_names_are_given_shown_and_taken_out(run: Run) -> None:
    run("log", "alcohol", "1")
    assert run("substances", "alias", "alcohol").out == "Alcohol has no other names.\n"
    said = run("substances", "alias", "alcohol", "Happy  Juice", "juice").out
    assert said == "Alcohol is also found as happy juice, juice. Undo takes this back.\n"
    for word in ("happy juice", "HAPPY-JUICE", "juice"):
        assert "2 US standard drinks" in run("log", word, "2").out
    run("none", "juice", "--day", "2026-11-20")
    assert "20 Nov" in run("days").out
    run("substances", "alias", "--remove", "Juice")
    assert listed(run)["Alcohol"]["aliases"] == ["happy juice"]
    run("undo")
    assert listed(run)["Alcohol"]["aliases"] == ["happy juice", "juice"]


def test_an_other_name_is_left_out_of_a_summary_with_its_substance(run: Run) -> None:
    run("log", "alcohol", "1", at="2026-11-22 20:00")
    run("log", "zarg", "2", "--new", at="2026-11-22 20:00")
    run("substances", "alias", "zarg", "snuffle")
    run("substances", "serving", "my snorkel", "1 zarg")
    run("checkin", "--mood", "3", "--note", "a snuffle with my snorkel")
    told = ("summary", "--as", "txt", "--include", "notes")
    assert "snuffle" in run(*told).out
    for left in (("--without", "snuffle"), ("--alias",)):
        said = run(*told, *left).out
        assert "snuffle" not in said
        assert "snorkel" not in said
        assert "zarg" not in said


def test_a_table_is_read_by_other_names_too(run: Run, tmp_path: Any) -> None:
    run("log", "zarg", "2", "--new")
    run("substances", "alias", "zarg", "snuffle")
    table = tmp_path / "table.csv"
    table.write_text("day,what,much\n2026-11-20,snuffle,3\n", encoding="utf-8")
    columns = ("--date", "day", "--substance", "what", "--amount", "much")
    assert run("import", "csv", str(table), *columns).code == 0
    assert list(listed(run)) == ["zarg"]
