"""A journal of every release, encrypted and not: read as it is, taken out, and written into."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.system.passphrase import VARIABLE
from hrjournal.store.file.cipher import library, rewrite
from support.keeping import RELEASED, make_release, names_in

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = [pytest.mark.slow, pytest.mark.copies]
WORDS = "four old brown horses"
NOON = "2026-11-24 12:00"
READ = (("today",), ("days",), ("trends",), ("wins",), ("measures",), ("summary", "--json"))


def locked_release(saved: Path, path: Path) -> None:
    """The file of a release as its encryption left it."""
    plain = path.with_name("plain.db")
    make_release(saved, plain)
    connection = library().connect(str(plain), isolation_level=None)
    path.touch(mode=0o600)
    rewrite(connection, path, WORDS)
    connection.close()
    plain.unlink()


@pytest.fixture(params=[False, True], ids=["plain", "encrypted"])
def encrypted(request: pytest.FixtureRequest) -> bool:
    """Whether the journal of a release is encrypted."""
    if request.param:
        pytest.importorskip("sqlcipher3")
    return bool(request.param)


@pytest.fixture
def told(
    run: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, *, encrypted: bool
) -> Callable[..., str]:
    """What a command says that has to go well."""

    def telling(*words: str) -> str:
        if encrypted:
            monkeypatch.setenv(VARIABLE, WORDS)
        answer = run(*words, at=NOON)
        assert answer.code == 0, (words, answer)
        return answer.out

    return telling


@pytest.mark.parametrize("saved", RELEASED, ids=lambda path: path.stem)
def test_a_journal_of_every_release_is_read_untouched_and_then_goes_on(
    told: Callable[..., str], home: Path, saved: Path, *, encrypted: bool
) -> None:
    home.mkdir(mode=0o700)
    path = home / "journal.db"
    (locked_release if encrypted else make_release)(saved, path)
    path.chmod(0o600)
    before = path.read_bytes()
    assert all(told(*words) for words in READ[: 2 if encrypted else None])  # each derives the key
    exported = records(told)
    assert len(exported) == 4
    if saved != RELEASED[-1]:  # into one of today, small wins that are due are entered
        assert (path.read_bytes(), names_in(home)) == (before, ["journal.db"])
    told("log", "alcohol", "1")
    (copy,) = (home / "journal.db.copies").glob("*.db")  # of the day, or of before the new tables
    assert records(told)[:4] == exported
    assert len(records(told)) == 5
    told("doctor")
    assert [one.read_bytes()[:6] == b"SQLite" for one in (path, copy)] == [not encrypted] * 2


def records(told: Callable[..., str]) -> list[dict[str, object]]:
    """All records, but for where they come from: the first releases did not keep that."""
    found = json.loads(told("export", "json", "-"))["entries"]
    return [{name: one[name] for name in one if name != "origin"} for one in found]
