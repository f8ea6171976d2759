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


def test_all_of_it_moves_to_another_journal(run: Run, home: Any) -> None:
    run("log", "alcohol", "1")
    run("log", "methadone", "40mg")
    run("log", "cannabis", "1")
    run("substances", "hide", "cannabis")
    run("substances", "alias", "alcohol", "booze")
    run("substances", "serving", "my can", "500ml 4.8%")
    run("substances", "prescribed", "methadone", "no")
    run("substances", "total", "alcohol", "day")
    whole, shown = run("export", "json").out, run("substances", "--json").out
    home.rename(home.with_name("before"))
    assert run("import", "json", "-", stdin=whole.encode()).code == 0
    assert run("export", "json").out == whole
    assert run("substances", "--json").out == shown
    run("undo")
    assert json.loads(run("substances", "--json").out) == {"substances": [], "servings": []}


def test_what_goes_by_another_name_by_now_comes_in_under_that_one(run: Run) -> None:
    run("log", "proteen", "2", "--new")
    before = run("export", "json").out
    run("substances", "rename", "proteen", "Protein")
    run("delete", "1")
    assert run("import", "json", "-", stdin=before.encode()).code == 0
    assert list(listed(run)) == ["Protein"]
    assert "Protein: 2" in run("days").out
