from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from hrjournal.blocks import DefinitionList, Heading
from hrjournal.content.definitions import definitions
from hrjournal.content.guides import guides
from hrjournal.content.notices import sources
from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.substances.substance import Substance
from hrjournal.formats.plain.lines import lines as plain_lines
from hrjournal.pages.measures.definitions import definitions_page
from hrjournal.pages.measures.page import page
from hrjournal.report.clinical import clinical
from support.builders import CANNABIS, TODAY, entry, history, together
from support.pages.measuring import data, drawn, figures, measures_of, shown
from support.pages.reading import UNITS, bare, tables, words
from support.pages.weeks import drinks, journal
from support.report.diaries import GUIDE, lines


@pytest.mark.parametrize("width", [80, 60])
def test_the_page_reads_as_approved(width: int, approved: Callable[[str, str], None]) -> None:
    found = shown(journal(), by=lines(guide=GUIDE), chosen=True, note="Guides differ.")
    approved(f"pages/measures-{width}.txt", drawn(found, width))


def test_the_plain_page_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("pages/measures-plain.txt", "\n".join(plain_lines(shown(journal()))) + "\n")


def test_the_data_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    found = shown(journal(), by=lines(guide=GUIDE), chosen=True)
    approved("pages/measures.json", json.dumps(found.data, indent=1) + "\n")


def test_the_definitions_read_as_approved(approved: Callable[[str, str], None]) -> None:
    found = definitions_page(definitions(), sources())
    approved("pages/definitions.txt", drawn(found, 80))
    told = data(found)["definitions"]
    assert list(told) == list(definitions())
    assert told["pda"]["sources"] == ["sobell_measures"]


def test_it_says_first_on_how_many_days_it_rests() -> None:
    said = words(shown(drinks("2 0 . ? 3 " * 6)))
    assert said[0] == ("Sun 25 Oct 2026 to Mon 23 Nov 2026: something is written on 24 of 30 days.")
    assert said[1] == (
        "Logged on 24 of 30 days: used on 18, none on 6. 6 days not logged (left out)."
    )


def test_few_days_are_said_to_be_few_and_shares_are_not_said() -> None:
    found = shown(drinks("2 0 2 .*27"))
    said = " ".join(words(found))
    assert "These are few days. Read the figures with care." in said
    assert "Not enough days yet to set it beside your past: both sides need 14 days" in said
    assert "Not enough days yet for: Percent days abstinent, Percent days used" in said
    assert "pda" not in figures(tables(found)[0])


def test_unknown_amounts_are_said_to_be_unknown() -> None:
    said = " ".join(words(shown(drinks("? " * 20))))
    assert "Too few known amounts for: Total amount, Drinks per day" in said


def test_what_changed_is_said_beside_the_usual_and_the_start() -> None:
    found = shown(drinks("6*28 4*28 2*30"))
    said = words(found)
    assert said[2] == (
        "Beside your usual (27 Sep 2026 to 24 Oct 2026, 28 of 28 days written). "
        "Drinks per day: 50% less. Drinks per drinking day: 50% less. "
        "Percent days used: about the same. Percent heavy drinking days: 100% less. "
        "WHO risk drinking level: 1 level down."
    )
    assert said[3].startswith("Beside your start (30 Aug 2026 to 26 Sep 2026")
    assert "Drinks per day: 67% less." in said[3]
    assert "WHO risk drinking level: 2 levels down." in said[3]


def test_an_estimate_of_the_start_is_called_one() -> None:
    began = BaselinePin(doubled=2 * 6 * 14_000, use_days=7, unit="g_alc")
    found = shown(history("2 " * 20, each=14_000, start=began))
    assert words(found)[2].startswith(
        "Beside your start, as you estimated it. Drinks per day: 67% less."
    )
    assert data(found)["substances"]["Alcohol"]["baselines"]["start"] == {
        "from": None,
        "to": None,
        "days_with_data": None,
        "estimate": True,
    }


def test_a_substance_that_is_not_written_of_is_said_to_be_so() -> None:
    one = together(drinks("2 0"), history("1 .*40", substance=CANNABIS))
    measured = clinical(one, DateRange(TODAY - 29, TODAY + 1), TODAY, lines(), ["cannabis"])
    found = page(measured, definitions(), UNITS)
    assert "Cannabis: nothing is written in these days." in words(found)
    told = measures_of(found, "Cannabis")
    assert told["pda"] == {
        "in": "percent",
        "value": None,
        "rests": 0,
        "why": "nothing is written",
        "change": {},
    }


def test_more_is_said_as_plainly_as_less() -> None:
    said = words(shown(drinks("1*28 0 2*29")))
    assert "Drinks per day: 93% more." in said[2]
    assert "WHO risk drinking level: 1 level up." in said[2]


def test_whose_lines_hold_is_said() -> None:
    usual = " ".join(words(shown(drinks("2 " * 20))))
    assert "Heavy day: 4 US standard drinks (56 g) or more, the lower of two lines" in usual
    assert "WHO levels: 20/40/60 grams a day, the lower set, for none is picked." in usual
    own = " ".join(words(shown(drinks("2 " * 20), by=lines(60_000, "40/60/100"))))
    assert "(60 g) or more. It is your own line." in own
    assert "WHO levels: 40/60/100 grams a day, the set you picked." in own


