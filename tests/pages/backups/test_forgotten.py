from __future__ import annotations

import pytest

from hrjournal.domain.file import Forgotten
from hrjournal.pages.backups.forgotten import forgotten_words

GONE = "It cannot be brought back."
ONE_LEFT = (
    f"{GONE} It is gone from 9 copies of your journal too. Copy 3 could not be changed and may "
    "still hold it. To do away with that copy: hrjournal backup --delete 3"
)
THREE_LEFT = (
    f"{GONE} Copies 1, 3 and 4 could not be changed and may still hold it. To do away with one of "
    "them: hrjournal backup --delete 4"
)
UNSEEN = (
    f"{GONE} Traces of it may be left in the journal file, which could not be written anew. There "
    "may be too little space on the disk. The folder of your copies could not be read, so a copy "
    "in it may still hold it. To see what is wrong: hrjournal doctor"
)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Forgotten(0, (), wiped=True), GONE),
        (Forgotten(1, (), wiped=True), f"{GONE} It is gone from the copy of your journal too."),
        (Forgotten(9, (), wiped=True), f"{GONE} It is gone from all 9 copies of your journal too."),
        (Forgotten(9, (3,), wiped=True), ONE_LEFT),
        (Forgotten(0, (1, 3, 4), wiped=True), THREE_LEFT),
        (Forgotten(0, (), wiped=False, seen=False), UNSEEN),
    ],
)
def test_what_is_said_is_what_became_of_the_copies(found: Forgotten, words: str) -> None:
    assert forgotten_words(found) == words
