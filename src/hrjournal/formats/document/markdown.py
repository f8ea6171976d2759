"""The page as Markdown: easy to read as it is, and whatever a person wrote stays text in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hrjournal.blocks import (
    Bar,
    Block,
    CalendarGrid,
    CalendarGridDay,
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
    WeekLine,
)
from hrjournal.formats.document.grouping import group_blocks, pad_rows, weeks
from hrjournal.formats.document.markdown_escape import escape, escape_line
from hrjournal.formats.glyphs import Glyphs, glyphs_for
from hrjournal.formats.plain.lines import TONES
from hrjournal.formats.sanitize_page import sanitize_page
from hrjournal.formats.weeks import point_figure, text_legend, whole_weeks
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BAR = 12


class _Hand(NamedTuple):
    """The signs that are drawn, and the marks of lists; lists in a row need different ones."""

    glyphs: Glyphs
    bullet: str
    after: str


def markdown_text(page: Page, encoding: str = "utf-8") -> str:
    """The page as a Markdown document, in characters that this encoding has."""
    page = sanitize_page(page, encoding)
    glyphs = glyphs_for(encoding)
    hands = (_Hand(glyphs, "-", "."), _Hand(glyphs, "*", ")"))
    parts = [f"# {escape(page.title)}"] if page.title.strip() else []
    for at, run in enumerate(group_blocks(page.blocks)):
        parts += _parts(run, hands[at % 2])
    return "\n\n".join(parts) + "\n"


def _parts(run: Sequence[Block], hand: _Hand) -> Iterator[str]:
    match run[0]:
        case Table() | WeekChart() | CalendarGrid() | Sparkline() as block:
            yield from _figure(block, run, hand)
        case Note(tone=Tone.WIN):
            word = TONES[Tone.WIN]
            yield _list((f"**{word}:** {escape(str(block[0]))}" for block in run), hand)
        case Heading() | Text() | Note() | DefinitionList() | ItemList() as block:
            yield _worded(block, hand)


def _figure(
    block: Table | WeekChart | CalendarGrid | Sparkline, run: Sequence[Block], hand: _Hand
) -> Iterator[str]:
    match block:
        case Table():
            yield from _table(block, hand)
        case WeekChart():
            yield from _weeks(block, hand)
        case CalendarGrid():
            yield from _calendar([block for block in run if isinstance(block, CalendarGrid)], hand)
        case Sparkline():
            sparks = (block for block in run if isinstance(block, Sparkline))
            yield _list((_spark(spark, hand) for spark in sparks), hand)


def _worded(block: Heading | Text | Note | DefinitionList | ItemList, hand: _Hand) -> str:
    match block:
        case Heading(text):
            return f"## {escape(text)}"
        case Text(text):
            return _paragraphs(text)
        case Note(text, tone):
            return (
                f"> **{TONES[tone]}:** {escape(text)}" if tone is Tone.SAFETY else escape_line(text)
            )
        case DefinitionList(rows):
            return _list((_fact(*row) for row in rows if any(row)), hand)
        case ItemList(items, numbered):
            return _list(map(escape_line, filter(None, items)), hand, numbered=numbered)


def _paragraphs(text: str) -> str:
    lines = map(escape_line, text.split("\n"))
    return "\n\n".join("  \n".join(together) for said, together in groupby(lines, bool) if said)


def _list(items: Iterable[str], hand: _Hand, *, numbered: bool = False) -> str:
    return "\n".join(
        f"{at}{hand.after} {item}" if numbered else f"{hand.bullet} {item}"
        for at, item in enumerate(items, 1)
    )


def _fact(name: str, value: str) -> str:
    return f"**{escape(name)}:** {escape(value)}" if name.strip() else escape_line(value)


def _spark(spark: Sparkline, hand: _Hand) -> str:
    line = escape(hand.glyphs.line(spark.shares))
    return " ".join(filter(None, (_fact(spark.name, line), escape(spark.words))))


def _table(table: Table, hand: _Hand) -> Iterator[str]:
    table = pad_rows(table)
    yield from _title(table.title)
    if table.columns:
        yield _grid(
            [escape(column.name) for column in table.columns],
            ["---:" if column.right else "---" for column in table.columns],
            ([_cell(cell, hand.glyphs) for cell in row] for row in table.rows),
        )


def _cell(cell: str | Bar, glyphs: Glyphs) -> str:
    return escape(glyphs.bar(cell.share, _BAR) if isinstance(cell, Bar) else cell)


def _calendar(heats: Sequence[CalendarGrid], hand: _Hand) -> Iterator[str]:
    for heat in heats:
        yield from _title(heat.title)
        rows = [[_day(day, hand.glyphs) for day in week] for week in weeks(heat)]
        width = max(map(len, (heat.heads, *rows)))
        heads = [*map(escape, heat.heads), *[""] * (width - len(heat.heads))]
        if width:
            yield _grid(heads, [":---:"] * width, rows)
    days = [day for heat in heats for week in heat.weeks for day in week]
    yield from _signs(hand.glyphs.legend(days))


def _weeks(chart: WeekChart, hand: _Hand) -> Iterator[str]:
    """A table of days for each grid, and one of all lines, with a column for each week."""
    chart = whole_weeks(chart)
    yield from _title(chart.title)
    if not chart.heads:
        return
    heads = ["", *map(escape, chart.heads)]
    rules = ["---", *["---:"] * len(chart.heads)]
    for grid in chart.grids:
        yield from _title(grid.name)
        named = zip(chart.days, grid.rows, strict=False)
        yield _grid(
            heads,
            rules,
            ([escape(name), *(_amount(day, hand.glyphs) for day in days)] for name, days in named),
        )
    if chart.lines:
        yield _grid(heads, rules, (_line(line, hand.glyphs) for line in chart.lines))
    yield from _signs(text_legend(chart, hand.glyphs))


def _amount(day: CalendarGridDay, glyphs: Glyphs) -> str:
    return escape(f"{glyphs.figure(day)}{glyphs.beside(day)}")


def _line(line: WeekLine, glyphs: Glyphs) -> list[str]:
    words = ": ".join(filter(None, (line.name, line.words)))
    bars = [glyphs.line([point.share]) if point else "" for point in line.points]
    figures = [point_figure(point, glyphs) for point in line.points]
    return [
        escape(words),
        *(escape(f"{bar} {figure}") for bar, figure in zip(bars, figures, strict=True)),
    ]


def _signs(legend: Sequence[tuple[str, str]]) -> Iterator[str]:
    if legend:
        yield f"Signs: {' / '.join(f'{escape(sign)} {meaning}' for sign, meaning in legend)}."


def _day(day: CalendarGridDay, glyphs: Glyphs) -> str:
    if day.mark is Mark.OUTSIDE:
        return ""
    return escape(f"{day.number} {glyphs.day(day)}{glyphs.beside(day)}")


def _title(title: str) -> Iterator[str]:
    if title.strip():
        yield f"**{escape(title)}**"


def _grid(heads: Sequence[str], rules: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))
