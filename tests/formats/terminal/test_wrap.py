from __future__ import annotations

import io

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from hrjournal.formats.terminal.wrap import wrap
from hrjournal.sanitize import sanitize

CONSOLE = Console(file=io.StringIO(), width=80)
LETTERS = st.sampled_from(
    "abc ABC-  \n.,\u00e9\u0301\u4e2d\u6587\U0001f9d8\u200d\ufe0f\u2764\u3000\u2003\u2588"
)
WIDTHS = st.one_of(st.integers(2, 12), st.integers(2, 90))
TEXTS = st.one_of(st.text(LETTERS, max_size=90), st.text(max_size=60)).map(
    lambda text: sanitize(text, keep_lines=True)
)


@given(text=TEXTS, width=WIDTHS)
@example(text="abcdefghij klm", width=5)
@example(text="a  \n\n  b", width=4)
@example(text="", width=2)
@example(text=" \u3000", width=2)
@example(text="one two three", width=7)
def test_lines_part_where_the_drawing_library_parts_them(text: str, width: int) -> None:
    library = Text(text).wrap(CONSOLE, width, overflow="fold")
    assert wrap(text, width) == [line.plain.rstrip() for line in library]


@given(text=TEXTS, width=WIDTHS)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit() -> None:
    assert wrap("one two three  four", 9) == ["one two", "three", "four"]
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("a\nb", 9) == ["a", "b"]
    assert wrap("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
