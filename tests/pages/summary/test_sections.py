from __future__ import annotations

import pytest

from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import (
    FIRST_PAGE,
    SECOND_PAGE,
    SECTION_PAGES,
    SectionPage,
    context,
    own_words,
    urges,
    weeks,
)
from hrjournal.pages.summary.explain import data
from hrjournal.pages.summary.preview import amounts
from support.builders import history
from support.pages.summing import KNOWN, summed

FOUND = history("1*30")


def test_every_part_is_told_on_one_of_the_pages() -> None:
    assert set(SECTION_PAGES) == set(Section)
    assert not FIRST_PAGE.keys() & SECOND_PAGE.keys()


def test_every_part_has_data_and_says_what_it_means_and_how_much_it_holds() -> None:
    whole = summed(FOUND)
    assert [key for key in data(whole, KNOWN) if key in set(Section)] == list(Section)
    assert list(amounts(whole)) == list(Section)
    assert all(page.meaning and page.noun for page in SECTION_PAGES.values())


def test_a_part_has_to_say_all_of_it() -> None:
    with pytest.raises(TypeError):
        SectionPage(context.wins, context.wins_data, "a list")  # type: ignore[call-arg]


def test_parts_that_share_their_words_stand_side_by_side() -> None:
    for blocks in (own_words.wanted, weeks.blocks, urges.blocks, context.beside_use):
        places = [at for at, page in enumerate(FIRST_PAGE.values()) if page.blocks is blocks]
        assert len(places) > 1
        assert places == list(range(places[0], places[-1] + 1))


def test_every_line_of_what_is_beside_use_is_that_of_a_part() -> None:
    lines = [part for part, page in FIRST_PAGE.items() if page.blocks is context.beside_use]
    assert lines == list(context.LINES)
