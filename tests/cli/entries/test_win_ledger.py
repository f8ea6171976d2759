"""The ledger of small wins is a function of the records, whatever happened on the way to them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from hrjournal.cli.context import AppContext
from hrjournal.cli.entries.win_ledger import update_win_ledger
from hrjournal.domain.entries.entry import DAY, Entry, EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.amount import Amount
from hrjournal.store import changes, ledger, queries
from hrjournal.store.ledger import looks
from hrjournal.store.rows import FORGET_SEEN_TO
from support.builders import CANNABIS, DAY_STARTS, HEROIN, TODAY, entry, local
from support.keeping import KINDS, KNOWN, keep, opened, own
from support.wins.random_words import changed, random_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.win import Win
    from hrjournal.store import Journal

EVER = DateRange(0, 10**9)
FEW, MANY = 2, 10
WEEKS = 22


class WinsKept(NamedTuple):
    """What a journal has in its ledger; wins as they are but for their numbers."""

    wins: list[Win]
    looks: list[Win]
    verdicts: dict[str, str]


def kept(journal: Journal) -> WinsKept:
    wins, light = (
        [one._replace(id=0) for one in some] for some in (ledger.wins(journal), looks(journal, 0))
    )
    return WinsKept(sorted(wins, key=repr), sorted(light, key=repr), ledger.verdicts(journal))


def numbers(journal: Journal) -> dict[str, int]:
    """The number of each win by all that it says."""
    return {repr(one._replace(id=0)): one.id for one in ledger.wins(journal)}


def look(journal: Journal, day: int, hour: int = 21) -> None:
    """What a look at the wins does at some hour of a day."""
    clock = local(day, "04:00") + (hour * 3600 - DAY_STARTS) % DAY
    update_win_ledger(AppContext(journal.place.path, clock=lambda: float(clock)), journal)


def afresh(folder: Path, entries: Sequence[Entry], day: int = TODAY) -> WinsKept:
    """The ledger of a new journal into which all of it comes at once."""
    with opened(own(folder), unsynced=True) as journal:
        keep(journal, *(entry.replace(id=0) for entry in entries), verb="import")
        look(journal, day)
        return kept(journal)


def judged_again(journal: Journal) -> WinsKept:
    """The ledger once all that was judged is forgotten."""
    with journal.transaction():
        journal.connection.execute(FORGET_SEEN_TO)
    look(journal, TODAY)
    return kept(journal)


def happen(journal: Journal, luck: Random) -> None:
    """One thing that a person does with a journal."""
    there = queries.entries(journal, EVER)
    one = luck.choice(there)
    match luck.choice(("edit", "edit", "delete", "undo", "look", "look", "look")):
        case "edit":
            with journal.change("edit", 0) as change:
                substance = journal.substances().get(one.substance or "")
                changes.replace(change, changed(luck, one), substance)
        case "delete":
            with journal.change("delete", 0) as change:
                changes.delete(change, one.id)
        case "undo":
            changes.undo(journal, 0)
        case _:
            look(journal, TODAY - luck.choice((0, 0, 1, 3, 30)), luck.randrange(24))


def written_anyhow(seed: int, folder: Path) -> None:
    """Writes in any order, with much in between, and looks at what became of it."""
    luck = Random(f"anyhow {seed}")
    words = random_words(luck, 7 * luck.choice((3, WEEKS)))
    luck.shuffle(words)
    with opened(own(folder / "kept"), unsynced=True) as journal:
        while words:
            many = luck.choice((1, 2, 5, 40, 120))
            keep(journal, *words[:many])
            del words[:many]
            happen(journal, luck)
        look(journal, TODAY)
        found, before = kept(journal), numbers(journal)
        entries = queries.entries(journal, EVER)
        assert found.wins, seed
        assert judged_again(journal) == found, seed
        assert numbers(journal) == before, seed
        for _ in range(3):
            happen(journal, luck)
            look(journal, TODAY)
            now = numbers(journal)
            assert all(now[win] == before[win] for win in now.keys() & before.keys()), seed
            before = now
        last, last_entries = kept(journal), queries.entries(journal, EVER)
    assert afresh(folder / "fresh", entries) == found, seed
    assert afresh(folder / "last", last_entries) == last, seed


def written_daily(seed: int, folder: Path) -> None:
    """Writes day by day with looks in between: what was earned stays as it is, number and all."""
    luck = Random(f"daily {seed}")
    words = random_words(luck, 7 * WEEKS)
    with opened(own(folder / "kept"), unsynced=True) as journal:
        earned: dict[str, int] = {}
        for day in range(TODAY - 7 * WEEKS, TODAY):
            here = [one for one in words if one.moment.day(DAY_STARTS) == day]
            keep(journal, *here)
            if luck.random() < 0.5:
                look(journal, day, luck.choice((20, 22, 1)))
                now = numbers(journal)
                assert now.items() >= earned.items(), seed
                closed = {
                    repr(one._replace(id=0)) for one in ledger.wins(journal, DateRange(0, day))
                }
                earned = {win: now[win] for win in closed}
        look(journal, TODAY)
        assert numbers(journal).items() >= earned.items(), seed
        found = kept(journal)
    assert afresh(folder / "fresh", words) == found, seed


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FEW))
def test_the_ledger_is_the_same_however_the_records_came(seed: int, home: Path) -> None:
    written_anyhow(seed, home)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1))
def test_judging_day_by_day_is_judging_all_at_once(seed: int, home: Path) -> None:
    written_daily(seed, home)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FEW, MANY))
def test_many_ledgers_are_the_same_however_the_records_came(seed: int, home: Path) -> None:
    written_anyhow(seed, home)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 6))
def test_more_judging_day_by_day_is_judging_all_at_once(seed: int, home: Path) -> None:
    written_daily(seed, home)


def two_ways(folder: Path, marks: Sequence[str], substance: Substance, *beside: Entry) -> WinsKept:
    """The ledger of days that were looked at one by one, which is the one of all at once."""
    first = TODAY - len(marks)
    days = [(first + place, mark) for place, mark in enumerate(marks)]
    words = [one_day(day, mark, substance) for day, mark in days]
    with opened(own(folder / "kept"), unsynced=True) as journal:
        keep(journal, *words[:-9])
        look(journal, TODAY - 9)
        for one in words[-9:]:
            keep(journal, one, *(more for more in beside if more.moment == one.moment))
            look(journal, one.moment.day(DAY_STARTS) + 1)
        found = kept(journal)
    assert afresh(folder / "fresh", [*words, *beside]) == found
    return found


def one_day(day: int, mark: str, substance: Substance) -> Entry:
    sort = EntryType.NONE if mark == "0" else EntryType.USE
    return entry(sort, day, substance=substance.key, amount=Amount(1000, 1000, substance.unit))


USE_OF_50_DAYS = [*["1", *"0" * 9] * 4, "1"]


def test_a_gap_is_beside_one_that_began_long_ago_however_the_ledger_is_kept(home: Path) -> None:
    often = [*USE_OF_50_DAYS, *"0" * 14, "1", "0", "0"]  # 15 days, and 10 four times before
    after_months = ["1", *"0" * 149, *often]
    gaps = [win.rule for win in two_ways(home / "often", often, CANNABIS).wins]
    assert gaps.count("longest_gap") == 1
    found = two_ways(home / "months", after_months, CANNABIS)
    assert not [win for win in found.wins if win.rule == "longest_gap"]


def test_care_on_the_first_day_after_a_long_break_counts_however_the_ledger_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = ["1", *"0" * 200, "1", "0"]
    heroin = HEROIN._replace(id=0)
    monkeypatch.setitem(KNOWN, heroin.key, heroin)
    monkeypatch.setitem(KINDS, heroin.kind.id, heroin.kind)
    back = one_day(TODAY - 2, "1", heroin).moment
    step = Entry(type=EntryType.STEP, moment=back, steps=("carried-naloxone",))
    found = two_ways(home, marks, heroin, step)
    assert [win.figures["without"] for win in found.wins if win.rule == "safe_return"] == [200]


def test_an_act_keeps_its_number_when_an_earlier_one_is_added(home: Path) -> None:
    steps = [entry(EntryType.STEP, day, steps=("tested",)) for day in range(TODAY - 20, TODAY, 4)]
    with opened(own(home), unsynced=True) as journal:
        keep(journal, *steps[1:])
        look(journal, TODAY)
        before = {win.day: win.id for win in ledger.wins(journal)}
        keep(journal, steps[0])
        clock = float(local(TODAY, "12:00"))
        change = update_win_ledger(AppContext(journal.place.path, clock=lambda: clock), journal)
        after = {win.day: win.id for win in ledger.wins(journal)}
        counted = [win.figures["so_far"] for win in ledger.wins(journal)]
    assert (change.new, change.gone) == (1, 0)
    assert after.items() > before.items()
    assert counted == [1, 2, 3, 4, 5]
