"""What a person leaves out is nowhere in the file: byte by byte, in every form."""

from __future__ import annotations

import getpass
import json
import platform
from pathlib import Path
from typing import Any, Final

import pytest

from hrjournal.domain.summary.options import DEFAULT_SECTIONS, OPT_IN_SECTIONS
from hrjournal.domain.summary.sections import Section
from support.marked import MARKS, NAMES, NEVER, everything, fill, pairwise, summary

FORMS: Final = ("html", "md", "txt", "json", "csv", "pdf")
CHOICES: Final[dict[str, tuple[Any, ...]]] = {
    **{part.value: (True, False) for part in Section},
    "alias": (True, False),
    "form": FORMS,
}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a mark in every field."""
    place = tmp_path_factory.mktemp("marked") / "journal.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        fill(place)
    return place


def made(place: Path, folder: Path, parts: set[str], form: str, *words: str) -> str:
    """Everything in the bytes of a file with these parts and no others."""
    pytest.importorskip("typst" if form == "pdf" else "json")
    out = folder / f"out.{form}"
    chosen = [word for part in parts for word in ("--include", part)]
    summary(place, "--out", str(out), "--force", "--exclude", "all", *chosen, *words)
    return everything(out.read_bytes())


def named(parts: set[str], form: str, *, hidden: bool) -> str:
    alias = ", by letters" if hidden else ""
    return f"{form}{alias}: {' '.join(sorted(parts))}"


def cases() -> list[Any]:
    found = []
    for one in pairwise(CHOICES):
        form, hidden = one.pop("form"), one.pop("alias")
        parts = {part for part, inside in one.items() if inside}
        if form == "csv":
            parts.add("calendar")
        found.append(pytest.param(parts, form, hidden, id=named(parts, form, hidden=hidden)[:60]))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("parts", "form", "hidden"), cases())
def test_what_is_left_out_is_in_no_byte(
    parts: set[str], form: str, hidden: bool, marked: Path, tmp_path: Path
) -> None:
    found = made(marked, tmp_path, parts, form, *(["--alias"] if hidden else []))
    out = {mark for part, mark in MARKS.items() if form == "csv" or part.value not in parts}
    assert [mark for mark in (*out, *NEVER) if mark in found] == []
    if form != "csv":
        inside = {mark for part, mark in MARKS.items() if part.value in parts}
        assert [mark for mark in inside if mark not in found] == []


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_by_letters_no_substance_is_named(form: str, marked: Path, tmp_path: Path) -> None:
    found = made(marked, tmp_path, {*Section}, form, "--alias", "--title", "My Zqpowder days")
    assert [name for name in NAMES if name in found] == []
    assert "substance a" in found
    assert "substance b" in found


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_it_says_nothing_of_the_machine_or_of_who_made_it(
    form: str, marked: Path, tmp_path: Path
) -> None:
    found = made(marked, tmp_path, {*Section}, form)
    traces = [str(marked.parent), str(tmp_path), "09:20", "hrjournal 0."]
    if form != "pdf":  # in whose packed bytes a short word can stand by chance
        traces += [str(Path.home()), platform.node(), f'"{getpass.getuser()}"']
    assert [one for one in traces if one.casefold().replace("-", "") in found] == []


def test_what_is_left_out_has_no_key_in_the_data(marked: Path, tmp_path: Path) -> None:
    parts = {"talk", "measures", "charts"}
    words = [word for part in parts for word in ("--include", part)]
    summary(marked, "--out", str(tmp_path / "out.json"), "--exclude", "all", *words)
    found = json.loads((tmp_path / "out.json").read_bytes())
    about = {"version", "window", "made_on", "self_reported", "aliased", "parts"}
    assert set(found) == parts | about
    assert found["parts"] == ["talk", "charts", "measures"]
    told = {name for one in found["measures"]["substances"].values() for name in one["measures"]}
    assert told & {"mood", "craving", "triggers", "strategies", "safety", "spend"} == set()
    rows = [row for one in found["charts"]["substances"].values() for row in one["periods"]]
    assert rows
    assert [row for row in rows if "mood" in row or "urge" in row] == []


def test_private_parts_are_out_unless_they_are_added(marked: Path, tmp_path: Path) -> None:
    summary(marked, "--out", str(tmp_path / "usual.html"))
    found = everything((tmp_path / "usual.html").read_bytes())
    assert [part for part in OPT_IN_SECTIONS if MARKS[part] in found] == []
    assert [part for part in DEFAULT_SECTIONS & MARKS.keys() if MARKS[part] not in found] == []


def test_every_two_choices_come_together() -> None:
    rows = list(pairwise({"a": (1, 2), "b": (1, 2, 3), "c": (1, 2)}))
    assert {(row["a"], row["b"]) for row in rows} == {(a, b) for a in (1, 2) for b in (1, 2, 3)}
    assert {(row["a"], row["c"]) for row in rows} == {(a, c) for a in (1, 2) for c in (1, 2)}
    assert len(rows) < 2 * 3 * 2
