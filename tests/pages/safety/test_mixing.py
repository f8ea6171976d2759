from __future__ import annotations

import re
from itertools import combinations

import pytest

from hrjournal.blocks import Column, ItemList, Note, Table, Text, Tone
from hrjournal.content.mixing import mixing
from hrjournal.content.notices import sources
from hrjournal.content.units import catalogue
from hrjournal.domain.knowledge.mixing import MixPart, Status
from hrjournal.domain.substances.substance import OTHER, Kind, Substance
from hrjournal.pages.safety.mixing import MixQuestion, mix_notice, mixing_page
from hrjournal.report.safety.mixes import Mix
from support.builders import ALCOHOL, CANNABIS, HEROIN
from support.pages.reading import bare, read

HOUR = 3600
GROUPS = sorted(mixing().groups)
# No title of another's work stands in these texts, so none of these words has an excuse.
NEVER = re.compile(r"\b(safe|safely|ok|okay|fine|harmless to mix)\b", re.IGNORECASE)
SUBSTANCES = {
    one.key: one
    for one in (
        ALCOHOL,
        CANNABIS,
        HEROIN,
        Substance("ghb", "GHB", Kind("ghb", "GHB", group="ghb")),
        Substance("home brew", "Home Brew", Kind("alcohol", "Alcohol", group="alcohol")),
        Substance("powder", "Blue powder", OTHER),
    )
}


def asked(*names: str) -> list[MixQuestion]:
    return [MixQuestion(MixPart(name, catalogue().find(name) or OTHER)) for name in names]


def of_groups(*groups: str) -> list[MixQuestion]:
    return [MixQuestion(MixPart(group, Kind(group, group, group=group))) for group in groups]


def text(*names: str) -> str:
    return read(mixing_page(asked(*names), mixing()))


def notice(
    earlier: str, later: str, seconds: int = 3 * HOUR, *, timed: bool = True
) -> tuple[str, str]:
    one, other = (SUBSTANCES[key] for key in (earlier, later))
    pair = mixing().worst_between(MixPart(one.name, one.kind), MixPart(other.name, other.kind))
    assert pair is not None
    return bare(mix_notice(Mix(pair, earlier, later, seconds, timed), SUBSTANCES, mixing()))


@pytest.mark.parametrize("group", GROUPS)
def test_no_pair_is_ever_called_safe(group: str) -> None:
    for other in set(GROUPS) - {group}:
        said = read(mixing_page(of_groups(group, other), mixing()))
        pair = mixing().between(group, other)
        assert pair is not None
        assert not NEVER.search(said)
        assert not NEVER.search(
            " ".join(mix_notice(Mix(pair, "alcohol", "ghb", 0, True), SUBSTANCES, mixing()))
        )
        assert pair.label.casefold() in said
        assert pair.reason in said


@pytest.mark.parametrize("group", GROUPS)
def test_no_list_of_one_thing_calls_anything_safe(group: str) -> None:
    assert not NEVER.search(read(mixing_page(of_groups(group), mixing())))


def test_a_dangerous_pair_is_said_first_with_its_reason_and_what_helps() -> None:
    page = mixing_page(asked("alcohol", "ghb"), mixing())
    first, _, what_helps, *_ = page.blocks
    assert isinstance(first, Note)
    assert first.tone is Tone.SAFETY
    assert first.text.startswith("Alcohol and ghb: dangerous together. Both make you drowsy")
    assert isinstance(what_helps, ItemList)
    assert [item.split()[0] for item in what_helps.items] == ["Have", "Start", "Leave", "If"]
    assert "hrjournal sos" in what_helps.items[-1]


def test_depressants_and_opioids_together_bring_the_naloxone_and_company_line_first() -> None:
    page = mixing_page(asked("alcohol", "Xanax", "heroin"), mixing())
    (helps,) = (block for block in page.blocks if isinstance(block, ItemList))
    assert helps.items[0].startswith("Keep naloxone close by")
    assert helps.items[1].startswith("Have someone with you")
    assert len(set(helps.items)) == len(helps.items) == 5


def test_of_several_the_worst_pair_comes_first() -> None:
    page = mixing_page(asked("weed", "coffee", "alcohol", "cocaine"), mixing())
    statuses = [pair["status"] for pair in page.data["pairs"]]
    assert statuses == ["high", "caution", "caution", "caution", "caution", "no_extra_signal"]
    said = read(page)
    assert said.index("Alcohol and cocaine: high risk") < said.index("Weed and alcohol: riskier")


def test_no_extra_danger_and_not_known_are_told_apart() -> None:
    nothing, unknown = text("cannabis", "caffeine"), text("cannabis", "nicotine")
    assert "No extra danger listed".casefold() in nothing.casefold()
    assert "That does not make it harmless" in nothing
    assert "not known" not in nothing
    assert "not known. Too little is known about this pair to say." in unknown
    assert "Not known does not mean harmless." in unknown
    assert "What helps" in unknown
    assert "What helps" not in nothing


def test_a_name_that_nobody_knows_is_said_and_counts_as_not_known_with_everything() -> None:
    one, other = asked("a new powder", "alcohol")
    said = read(mixing_page([one._replace(nearest=("powder", "poppers")), other], mixing()))
    assert '"a new powder" is not a name that is known here. Close to it: powder, poppers.' in said
    assert "A new powder and alcohol: not known." in said
    alone = read(mixing_page([one], mixing()))
    assert "We have no information on this mix. Not known does not mean harmless." in alone
    assert "Close to it" not in alone


