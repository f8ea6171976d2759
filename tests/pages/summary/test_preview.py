from __future__ import annotations

from hrjournal.blocks import DefinitionList
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.summary.options import DEFAULT_SECTIONS, OPT_IN_SECTIONS
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary.preview import amounts, days_line, line, page
from hrjournal.sanitize import unmarked
from support.builders import entry, history
from support.pages.reading import column, tables, words
from support.pages.summing import shown, summed

POINT = Keepsake(KeepsakeType.TALK, entry(EntryType.NONE).moment, text="My sleep")
FOUND = history("1*30", records=[entry(EntryType.CHECKIN, mood=5, note="A note")])


def test_every_part_that_is_in_is_named_with_how_much_it_holds() -> None:
    (table,) = tables(page(summed(FOUND, parts=DEFAULT_SECTIONS, kept=(POINT,))))
    told = dict(zip(column(table, "In it"), column(table, "How much"), strict=True))
    assert list(told) == [part.value for part in Section if part in DEFAULT_SECTIONS]
    assert (told["talk"], told["coverage"], told["wins"]) == (
        "1 point",
        "30 written days",
        "nothing yet",
    )


def test_every_part_that_is_left_out_is_named() -> None:
    found = page(summed(FOUND, parts=DEFAULT_SECTIONS))
    (facts,) = [block for block in found.blocks if isinstance(block, DefinitionList)]
    assert [name for name, _ in facts.rows] == [
        part.value for part in Section if part in OPT_IN_SECTIONS
    ]
    assert found.data["left_out"] == [name for name, _ in facts.rows]
    whole = page(summed(FOUND))
    assert [block for block in whole.blocks if isinstance(block, DefinitionList)] == []


def test_it_says_that_nothing_was_written_and_nothing_is_encrypted() -> None:
    said = words(page(summed(FOUND)))
    assert "Nothing was written. The file is not encrypted: whoever has it can read it." in said


def test_own_words_are_to_be_read_through_where_there_are_some() -> None:
    careful = "Words of your own can name more than you think."
    assert careful in line(summed(FOUND))
    assert careful not in line(summed(FOUND, parts=DEFAULT_SECTIONS))
    assert careful in line(summed(FOUND, parts=DEFAULT_SECTIONS, kept=(POINT,)))


def test_the_line_names_what_is_in_and_what_is_left_out() -> None:
    assert line(summed(FOUND, parts=frozenset({Section.COVERAGE, Section.NOTES}))) == (
        "In it: Wed 26 Aug 2026 to Mon 23 Nov 2026; coverage and notes. Left out: safety, talk, "
        "changes, charts, mood, wins, steps, triggers, helped, rulers, reasons, screens, people, "
        "routes, money, places, roots, events, good, letter, calendar, measures and definitions. "
        "Words of your own can name more than you think. Please read them through first. "
        "The file is not encrypted: whoever has it can read it."
    )
    assert "; no part with anything in it." in line(summed(history("")))


def test_a_calendar_of_days_says_whose_days_they_are() -> None:
    assert unmarked(days_line(summed(FOUND))) == (
        "In it: every day, Wed 26 Aug 2026 to Mon 23 Nov 2026, and nothing else. "
        "Substances: Alcohol. The file is not encrypted: whoever has it can read it."
    )


def test_a_part_that_holds_something_is_on_the_page() -> None:
    found = summed(FOUND, kept=(POINT,))
    for part, (much, _) in amounts(found).items():
        alone = shown(FOUND, kept=(POINT,), parts=frozenset({part}))
        empty = shown(FOUND, kept=(POINT,), parts=frozenset())
        assert (alone.blocks != empty.blocks) is bool(much), part