def test_of_anything_but_alcohol_no_line_of_alcohol_is_said() -> None:
    found = shown(history("2 0 1 " * 10, substance=CANNABIS))
    assert "Heavy" not in " ".join(words(found))
    assert figures(tables(found)[0])["ddd"] == "1.5"
    assert figures(tables(found)[0])["drug_band"] == "5 or more"


def test_a_guide_is_shown_when_asked_for_and_with_what_it_is() -> None:
    for code, numbers in (
        ("AU", "7.1 US standard drinks (100 g) a week at most"),
        ("US", "no number"),
    ):
        by = lines(guide=guides()[code])
        said = " ".join(words(shown(drinks("2 " * 20), by=by, note="Guides differ.")))
        assert numbers in said
        assert f"Your country's guide ({guides()[code].body}, {guides()[code].year})" in said
        assert said.count("Guides differ.") == 1
    assert "guide" not in " ".join(words(shown(drinks("2 " * 20))))
    none = " ".join(words(shown(drinks("2 " * 20), note="Guides differ.")))
    assert "No guide is known here for United States." in none


def test_the_british_guide_is_fourteen_units() -> None:
    said = " ".join(words(shown(drinks("2 " * 20), by=lines(guide=guides()["GB"]), note=".")))
    assert "(110.5 g) a week at most" in said


def test_a_week_below_the_guide_is_said_to_be_below() -> None:
    by = lines(guide=GUIDE)
    below = figures(tables(shown(drinks("0.5 " * 20), by=by))[0])
    above = figures(tables(shown(drinks("3 " * 20), by=by))[0])
    assert (below["guide_week"], above["guide_week"]) == ("3.6 below", "13.9 above")
    both = figures(tables(shown(drinks("0.5-3 " * 20), by=by))[0])
    assert both["guide_week"] == "3.6 below to 13.9 above"


def test_money_urges_and_steps_are_facts_with_the_days_behind_them() -> None:
    spent = [
        entry(EntryType.USE, TODAY - 1, substance="alcohol", spend=12_500, steps=("not-alone",)),
        entry(EntryType.USE, TODAY, substance="alcohol", spend=3_000),
        entry(EntryType.URGE, TODAY, urge=7, outcome=Outcome.RODE_OUT, copings=("walk",)),
        entry(EntryType.URGE, TODAY, urge=4, outcome=Outcome.USED, copings=("walk",)),
    ]
    found = shown(history("2 2", records=spent))
    rows = next(block for block in found.blocks if isinstance(block, DefinitionList)).rows
    facts = dict(bare(rows))
    assert facts["Money spent"] == "15.50, on 2 days"
    assert facts["Craving, mean"] == "5.5 of 10, on 1 day"
    assert facts["Craving, ridden share"] == "50.0%, on 1 day"
    assert facts["Top three coping strategies"] == "walk 2, of 2 records"
    assert facts["Use days with safer steps"] == "not alone 1, of 2 use days"
    assert measures_of(found)["spend"]["value"] == 15.5


def test_days_with_several_substances_are_told_together() -> None:
    found = shown(together(drinks("2 0 2"), history("1 1 .", substance=CANNABIS)))
    assert Heading("All together") in found.blocks
    facts = dict([block for block in found.blocks if isinstance(block, DefinitionList)][-1].rows)
    said = facts["Days with two or more substances"]
    assert said == "1 day of 2 with data on two or more"


def test_nothing_in_the_window_points_to_where_something_is() -> None:
    measured = clinical(drinks("2 0"), DateRange(TODAY - 90, TODAY - 60), TODAY, lines())
    said = words(page(measured, definitions(), UNITS, TODAY))
    assert said[0] == (
        "Nothing is written in these 30 days. The last written day is Mon 23 Nov 2026. "
        "To see it: hrjournal measures --from 2026-10-25 --to 2026-11-23"
    )
    empty = words(page(measured, definitions(), UNITS))
    assert empty == ["Nothing is written yet. When you want to begin: hrjournal log"]


def test_a_name_cannot_act_on_the_screen() -> None:
    hostile = Substance("x", "a\x1b[2J\u202e|b\n# c", unit="times")
    found = shown(history("1 0 1", substance=hostile, unit="times"))
    for width in (60, 80):
        assert "\x1b" not in drawn(found, width)
        assert "\u202e" not in drawn(found, width)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    found = shown(journal(), by=lines(guide=GUIDE), chosen=True, note="Guides differ.")
    assert max(map(len, drawn(found, width).splitlines())) <= width


def test_a_grown_up_number_of_substances_and_years_is_measured() -> None:
    many = together(
        *[
            history("2 0 . ? 3 " * 30, substance=Substance(f"s{n}", f"S{n}"), unit="times")
            for n in range(20)
        ]
    )
    found = shown(many, DateRange(TODAY - 3649, TODAY + 1))
    assert len(data(found)["substances"]) == 20
    assert Decimal(str(measures_of(found, "S1")["pda"]["value"])) == Decimal(25)