def test_of_one_thing_every_serious_pair_is_a_table() -> None:
    page = mixing_page(asked("heroin"), mixing())
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    assert table.columns[0] == Column("With")
    told = {str(row[0]): row[1] for row in table.rows}
    expected = {
        group: pair.label
        for group in GROUPS
        if (pair := mixing().between("opioids", group)) and pair.status >= Status.HIGH
    }
    assert len(told) == len(expected)
    assert list(told.values()) == sorted(expected.values())  # dangerous before high
    assert told["Alcohol"] == "Dangerous together"
    assert told["Other opioids"] == "High risk together"


def test_a_thing_without_a_serious_pair_is_not_called_harmless() -> None:
    said = text("nicotine")
    assert "No pair with nicotine is listed as high risk or dangerous." in said
    assert "That does not make mixing it harmless." in said


def test_two_of_one_kind_are_said_to_add_up() -> None:
    assert "Beer and wine: both are of one kind, and the effects of one kind add up." in text(
        "beer", "wine"
    )


def test_how_other_names_were_understood_is_said() -> None:
    page = mixing_page(asked("alcohol", "weed", "Zoloft", "antidepressants"), mixing())
    assert bare(page.blocks[:3]) == (
        Text('"weed" is taken as: cannabis.'),
        Text('"Zoloft" is taken as: SSRIs or SNRIs.'),
        Text('"antidepressants" can be: SSRIs or SNRIs, MAOIs, lithium. The worst of them counts.'),
    )


@pytest.mark.parametrize(
    ("names", "told"), [(("sertraline", "alcohol"), True), (("beer", "weed"), False)]
)
def test_with_a_medicine_stands_the_pharmacist(names: tuple[str, ...], told: bool) -> None:
    said = text(*names)
    assert ("pharmacist can tell you more" in said) is told
    assert ("stays as prescribed" in said) is told


def test_sources_come_with_each_pair_and_the_day_it_was_looked_through() -> None:
    said = read(mixing_page(asked("alcohol", "heroin", "kratom"), mixing(), sources()))
    assert "TripSit" in said
    assert "not a trial" in said
    assert "Looked through on Mon 23 Nov 2026." in said
    assert "Alcohol and heroin: US FDA, TripSit" in said
    assert "Alcohol and kratom: General knowledge: no source was read for this one." in said
    assert "https://github.com/TripSit/drugs" in said
    assert "TripSit" not in text("alcohol", "heroin")


def test_what_a_program_reads_says_the_same() -> None:
    data = mixing_page(asked("alcohol", "sertraline", "zzz"), mixing()).data
    assert [one["groups"] for one in data["asked"]] == [["alcohol"], ["ssris"], ["unknown"]]
    assert [one["known"] for one in data["asked"]] == [True, True, False]
    assert {pair["status"] for pair in data["pairs"]} == {"caution", "unknown"}
    assert data["medicine"].startswith("A medicine of yours stays as prescribed")
    assert data["reviewed"] == "2026-11-23"
    of_one_kind = mixing_page(asked("beer", "wine"), mixing()).data["pairs"]
    assert of_one_kind[0]["status"] is None


@pytest.mark.parametrize(
    ("seconds", "timed", "words"),
    [
        (0, True, "within an hour"),
        (3599, True, "within an hour"),
        (3600, True, "1 hour apart"),
        (3 * HOUR + 29 * 60, True, "3 hours apart"),
        (3 * HOUR + 30 * 60, True, "4 hours apart"),
        (47 * HOUR, True, "47 hours apart"),
        (72 * HOUR, True, "3 days apart"),
        (0, False, "on the same day"),
        (6 * HOUR, False, "at least 6 hours apart"),
    ],
)
def test_a_notice_says_how_far_apart(seconds: int, timed: bool, words: str) -> None:
    title, _ = notice("alcohol", "ghb", seconds, timed=timed)
    assert title == f"Alcohol and GHB, {words}: dangerous together"


def test_a_notice_of_an_opioid_speaks_of_naloxone() -> None:
    title, words = notice("heroin", "alcohol")
    assert title == "Heroin and alcohol, 3 hours apart: dangerous together"
    assert words == (
        "Both slow your breathing, and together they can stop it. "
        "Keep naloxone close by, with someone near who knows how to give it."
    )


def test_a_notice_of_less_danger_gives_its_reason() -> None:
    assert notice("alcohol", "cannabis")[1] == (
        "Sleepiness, dizziness and a sick stomach add up. Standing up and driving get riskier."
    )


def test_a_notice_calls_what_a_person_named_by_their_own_name() -> None:
    title, words = notice("home brew", "powder")
    assert title == "Home Brew and Blue powder, 3 hours apart: not known"
    assert words == ("We have no information on this mix. Not known does not mean harmless.")


def test_a_notice_is_at_most_two_sentences() -> None:
    for one, other in combinations(GROUPS, 2):
        pair = mixing().between(one, other)
        assert pair is not None
        title, words = bare(mix_notice(Mix(pair, "alcohol", "ghb", 0, True), SUBSTANCES, mixing()))
        assert not title.endswith(".")
        assert 1 <= len(words.split(". ")) <= 2
        assert words.endswith(".")
