from __future__ import annotations

import re

from content.test_reference import rows
from hrjournal.content.loader import load
from hrjournal.content.roots import roots


def test_there_is_a_word_for_each_of_the_reference_in_words_of_our_own() -> None:
    tags = rows("mi", "root_cause_tags", "tags")
    assert not tags or len(tags) == len(roots())
    assert len({one.id for one in roots()}) == len({one.name for one in roots()}) == 28
    own = [one.name for one in roots() if one.name not in tags]
    assert not tags or len(own) > 15


def test_a_word_is_short_and_can_be_typed() -> None:
    for one in roots():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.id)
        assert len(one.name) <= 40


def test_they_are_not_called_verified() -> None:
    assert load("roots").flag("verified") is False
