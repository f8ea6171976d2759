from __future__ import annotations

import pytest

from hrjournal.domain.knowledge.roots import Root, root

KNOWN = (Root("low-mood", "low mood or depression"), Root("pain", "pain that stays"))


@pytest.mark.parametrize("text", ["low-mood", "Low mood", " low  mood ", "low mood or depression"])
def test_a_known_one_is_found_however_it_is_written(text: str) -> None:
    assert root(KNOWN, text).id == "low-mood"


def test_own_words_stand_as_they_are() -> None:
    assert root(KNOWN, "  My   brother ") == Root("My brother", "My brother")
