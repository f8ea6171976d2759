from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.upkeep import CheckFinding, Content, Trouble
from hrjournal.store import Place
from hrjournal.store.file import APPLICATION_ID, HOT_JOURNAL
from hrjournal.store.upkeep.inside import is_unfinished, look_inside
from support.builders import entry
from support.keeping import keep, opened

RELEASED = sorted((Path(__file__).parents[1] / "released").glob("v*.sql"))


def written(place: Place) -> None:
    """A journal with two records."""
    with opened(place) as journal:
        keep(journal, entry(EntryType.USE, substance="alcohol"), entry(EntryType.EVENT))


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_file_of_every_release_is_looked_at_and_stays_as_it_is(path: Path, place: Place) -> None:
    place.path.parent.mkdir()
    with closing(sqlite3.connect(place.path, isolation_level=None)) as connection:
        connection.executescript(path.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={path.stem[1:]}")
    before = place.path.read_bytes()
    content, findings = look_inside(place)
    assert content is not None
    assert (content.entries, content.substances, findings) == (4, 2, ())
    assert place.path.read_bytes() == before
    assert [one.name for one in place.path.parent.iterdir()] == ["journal.db"]


def test_what_is_refused_says_why(place: Place) -> None:
    place.path.parent.mkdir()
    place.path.write_text("Dear diary, " * 50)
    content, (found,) = look_inside(place)
    assert content is None
    assert found.trouble is Trouble.REFUSED
    assert "not a journal" in found.name


def test_a_file_that_may_not_be_read_says_so(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    written(place)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert look_inside(place) == (
        None,
        (CheckFinding(Trouble.REFUSED, "The journal may not be read by you."),),
    )


def test_an_earlier_version_that_cannot_be_brought_up_to_date_is_damaged(place: Place) -> None:
    written(place)
    with closing(sqlite3.connect(place.path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE id>3")
        connection.execute("PRAGMA user_version=3")
    content, (found,) = look_inside(place)
    assert content is None
    assert "damaged" in found.name


def test_a_write_that_was_cut_short_is_told_by_what_it_left(place: Place) -> None:
    written(place)
    assert not is_unfinished(place)
    side = place.path.with_name("journal.db-journal")
    side.write_bytes(bytes(512))
    assert not is_unfinished(place)
    side.write_bytes(HOT_JOURNAL + bytes(504))
    assert is_unfinished(place)
    side.unlink()
    assert look_inside(place) == (Content(2, 1, 0, 0), ())


def test_a_write_that_is_under_way_is_not_cut_short(place: Place) -> None:
    written(place)
    with opened(place) as other, other.transaction():
        other.connection.execute("UPDATE entry SET note=zone")
        assert place.path.with_name("journal.db-journal").exists()
        assert not is_unfinished(place)
        assert look_inside(place) == (Content(2, 1, 0, 0), ())
