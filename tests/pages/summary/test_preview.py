from __future__ import annotations

from typing import Any

from hrjournal.blocks import Block, DefinitionList, Heading, Page
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import History
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.summary.options import DEFAULT_SECTIONS, OPT_IN_SECTIONS, SPECS
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import page as whole_page
from hrjournal.pages.summary.preview import amounts, days_line, line, page
from hrjournal.sanitize import unmarked
from support.builders import entry, history
from support.pages.reading import words
from support.pages.summing import KNOWN, shown, summed

POINT = Keepsake(KeepsakeType.TALK, entry(EntryType.NONE).moment, text="My sleep")
NOTE = entry(EntryType.CHECKIN, mood=5, note="A note")
WORRY = entry(EntryType.CHECKIN, anxiety=5)
FOUND = history("1*30", records=[NOTE])
CAREFUL = "Words of your own can name more than you think."


def previewed(found: History, *without: str, **given: Any) -> Page:
    counted = summed(found, **given)
    return page(whole_page(counted, KNOWN), counted, without)


def left(found: Page) -> list[Block]:
    """What stands below the page itself."""
    return list(found.blocks[found.blocks.index(Heading("Not in it")) + 1 :])


def test_it_is_the_page_itself_and_below_it_what_is_left_out() -> None:
    counted = summed(FOUND, parts=DEFAULT_SECTIONS, kept=(POINT,))
    itself = whole_page(counted, KNOWN)
    found = page(itself, counted)
    assert found.title == itself.title
    assert found.blocks[: len(itself.blocks)] == itself.blocks
    assert found.blocks[len(itself.blocks)] == Heading("Not in it")


def test_every_part_that_is_left_out_is_named_with_what_it_is() -> None:
    found = previewed(FOUND, parts=DEFAULT_SECTIONS)
    (facts,) = [block for block in left(found) if isinstance(block, DefinitionList)]
    assert list(facts.rows) == [
        (part.value, SPECS[part].description) for part in Section if part in OPT_IN_SECTIONS
    ]
    assert found.data["left_out"] == [name for name, _ in facts.rows]
    whole = previewed(FOUND)
    assert [block for block in left(whole) if isinstance(block, DefinitionList)] == []
    assert "Nothing: every part is in it." in words(whole)


def test_a_substance_that_is_left_out_is_named_to_the_person_alone() -> None:
    found = previewed(FOUND, "Ketamine")
    (facts,) = [block for block in left(found) if isinstance(block, DefinitionList)]
    assert [unmarked(name) for name, _ in facts.rows] == ["Ketamine"]
    assert [unmarked(name) for name in found.data["without"]] == ["Ketamine"]
    assert "Ketamine" not in str(whole_page(summed(FOUND), KNOWN))


def test_as_data_it_tells_how_much_each_part_holds() -> None:
    found = previewed(FOUND, parts=DEFAULT_SECTIONS, kept=(POINT,)).data["in"]
    assert list(found) == [part.value for part in Section if part in DEFAULT_SECTIONS]
    assert (found["talk"], found["coverage"], found["wins"]) == (1, 30, 0)


def test_it_says_that_nothing_was_written_and_nothing_is_encrypted() -> None:
    said = "Nothing was written. The file is not encrypted: whoever has it can read it."
    assert said in words(previewed(FOUND))


def test_own_words_are_to_be_read_through_where_there_are_some() -> None:
    for parts, kept, told in (
        (frozenset(Section), (), True),
        (DEFAULT_SECTIONS, (), False),
        (DEFAULT_SECTIONS, (POINT,), True),
    ):
        counted = summed(FOUND, parts=parts, kept=kept)
        assert (CAREFUL in line(counted)) is told
        shown_words = " ".join(words(page(whole_page(counted, KNOWN), counted)))
        assert (CAREFUL in shown_words) is told


def test_the_line_names_what_is_in_and_what_is_left_out() -> None:
    assert line(summed(FOUND, parts=frozenset({Section.COVERAGE, Section.NOTES}))) == (
        "In it: Wed 26 Aug 2026 to Mon 23 Nov 2026; coverage and notes. Left out: changes, "
        "safety, agreed, goals, talk, rulers, reasons, calendar, charts, mood, urges, triggers, "
        "helped, wins, steps, people, routes, money, places, roots, events, good, letter, screens, "
        "measures and definitions. "
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
    for records in ([], [WORRY], [NOTE, WORRY]):
        found = history("1*30", records=records)
        for part, (much, _) in amounts(summed(found, kept=(POINT,))).items():
            alone = shown(found, kept=(POINT,), parts=frozenset({part}))
            empty = shown(found, kept=(POINT,), parts=frozenset())
            assert (alone.blocks != empty.blocks) is bool(much), part


def test_of_check_ins_alone_there_is_no_calendar() -> None:
    found = history("", records=[NOTE])
    nothing = found._replace(substances={}, uses={}, written=frozenset({NOTE.moment.day(14_400)}))
    assert not amounts(summed(nothing))[Section.CALENDAR][0]
