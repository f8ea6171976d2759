from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.sanitize import sanitize
from support.formats.hostile import FORBIDDEN, words


@given(text=words, keep_lines=st.booleans())
def test_what_steers_a_screen_becomes_a_dot(text: str, keep_lines: bool) -> None:
    shown = sanitize(text, keep_lines=keep_lines)
    assert set(shown) & FORBIDDEN <= ({"\n"} if keep_lines else set())
    assert sanitize(shown, keep_lines=keep_lines) == shown


@pytest.mark.parametrize(
    "text", ["", "two words", "caf\u00e9", "大丈夫", "سلام", "👍🏽", "a\u0301", "\u00a0wide"]
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert sanitize(text) == text
    assert sanitize(text, keep_lines=True) == text
