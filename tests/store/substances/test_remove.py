from __future__ import annotations

import json

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OTHER, OwnServing, Substance
from hrjournal.domain.summary.options import SummaryOptions
from hrjournal.store import Journal, Place, changes, keepsakes, queries
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import first_told
from hrjournal.store.substances import named
from hrjournal.store.substances.remove import remove
from support.builders import TODAY, entry
from support.keeping import NOW, keep

MARK = "zqpowder"
POWDER = Substance(MARK, "Zqpowder", OTHER, "zqscoop")
SCOOP = Amount(2_000, 2_000, "zqscoop", typed="2 zqscoops")
SUMMARY = "summary:mine"
WANTED = {"goal": "a", "about": MARK, "kind": "week", "limit": "9", "unit": "zqscoop"}


def fill(journal: Journal) -> None:
    """All that can name a substance, and the same again where undo remembers it."""
    use = entry(EntryType.USE, TODAY, substance=MARK, amount=SCOOP, note="zqpowder again")
    with journal.change("log", NOW) as change:
        powder = change.track(POWDER)
        numbers = [change.add(use, powder) for _ in range(3)]
    keep(journal, entry(EntryType.USE, TODAY, substance="alcohol", note="kept"))
    with journal.change("edit", NOW) as change:
        changes.replace(change, use.replace(id=numbers[0], note="zqpowder now"), powder)
        changes.delete(change, numbers[1])
    with journal.change("reflect", NOW) as change:
        more = {"about": MARK, "why": "zqpowder"}
        keepsakes.add(change, Keepsake(KeepsakeType.BALANCE, use.moment, subject=MARK))
        keepsakes.add(change, Keepsake(KeepsakeType.RULER, use.moment, subject="x", more=more))
        for sort in (KeepsakeType.GOAL, KeepsakeType.RATING):
            keepsakes.add(change, Keepsake(sort, use.moment, text="zqx", score=7, more=WANTED))
        keepsakes.add(change, Keepsake(KeepsakeType.REASON, use.moment, text="to rest"))
        named.set_alias(change, "zqpowdery", powder.id)
        named.set_serving(change, "zqmine", OwnServing("zqmine", MARK, "zqscoop", 1, "zqscoop"))
    wish = SummaryOptions(without=("zqpowdery,beer", "wine"), title="mine")
    chosen = {"prescribed": "diazepam,not zqpowder", "day_totals": MARK, SUMMARY: wish.to_json()}
    changes.set_settings(journal, chosen, NOW)
    changes.set_settings(journal, {"prescribed": "zqpowder,diazepam", "country": "PL"}, NOW)
    changes.set_baseline(journal, powder, BaselinePin(None, 4000, 3, "zqscoop"), NOW)
    first_told(journal, "mixing:alcohol+zqpowder", "1")
    first_told(journal, "mixing:alcohol+cocaine", "1")
    journal.forget_preferences()


def take_out(journal: Journal) -> None:
    one = journal.substances()[MARK]
    with journal.change("remove", NOW) as change:
        remove(change, one, lambda word: word == "zqpowdery")


def test_nothing_that_is_kept_names_it_any_more(journal: Journal, place: Place) -> None:
    fill(journal)
    assert b"zqp" in place.path.read_bytes()
    take_out(journal)
    assert verify_journal(journal).faults == ()
    journal.close()
    assert b"zq" not in place.path.read_bytes().lower()


def test_everything_else_stays(journal: Journal) -> None:
    fill(journal)
    take_out(journal)
    assert list(journal.substances()) == ["alcohol"]
    assert [one.note for one in queries.entries(journal, DateRange(1, 10**6))] == ["kept"]
    assert [one.text for one in keepsakes.keepsakes(journal)] == ["to rest"]
    assert journal.setting("prescribed") == "diazepam"
    assert journal.setting("day_totals") == "none"
    assert journal.setting("country") == "PL"
    assert journal.setting("told:mixing:alcohol+cocaine") == "1"
    assert json.loads(journal.setting(SUMMARY) or "") == {
        "title": "mine",
        "without": ["beer", "wine"],
    }


def test_nothing_of_before_can_be_taken_back(journal: Journal) -> None:
    fill(journal)
    take_out(journal)
    assert changes.undo(journal, NOW) is None
    keep(journal, entry(EntryType.EVENT, note="new"))
    undone = changes.undo(journal, NOW)
    assert undone is not None
    assert [one.note for one in undone.gone] == ["new"]


def test_a_remembered_choice_that_cannot_be_read_goes(journal: Journal) -> None:
    fill(journal)
    changes.set_settings(journal, {SUMMARY: "zqpowder {"}, NOW)
    take_out(journal)
    assert journal.setting(SUMMARY) is None


def test_words_of_other_records_stay_as_they_were_written(journal: Journal) -> None:
    fill(journal)
    own = entry(EntryType.CHECKIN, TODAY, mood=3, triggers=(MARK,), note="saw zqpowder")
    (number,) = keep(journal, own)
    take_out(journal)
    assert queries.entry(journal, number) == own.replace(id=number)
