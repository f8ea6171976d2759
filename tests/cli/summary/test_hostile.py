"""Whatever a person writes stays text in a summary, in every form."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from cli.summary.test_shapes import balanced
from hrjournal.domain.entries.entry import LONGEST_WORD, Entry, EntryType, Moment
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OTHER, Substance
from hrjournal.store import keepsakes
from support.formats.hostile import FORBIDDEN
from support.formats.nasty import NASTY
from support.marked import DAY, NOW, read, session, summary

ADDED: Final = "people,routes,money,roots,events,good,notes,letter"
WORDS: Final = [text for text in NASTY if 0 < len(text) <= LONGEST_WORD and "\n" not in text]
OWN_WORDS: Final = (
    *(KeepsakeType.TALK, KeepsakeType.AGREED, KeepsakeType.REASON, KeepsakeType.LETTER),
)
ALIKE: Final = 40  # texts in one journal


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Journals whose names, notes and words hold hostile texts."""
    folder = tmp_path_factory.mktemp("hostile")
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        for start in range(0, len(NASTY), ALIKE):
            place = folder / f"{start}.db"
            fill(place, NASTY[start : start + ALIKE])
            found.append(place)
    return found


def fill(place: Path, texts: tuple[str, ...]) -> None:
    now = session(place)
    with now.open_journal(write=True) as journal, journal.change("log", now.instant) as change:
        for number, text in enumerate(texts):
            word = text if text in WORDS else None
            moment = Moment(NOW - (1 + number) * DAY, 0, "UTC")
            one = Substance(f"key {number}", word or "thing", OTHER, "scoop")
            tracked = change.track(one) if number < 4 else None
            use = Entry(
                type=EntryType.USE if tracked else EntryType.CHECKIN,
                moment=moment,
                substance=tracked.key if tracked else None,
                amount=Amount(1000, 1000, "scoop", typed="1") if tracked else None,
                triggers=(word,) if word else (),
                copings=(word,) if word else (),
                steps=(word,) if word else (),
                company=word,
                route=word,
                note=text,
                written=NOW,
            )
            change.add(use, tracked)
            for sort_of in (EntryType.EVENT, EntryType.GOOD):
                change.add(Entry(type=sort_of, moment=moment, note=text, written=NOW))
            urge = Entry(type=EntryType.URGE, moment=moment, urge=5, written=NOW)
            words = (word,) if word else ()
            change.add(urge.replace(copings=words, triggers=words, gave=text, after=text))
            for sort in OWN_WORDS:
                keepsakes.add(change, Keepsake(sort, moment, text=text))
            if word:
                keepsakes.add(change, Keepsake(KeepsakeType.ROOT, moment, subject=word))


def attributes(document: str) -> set[str]:
    """The names of all attributes of a document."""
    found: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "script"
            found.update(name for name, _ in attrs)

    Reader().feed(document)
    return found


def fields(document: str) -> set[str | None]:
    """What a reader can fill in or press: the types of its fields."""
    found: set[str | None] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in {"form", "button", "iframe", "object", "textarea", "select"}
            if tag == "input":
                found.add(dict(attrs).get("type"))

    Reader().feed(document)
    return found


def made(place: Path, folder: Path, form: str) -> bytes:
    out = folder / f"out.{form}"
    summary(place, "--include", ADDED, "--out", str(out), "--force")
    return out.read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["html", "md", "txt", "text", "json", "csv"])
def test_nothing_in_it_acts_on_a_reader(places: list[Path], tmp_path: Path, form: str) -> None:
    for place in places:
        text = made(place, tmp_path, form).decode()
        assert set(text.replace("\r\n", "\n")) & FORBIDDEN <= {"\n"}
        match form:
            case "html":
                assert balanced(text)
                assert fields(text) <= {"checkbox"}
                assert not {name for name in attributes(text) if name.startswith("on")}
                assert attributes(text) & {"href", "src", "srcset", "action", "style"} == set()
            case "json":
                assert text.isascii()
                assert json.loads(text)["self_reported"] is True
            case "csv":
                cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
                assert [one for one in cells if len(one) > 1 and one[0] in "=+-@|%"] == []
            case "text":
                assert len(text.splitlines()) <= 10
            case _:
                assert "My summary" in text


@pytest.mark.slow
def test_a_pdf_is_made_of_any_words(places: list[Path], tmp_path: Path) -> None:
    pytest.importorskip("typst")
    for place in places[:3]:
        assert "My summary" in read(made(place, tmp_path, "pdf"))


def test_there_is_something_hostile_to_try(places: list[Path], tmp_path: Path) -> None:
    assert len(places) >= 1
    assert "&lt;script&gt;" in made(places[0], tmp_path, "html").decode()
