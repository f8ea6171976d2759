"""What went well: what is new, what is changing, what holds, and runs in which nothing is lost."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.win import Grade, WinGroup
from hrjournal.named import NamedTuple
from hrjournal.pages.wins.sentences import sentence, win_data
from hrjournal.report.wins.runs import streak
from hrjournal.report.wins.telling import choose, days_of, is_new
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win
    from hrjournal.report.wins.runs import Streak

RECENT: Final = 28
HELD: Final = 91
SHOWN_RUN: Final = 2
FIRST_COMPARISON: Final = 19  # logged days: 14 of the four weeks before, and 5 of a week
ORDER: Final = list(WinGroup)
HEADS: Final = {
    WinGroup.SAFER: "Safer",
    WinGroup.LESS: "Less",
    WinGroup.LESS_OFTEN: "Less often",
    WinGroup.LATER: "Later",
    WinGroup.URGES: "Urges",
    WinGroup.CARE: "Care",
    WinGroup.LIFE: "Life",
}


class WinsShown(NamedTuple):
    """What the page is made of.

    `wins` are those of the last months, or all of them; `total` counts all. `logged` are the
    days on which anything was written: of the last 28, and of the last months. The verdicts are
    those of the ledger: whether each day and week was lighter.
    """

    today: int
    wins: Sequence[Win]
    total: int
    looks: Sequence[Win]
    verdicts: Mapping[str, str]
    logged: tuple[int, int]
    substances: Mapping[str, Substance]
    notices: Sequence[tuple[str, str]] = ()
    everything: bool = False


def page(shown: WinsShown, units: Units) -> Page:
    """The wins on one screen, or all of them. Due notices come first; wins are always there."""
    runs = _streaks(shown)
    blocks: list[Block] = [
        Note(f"{title}. {words}", Tone.SAFETY) for title, words in shown.notices[:1]
    ]
    blocks.append(Text(f"Logged on {shown.logged[0]} of the last {RECENT} days."))
    if shown.everything:
        blocks += _grouped(shown, units)
    else:
        blocks += _screen(shown, units)
    blocks += _runs(runs, shown.substances)
    blocks += _ending(shown)
    return Page("Small wins", tuple(blocks), _data(shown, runs, units))


def _screen(shown: WinsShown, units: Units) -> Iterable[Block]:
    new = choose([win for win in shown.wins if is_new(win, shown.today)], shown.wins)
    late = [win for win in shown.wins if win.day > shown.today - RECENT and win not in new]
    changing = choose([win for win in late if win.grade is Grade.CHANGING], shown.wins, 1)
    since = shown.today - HELD
    held = [win for win in shown.wins if win.grade is Grade.HOLDS and since < win.day]
    holds = [win for win in held[-1:] if win not in new]
    parts = (
        ("New this week", new),
        ("Changing", (*changing, *shown.looks[:1])),
        ("Holding", holds),
    )
    for head, wins in parts:
        if wins:
            yield Heading(head)
            yield from (_line(win, shown.substances, units) for win in wins)
    if not new:
        yield Text(_nothing_new(shown))


def _line(win: Win, substances: Mapping[str, Substance], units: Units) -> Note:
    """A win with its number, behind which its days stand; what only looks lighter has none."""
    number = "" if win.grade is Grade.LOOKS else f" ({win.id})"
    return Note(f"{_short(win.day)}. {sentence(win, substances, units)}{number}", Tone.WIN)


def _short(day: int) -> str:
    return f"{day_name(day).split()[0]} {date.fromordinal(day).day} {day_name(day).split()[2]}"


def _nothing_new(shown: WinsShown) -> str:
    if not shown.total and shown.logged[1] < FIRST_COMPARISON:
        return (
            f"Weekly comparisons start after about {FIRST_COMPARISON} logged days "
            f"({shown.logged[1]} so far). Safer steps and urges that pass count from the first day."
        )
    so_far = f" So far: {shown.total}." if shown.total else ""
    return f"Nothing new to tell this week.{so_far}"


def _streaks(shown: WinsShown) -> dict[str, Streak]:
    """The run of lighter days, by an empty key, and of each substance's lighter weeks."""
    seen = (key for key, one in shown.substances.items() if not one.hidden)
    return {key: streak(shown.verdicts.get(key, "")) for key in ("", *seen)}


def _runs(runs: Mapping[str, Streak], substances: Mapping[str, Substance]) -> Iterable[Block]:
    rows = [
        (
            f"Lighter weeks, {own(substances[key].name)}" if key else "Lighter days",
            _run(run, "week" if key else "day"),
        )
        for key, run in runs.items()
        if run.longest >= SHOWN_RUN
    ]
    return [Heading("In a row"), DefinitionList(tuple(rows))] if rows else []


def _run(run: Streak, unit: str) -> str:
    """A run from 2 on, the longest, and all of them; equal numbers once."""
    words = [f"{run.now} now"] if run.now >= SHOWN_RUN else []
    if run.longest != run.now:
        words.append(f"longest {run.longest}")
    if run.total != run.longest:
        words.append(f"{_count(run.total, unit)} in all")
    return ", ".join(words)


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _ending(shown: WinsShown) -> Iterable[Block]:
    if not shown.total:
        return
    how = "The days behind one: hrjournal wins --why NUMBER"
    if not shown.everything:
        wins = _count(shown.total, "win")
        how = f"{wins} so far: hrjournal wins --all. Behind one: hrjournal wins --why NUMBER"
    yield Note(how, Tone.HINT)


def _grouped(shown: WinsShown, units: Units) -> Iterable[Block]:
    """The wins by group; of several of one rule, the newest speaks for all."""
    ordered = sorted(shown.wins, key=lambda win: (ORDER.index(win.group), -win.day, -win.id))
    for group, found in groupby(ordered, key=lambda win: win.group):
        alike: dict[tuple[str, str | None, str], list[Win]] = {}
        for win in found:
            alike.setdefault((win.rule, win.substance, win.baseline), []).append(win)
        rows = tuple(
            (f"{of[0].id}", _when(of), sentence(of[0], shown.substances, units))
            for of in alike.values()
        )
        columns = (Column("No", right=True), Column("Day"), Column("What went well"))
        yield Heading(HEADS[group])
        yield Table(columns, rows)
    if not shown.wins:
        yield Text(_nothing_new(shown))


def _when(wins: Sequence[Win]) -> str:
    short = _short(wins[0].day)
    return short if len(wins) == 1 else f"{short} and {len(wins) - 1} more"


def _data(shown: WinsShown, runs: Mapping[str, Streak], units: Units) -> dict[str, object]:
    lighter = {key: run._asdict() for key, run in runs.items()}
    return {
        "wins": [win_data(win, shown.substances, units) for win in shown.wins],
        "looks_lighter": [win_data(win, shown.substances, units) for win in shown.looks],
        "total": shown.total,
        "logged_of_last_28_days": shown.logged[0],
        "notices": [title for title, _ in shown.notices],
        "winning_days": lighter[""],
        "lighter_weeks": {
            own(shown.substances[key].name): run for key, run in lighter.items() if key
        },
    }


def spans(win: Win) -> list[tuple[str, int, int]]:
    """The windows behind a win, the latest first: what each is called, its first and last day."""
    found = [("these days", *days_of(win))]
    first, last = (win.figures.get(f"then_{end}") for end in ("from", "to"))
    if isinstance(first, int) and isinstance(last, int) and first > 0:
        found.append(("before", first, last))
    return found
