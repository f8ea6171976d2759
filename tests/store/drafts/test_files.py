"""Drafts lie beside the journal for one person alone, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.draft import Draft, TypedAnswer
from hrjournal.store import Place
from hrjournal.store.drafts.files import (
    drafts_folder,
    is_secret,
    keep_draft,
    list_drafts,
    remove_draft,
)
from support.keeping import names_in, opened

ANSWERS = st.builds(TypedAnswer, st.text(), st.text(), own=st.booleans(), whole=st.booleans())
LETTER = Draft("letter", "2026-11-27 22:10", (TypedAnswer("note", "Dear me,", own=True),))


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "own" / "journal.db", own=True)


@given(answers=st.lists(ANSWERS).map(tuple))
def test_a_draft_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, answers: tuple[TypedAnswer, ...]
) -> None:
    place = Place(tmp_path_factory.mktemp("drafts") / "journal.db")
    draft = Draft("letter", "2026-11-27 22:10", answers)
    path = keep_draft(place, draft, secret=False)
    assert path is not None
    assert list_drafts(place, "letter") == [(path, draft)]


def test_a_draft_is_for_this_person_alone(place: Place, open_umask: None) -> None:
    path = keep_draft(place, LETTER, secret=False)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent == drafts_folder(place)
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_two_of_one_minute_are_both_kept_and_the_last_takes_the_folder_with_it(
    place: Place,
) -> None:
    kept = [keep_draft(place, LETTER, secret=False) for _ in range(3)]
    assert sorted(path for path, _ in list_drafts(place, "letter")) == sorted(filter(None, kept))
    for path, _ in list_drafts(place, "letter"):
        assert drafts_folder(place).exists()
        remove_draft(path)
    assert not drafts_folder(place).exists()


def test_a_secret_is_never_on_the_disk(place: Place) -> None:
    assert keep_draft(place, LETTER, secret=True) is None
    assert not place.path.parent.exists()


def test_a_file_that_is_no_plain_database_is_a_secret(place: Place) -> None:
    assert not is_secret(place)
    with opened(place):
        assert not is_secret(place)
    place.path.write_bytes(b"\x8a" * 4096)
    assert is_secret(place)


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where the folder should be", encoding="utf-8")
    assert keep_draft(Place(tmp_path / "own" / "journal.db"), LETTER, secret=False) is None
    assert names_in(tmp_path) == ["own"]


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"flow": "letter"}', b"[" * 100_000),
        json.dumps({"flow": "letter", "at": 7, "answers": []}).encode(),
        json.dumps({"flow": "letter", "at": "then", "answers": []}).encode(),
        json.dumps({"flow": "letter", "at": "2026-11-27 22:10", "answers": [7]}).encode(),
        json.dumps({"flow": "reason", "at": "2026-11-27 22:10", "answers": []}).encode(),
    ],
)
def test_what_is_no_draft_is_passed_over_and_left(place: Place, content: bytes) -> None:
    kept = keep_draft(place, LETTER, secret=False)
    stranger = drafts_folder(place) / "letter-1.json"
    stranger.write_bytes(content)
    assert [path for path, _ in list_drafts(place, "letter")] == [kept]
    assert stranger.exists()
