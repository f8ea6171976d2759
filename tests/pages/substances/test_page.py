from __future__ import annotations

from typing import Final

import pytest

from hrjournal.blocks import DefinitionList
from hrjournal.domain.substances.substance import OwnServing
from hrjournal.pages.substances import answers
from hrjournal.pages.substances.page import TrackedSubstance, page, servings_page
from hrjournal.sanitize import unmarked
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY
from support.pages.reading import UNITS, bare, column, read, tables, words

CAN: Final = OwnServing("My can", "alcohol", "g_alc", 18_936, "500ml 4.8%")


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (TrackedSubstance(ALCOHOL, used=12, logged=26, last=TODAY), "12 of 26 logged"),
        (TrackedSubstance(ALCOHOL, logged=3, last=TODAY - 40), "0 of 3 logged, last Wed 14 Oct"),
        (TrackedSubstance(ALCOHOL, last=TODAY - 40), "last Wed 14 Oct 2026"),
        (TrackedSubstance(ALCOHOL), "not used yet"),
    ],
)
def test_a_row_says_how_often_lately_or_when_last(one: TrackedSubstance, said: str) -> None:
    (table,) = tables(page([one], {}, UNITS))
    (shown,) = column(table, "Used, last 28 days")
    assert shown.startswith(said)


def test_what_holds_is_said_where_it_is_not_as_usual() -> None:
    rows = [
        TrackedSubstance(ALCOHOL, ("g_alc", "joint")),
        TrackedSubstance(CANNABIS._replace(hidden=True), ("joint",), day_total=True),
        TrackedSubstance(METHADONE, ("mg",), prescribed=True),
        TrackedSubstance(METHADONE, ("mg",)),
    ]
    shown = page(rows, {}, UNITS)
    (table,) = tables(shown)
    assert column(table, "Also") == ["", "hidden, day total", "prescribed", "not prescribed"]
    assert column(table, "Counted in")[0] == "US standard drinks, joints"
    data = shown.data["substances"]
    assert [one["hidden"] for one in data] == [False, True, False, False]
    assert [one["prescribed"] for one in data] == [False, False, True, False]
    assert [one["medicine"] for one in data] == [False, False, True, True]
    assert [one["day_total"] for one in data] == [False, True, False, False]


def test_names_and_servings_stand_below() -> None:
    rows = [
        TrackedSubstance(ALCOHOL, ("g_alc",), aliases=("booze", "drinks")),
        TrackedSubstance(CANNABIS, ("joint",)),
    ]
    shown = page(rows, {"my can": CAN}, UNITS)
    names, servings = (block for block in bare(shown).blocks if isinstance(block, DefinitionList))
    assert names.rows == (("Alcohol", "booze, drinks"),)
    assert servings.rows == (("My can", "500ml 4.8% of Alcohol (1.4 US standard drinks)"),)
    assert shown.data["servings"] == [
        {
            "name": "My can",
            "substance": "Alcohol",
            "typed": "500ml 4.8%",
            "amount": "1.4 US standard drinks",
        }
    ]


def test_a_serving_of_what_is_not_tracked_yet_names_it_too() -> None:
    shown = servings_page({"my can": CAN}, {}, UNITS)
    assert "My can: 500ml 4.8% of alcohol (1.4 US" in " ".join(read(shown).split())


def test_an_empty_list_says_how_to_begin() -> None:
    assert words(page([], {}, UNITS)) == [
        "You track nothing yet. To start: hrjournal log alcohol 2"
    ]
    assert "no serving yet" in words(servings_page({}, {}, UNITS))[0]


def test_units_that_do_not_turn_are_told_with_their_count() -> None:
    stays = {"line": 1200, "mg": 1}
    assert list(map(unmarked, answers.merged(CANNABIS, ALCOHOL, 1201, stays, UNITS))) == [
        (
            "1,201 records moved from Cannabis to Alcohol. "
            '"cannabis" means Alcohol from now on. Undo takes this back.'
        ),
        "1,200 records stayed in lines, which do not turn into US standard drinks.",
        "1 record stayed in mg, which do not turn into US standard drinks.",
    ]


def test_a_name_that_differs_in_its_letters_alone_is_no_other_name() -> None:
    same = answers.renamed(ALCOHOL, ALCOHOL._replace(name="ALCOHOL"), {}, UNITS)
    assert list(map(unmarked, same)) == ["Alcohol is called ALCOHOL now. Undo takes this back."]
    (said,) = answers.renamed(ALCOHOL, ALCOHOL._replace(key="booze", name="Booze"), {}, UNITS)
    assert "The old name still finds it." in said
