"""What a person leaves out is nowhere in the file: byte by byte, in every form."""

from __future__ import annotations

import csv
import getpass
import io
import json
import platform
from pathlib import Path
from typing import Any, Final

import pytest

from hrjournal.domain.summary.options import DEFAULT_SECTIONS, OPT_IN_SECTIONS
from hrjournal.domain.summary.sections import Section
from support.marked import MARKS, NAMES, NEVER, TOLD, everything, fill, pairwise, summary

FORMS: Final = ("html", "md", "txt", "text", "json", "csv", "pdf")
PAGES: Final = {"html", "md", "txt", "pdf"}
IN_TEXT: Final = {"coverage", "changes", "safety", "agreed", "talk", "mood", "urges"}
CUTS: Final = {  # how parts are named that there was no room for
    "agreed": "further points to talk about",
    "talk": "further points to talk about",
    "steps": "safer steps",
    "rulers": "rulers",
    "reasons": "reasons",
    "triggers": "rarer situations",
    "helped": "ways tried",
    "notes": "older notes",
    "letter": "the letter",
}
CHOICES: Final[dict[str, tuple[Any, ...]]] = {
    **{part.value: (True, False) for part in Section},
    "alias": (True, False),
    "form": FORMS,
    "period": (("--days", "90"), ()),  # a long one, and since the last session
}
ALL: Final = {part.value for part in Section}


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


def case(one: dict[str, Any]) -> Any:
    form, hidden, period = one.pop("form"), one.pop("alias"), one.pop("period")
    parts = {part for part, inside in one.items() if inside}
    if form == "csv":
        parts.add("calendar")
    name = f"{form}{', by letters' if hidden else ''}: {' '.join(sorted(parts))}"
    words = [*period, *(["--alias"] if hidden else [])]
    return pytest.param(parts, form, words, id=name[:60])


def shared(parts: set[str], form: str) -> set[str]:
    """The parts whose words stand in a file of this form."""
    return {"text": parts & IN_TEXT, "csv": set[str]()}.get(form, parts)


def cut(found: str) -> set[str]:
    """The parts of a page that there was too little room for."""
    _, _, named = found.rpartition("no room on two sides")
    return {part for part, name in CUTS.items() if name in named}


@pytest.mark.slow
@pytest.mark.parametrize(("parts", "form", "words"), list(map(case, pairwise(CHOICES))))
def test_what_is_left_out_is_in_no_byte(
    parts: set[str], form: str, words: list[str], marked: Path, tmp_path: Path
) -> None:
    found = made(marked, tmp_path, parts, form, *words)
    told = shared(parts, form)
    out = {mark for part, mark in MARKS.items() if part.value not in told}
    out |= {one for part, some in TOLD.items() if part.value not in told for one in some}
    assert [mark for mark in (*out, *NEVER) if mark in found] == []
    inside = told - (cut(found) if form in PAGES else set())
    missing = [mark for part, mark in MARKS.items() if part.value in inside and mark not in found]
    assert missing == []
    if "urges" in inside:
        assert '"urges": {' in found or "passed without use" in found


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("hidden", [(), ("--alias",)], ids=["names", "letters"])
@pytest.mark.parametrize("left", ["people", "agreed", "urges", "safety", "steps", "helped"])
def test_one_part_alone_is_left_out_of_all(
    left: str, hidden: tuple[str, ...], form: str, marked: Path, tmp_path: Path
) -> None:
    found = made(marked, tmp_path, ALL - {left}, form, "--days", "90", *hidden)
    part = Section(left)
    out = [*TOLD.get(part, ()), *([MARKS[part]] if part in MARKS else [])]
    assert [one for one in (*out, *NEVER) if one in found] == []


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_of_company_it_is_told_at_most_that_there_was_none(
    form: str, marked: Path, tmp_path: Path
) -> None:
    found = made(marked, tmp_path, {"safety"} | ({"calendar"} if form == "csv" else set()), form)
    assert "zqcompany" not in found
    if form != "csv":
        assert "alone on 1 of 7 days" in found
    hidden = made(marked, tmp_path, {"safety", "calendar"}, form, "--alias")
    assert "alone on" not in hidden


def test_as_csv_how_it_was_is_there_only_with_its_part(marked: Path, tmp_path: Path) -> None:
    def told(*left: str) -> set[str]:
        made(marked, tmp_path, ALL - {*left}, "csv", "--days", "90")
        text = (tmp_path / "out.csv").read_text(encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        names = ("mood", "urge_max", "sleep_h")
        return {name for name in names for row in rows if row[name]}

    assert told() == {"mood", "urge_max", "sleep_h"}
    assert told("mood") == {"urge_max"}
    assert told("urges") == {"mood", "urge_max", "sleep_h"}
    assert told("mood", "urges") == set()


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
    inside = (DEFAULT_SECTIONS & MARKS.keys()) - {Section(part) for part in cut(found)}
    assert [part for part in inside if MARKS[part] not in found] == []
    assert inside >= {Section.AGREED, Section.TALK, Section.TRIGGERS, Section.HELPED}


def test_every_two_choices_come_together() -> None:
    rows = list(pairwise({"a": (1, 2), "b": (1, 2, 3), "c": (1, 2)}))
    assert {(row["a"], row["b"]) for row in rows} == {(a, b) for a in (1, 2) for b in (1, 2, 3)}
    assert {(row["a"], row["c"]) for row in rows} == {(a, c) for a in (1, 2) for c in (1, 2)}
    assert len(rows) < 2 * 3 * 2
