"""Safety words, by any name of a substance, with and without a journal."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.content import safety
from hrjournal.content.units import catalogue

if TYPE_CHECKING:
    from conftest import Answer
    from hrjournal.domain.substances.substance import Kind

Run = Callable[..., "Answer"]
COMMANDS = (
    *("", "overdose", "overdose heroin", "naloxone", "break", "break ghb", "stopping"),
    *("stopping alcohol", "safer", "safer cocaine", "card", "mixing alcohol ghb"),
)


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that says nothing of a country."""
    for name in ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def even(text: str) -> str:
    """A text on one line, without the marks that a screen adds."""
    return " ".join(text.replace("\N{LEFT HALF BLOCK}", " ").split())


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"], ["--sources"]])
def test_every_page_comes_without_a_journal_and_makes_none(
    run: Run, home: Path, words: str, form: list[str]
) -> None:
    answer = run("safety", *words.split(), *form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out
    assert not home.exists()


@pytest.mark.parametrize("words", [words for words in COMMANDS if "mixing" not in words])
def test_every_page_comes_beside_a_damaged_journal(run: Run, home: Path, words: str) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"nothing of ours")
    answer = run("safety", *words.split())
    assert answer.code == 0
    assert (home / "journal.db").read_bytes() == b"nothing of ours"


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
@pytest.mark.parametrize("words", COMMANDS)
def test_every_page_fits_the_screen(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = run("safety", *words.split()).out
    assert max(map(len, out.splitlines())) <= int(columns)


def test_the_menu_begins_with_whom_to_call_and_names_every_page(run: Run) -> None:
    run("config", "country", "US")
    out = run("safety").out
    assert "Call 911 now." in even(out)[:120]
    for name in ("overdose", "naloxone", "mixing", "break", "stopping", "safer", "card"):
        assert f"hrjournal safety {name}" in out


@pytest.mark.parametrize(
    ("words", "title"),
    [
        *(("opioid", "Too much of an opioid"), ("Opioids", "Too much of an opioid")),
        *(("fent", "Too much of an opioid"), ("methadone", "Too much of an opioid")),
        *(("alcohol", "Too much alcohol"), ("red wine", "Too much alcohol")),
        *(("stimulants", "Too much of a stimulant"), ("Ecstasy", "Too much of a stimulant")),
        *(("GHB", "Too much of a sedative"), ("liquid ecstasy", "Too much of a sedative")),
        *(("benzodiazepine", "Too much of a sedative"), ("xanax", "Too much of a sedative")),
        *(
            ("depressant", "Too much of a sedative"),
            ("ketamine", "Something else, or nobody knows"),
        ),
        *(("lsd", "Something else, or nobody knows"), ("zzz", "Something else, or nobody knows")),
    ],
)
def test_an_overdose_is_found_by_its_kind_or_by_any_name(run: Run, words: str, title: str) -> None:
    out = run("safety", "overdose", *words.split()).out
    assert out.splitlines()[0] == title
    assert "What to do" in out or "When it is an emergency" in out
    assert "Roll them on their side" in out


@pytest.mark.slow
@pytest.mark.parametrize("kind", catalogue().kinds.values(), ids=lambda kind: kind.id)
def test_every_substance_and_each_of_its_names_has_its_pages(run: Run, kind: Kind) -> None:
    told = safety.kinds()[kind.id]
    for name in (kind.name, *kind.aliases):
        data = json.loads(run("safety", "safer", *name.split(), "--json").out)
        assert data["substance"] == kind.id
    out = even(run("safety", "safer", kind.id).out)
    for line in (*told.points.lines, *told.much.lines, *told.tolerance.lines):
        assert line in out
    assert told.stopping.lines[0] in even(run("safety", "stopping", kind.id).out)
    assert told.tolerance.lines[0] in even(run("safety", "break", kind.id).out)


def test_a_name_is_told_as_it_was_understood(run: Run) -> None:
    assert '"xanax" is taken as: benzodiazepines.' in run("safety", "safer", "xanax").out
    assert "is taken as" not in run("safety", "safer", "Heroin").out


@pytest.mark.parametrize("page", ["overdose", "break", "stopping", "safer"])
def test_a_name_that_nobody_knows_is_helped_all_the_same(run: Run, page: str) -> None:
    answer = run("safety", page, "herion")
    assert answer.code == 0
    assert '"herion" is not a name that is known here. Close to it: heroin' in even(answer.out)
    assert "What follows holds for anything unknown." in answer.out


def test_a_name_cannot_steer_the_screen(run: Run) -> None:
    out = run("safety", "safer", "\x1b[31mx\u202e").out
    assert "\x1b" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize("words", ["overdose opioid", "overdose", "naloxone"])
def test_a_page_for_an_emergency_begins_with_whom_to_call(run: Run, words: str) -> None:
    run("config", "country", "GB")
    told = [line for line in run("safety", *words.split(), "--plain").out.splitlines() if line]
    assert told[1] == "Safety: Call 999 now."
    assert told[2] == "Put the phone on speaker."


def test_the_law_of_the_country_is_told(run: Run) -> None:
    anywhere = run("safety", "overdose", "opioid").out
    assert "Many places have laws" in anywhere
    run("config", "country", "CA")
    assert "Canada has a law" in run("safety", "overdose", "opioid").out


def test_a_break_is_praised_and_warned_of_in_one_go(run: Run) -> None:
    out = even(run("safety", "break", "heroin").out)
    assert "A break is a win" in out
    assert "The old amount can stop your breathing." in out
    assert "Keep naloxone near" in out
    assert "Six prison systems" in out
    other = even(run("safety", "break", "alcohol").out)
    assert "naloxone" not in other
    assert "A break is a win" in other


def test_a_pause_of_a_treatment_is_not_praised(run: Run) -> None:
    out = run("safety", "break", "methadone").out
    assert "Call the clinic" in even(out)
    assert "win" not in out


def test_stopping_names_every_dangerous_one_after_the_signs_to_call_for(run: Run) -> None:
    out = run("safety", "stopping").out
    signs = out.index("When to call right away")
    for name in ("Alcohol", "Benzodiazepines", "GHB", "Pregabalin or gabapentin", "Opioids"):
        assert out.index(f"\n{name}\n") > signs


def test_stopping_what_is_not_dangerous_frightens_nobody(run: Run) -> None:
    assert "When to call right away" in run("safety", "stopping", "alcohol").out
    assert "When to call right away" not in run("safety", "stopping", "cannabis").out


def test_what_else_can_be_in_it_stands_with_what_it_turns_up_in(run: Run) -> None:
    assert "Fentanyl in stimulants" in run("safety", "safer", "crack").out
    assert "Medetomidine" in run("safety", "safer", "heroin").out
    assert "Fentanyl test strips" in run("safety", "safer", "cocaine").out
    assert "Fentanyl" not in run("safety", "safer", "caffeine").out


@pytest.mark.parametrize("words", ["overdose opioid", "naloxone", "break", "stopping", "safer ghb"])
def test_sources_say_where_and_when_and_what_is_general_knowledge(run: Run, words: str) -> None:
    without = run("safety", *words.split(), "--plain").out
    told = run("safety", *words.split(), "--sources", "--plain").out
    assert told.startswith(without)
    assert re.search(r"Looked through on \w{3} \d{1,2} Nov 2026\.", told)
    assert "general knowledge" in told.lower()
    assert "Read: the page itself" in told
    assert "Where this was read" not in without


def test_the_parts_of_a_page_as_data(run: Run) -> None:
    data = json.loads(run("safety", "safer", "weed", "--json").out)
    assert data["substance"] == "cannabis"
    assert [part["title"] for part in data["passages"]] == [
        "What makes it safer",
        "Too much of it",
        "After a break",
        "Stopping, or cutting down",
    ]
    assert all(part["verified"] == bool(part["sources"]) for part in data["passages"])
    unknown = json.loads(run("safety", "overdose", "zzz", "--json").out)
    assert unknown["substance"] is None


class Words(HTMLParser):
    """The words of a document."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said += data.split()


def words_of(path: Path) -> str:
    parser = Words()
    parser.feed(path.read_text(encoding="utf-8"))
    return " ".join(parser.said)


def test_the_card_for_a_friend_has_signs_steps_and_numbers(run: Run) -> None:
    run("config", "country", "US")
    run("safety", "naloxone", "--place", "kitchen shelf")
    out = even(run("safety", "card").out)
    for passage in (*safety.friend(), *safety.card().passages):
        for line in passage.lines:
            assert line in out
    assert "Call 911 now." in out
    plain = run("safety", "card", "--plain").out
    assert "Naloxone lies here: kitchen shelf" in plain
    assert "988 Suicide and Crisis Lifeline: Call 988. Text 988" in plain


def test_the_card_can_be_written_for_printing(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "card.html"
    answer = run("safety", "card", "--out", str(target))
    assert answer.code == 0
    assert "Print it" in answer.out
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    said = words_of(target)
    assert "Call your emergency number now." in said
    for passage in (*safety.friend(), *safety.card().passages):
        assert all(line in said for line in passage.lines)


def test_a_card_that_is_there_stays_unless_it_is_forced(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "card.html"
    target.write_text("mine", encoding="utf-8")
    refused = run("safety", "card", "--out", str(target))
    assert refused.code == 1
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("safety", "card", "--out", str(target), "--force").code == 0
    assert "If someone takes too much" in words_of(target)


def test_force_without_a_file_is_a_matter_of_words(run: Run) -> None:
    answer = run("safety", "card", "--force")
    assert answer.code == 2
    assert "--out" in answer.err
