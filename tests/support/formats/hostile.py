"""Text as nobody would wish it, for tests that nothing in it reaches a screen."""

from __future__ import annotations

from hypothesis import strategies as st

from hrjournal.blocks import (
    Bar,
    Block,
    CalendarGrid,
    CalendarGridDay,
    Column,
    DefinitionList,
    Heading,
    ItemList,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BREAKS = "\u2028\u2029"
HALVES = "\ud800\udbff\udc00\udfff"
NOT_CHARACTERS = "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff"
CONTROLS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0))))
FORBIDDEN = frozenset(CONTROLS + BIDI + BREAKS + HALVES + NOT_CHARACTERS)
SCENES = (
    "\x1b[31mred\x1b[0m",
    "\x1b]52;c;aGk=\x07",
    "\x9b2J",
    "[bold]loud[/bold] [/oops] :beer:",
    "abc\u202edcba",
    "two\nlines\r\nthree",
    "tab\there",
    "大きな字" * 12,
    "x" * 150,
    "e\u0301" * 30,
    "{braces} %s \\",
)

words = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=sorted(FORBIDDEN), max_size=12),
    st.sampled_from(SCENES),
)
shares = st.none() | st.floats(0, 1)
cells = words | st.builds(Bar, shares)
columns = st.builds(Column, words, st.booleans(), st.integers(0, 9))
days = st.builds(
    CalendarGridDay,
    st.integers(1, 31),
    st.sampled_from(Mark),
    st.integers(0, 4),
    st.booleans(),
    words,
    words,
    st.booleans(),
)
week = st.tuples(*[days] * 7)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of up to six columns."""
    heads = tuple(draw(st.lists(columns, max_size=6)))
    one_row = st.tuples(*[cells for _ in heads])
    return Table(heads, tuple(draw(st.lists(one_row, max_size=3))), draw(words))


points = st.none() | st.builds(
    WeekPoint, st.floats(-1, 2), words, thin=st.booleans(), running=st.booleans()
)
grids = st.builds(
    WeekDays, words, st.lists(st.lists(days, max_size=3).map(tuple), max_size=3).map(tuple)
)
chart_lines = st.builds(WeekLine, words, st.lists(points, max_size=9).map(tuple), words)
charts = st.builds(
    WeekChart,
    words,
    st.lists(words, max_size=9).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    st.lists(grids, max_size=2).map(tuple),
    st.lists(chart_lines, max_size=2).map(tuple),
)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, words),
    st.builds(Text, words),
    st.builds(Note, words, st.sampled_from(Tone)),
    st.builds(DefinitionList, st.lists(st.tuples(words, words), max_size=3).map(tuple)),
    st.builds(ItemList, st.lists(words, max_size=12).map(tuple), st.booleans()),
    tables(),
    st.builds(Sparkline, words, st.lists(shares, max_size=90).map(tuple), words),
    charts,
    st.builds(CalendarGrid, words, st.tuples(*[words] * 7), st.lists(week, max_size=2).map(tuple)),
)
pages: st.SearchStrategy[Page] = st.builds(
    Page, words, st.lists(blocks, max_size=4).map(tuple), st.fixed_dictionaries({"note": words})
)
