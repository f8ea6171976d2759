from __future__ import annotations

from collections.abc import Callable

import pytest

from hrjournal.blocks import DefinitionList
from hrjournal.content import safety as content
from hrjournal.content.notices import sources
from hrjournal.content.resources import directory
from hrjournal.domain.knowledge.safety import Call, Passage, Response
from hrjournal.domain.substances.substance import OTHER, Kind
from hrjournal.pages.care import people
from hrjournal.pages.safety import page as pages
from hrjournal.pages.safety.friend_card import friend_page
from hrjournal.pages.safety.sos import call_lines, sos_page
from hrjournal.pages.sources import GENERAL, origin_blocks
from support.pages.reading import read

CARD = content.card()
HERE = CARD.phones.call("US", chosen=True)
HELP = pages.SafetyHelp(CARD, HERE, CARD.reviewed)
HEROIN = Kind("heroin", "Heroin")


def test_the_card_as_it_is_read(approved: Callable[[str, str], None]) -> None:
    page = sos_page(CARD, HERE, ("Your naloxone: red bag",))
    approved("pages/sos.txt", read(page))


def test_the_card_for_a_friend_as_it_is_read(approved: Callable[[str, str], None]) -> None:
    lines = [one for one in directory().near("US") if one.id == "us-988"]
    approved("pages/safety-card.txt", read(friend_page(HELP, content.friend(), lines, "")))


@pytest.mark.parametrize("response", content.responses().values(), ids=lambda one: one.id)
def test_an_overdose_as_it_is_read(
    response: Response, approved: Callable[[str, str], None]
) -> None:
    page = pages.overdose_page(HELP, response, response.passages)
    approved(f"pages/safety-overdose-{response.id}.txt", read(page))


def test_other_pages_as_they_are_read(approved: Callable[[str, str], None]) -> None:
    about = pages.SubstanceAsked("dope", HEROIN)
    guide = content.kinds()["heroin"]
    told = {
        "menu": pages.menu_page(HELP),
        "which": pages.which_page(HELP, content.responses().values()),
        "naloxone": pages.naloxone_page(
            HELP, content.naloxone(), people.naloxone_page("top drawer", "2027-05-31", 739_000)
        ),
        "break": pages.pause_page(HELP, content.pause(), None),
        "stopping": pages.stop_page(HELP, content.stop(), None),
        "safer": pages.safer_page(HELP, guide, about),
    }
    for name, page in told.items():
        approved(f"pages/safety-{name}.txt", read(page))


@pytest.mark.parametrize(
    ("call", "lines"),
    [
        (Call("911", known=True, elsewhere=()), ["Call 911 now."]),
        (
            Call("911", known=True, elsewhere=(("UK", "999"), ("EU", "112"))),
            ["Call 911 now.", "Elsewhere: UK 999, EU 112."],
        ),
        (
            Call("", known=True, elsewhere=()),
            ["Call your local emergency number now.", *CARD.elsewhere.lines],
        ),
        (
            Call("", known=False, elsewhere=(("UK", "999"), ("EU", "112"))),
            ["Call your emergency number now.", "UK 999, EU 112.", *CARD.elsewhere.lines],
        ),
    ],
)
def test_whom_to_call_comes_first(call: Call, lines: list[str]) -> None:
    assert call_lines(CARD, call) == lines
    assert sos_page(CARD, call).title == lines[0]


def test_a_name_that_nobody_knows_says_so_and_offers_others() -> None:
    about = pages.SubstanceAsked("herion", OTHER, known=False, nearest=("heroin",))
    page = pages.pause_page(HELP, content.pause("other"), about)
    said = read(page)
    assert '"herion" is not a name that is known here. Close to it: heroin.' in said
    assert page.data["substance"] is None


def test_general_knowledge_is_called_that() -> None:
    told = [
        Passage("Read", ("A.",), numbered=False, verified=True, sources=("fda_naloxone",)),
        Passage("Half", ("B.",), False, True, ("fda_naloxone",), "The end is general knowledge."),
        Passage("Told", ("C.",), numbered=False, verified=False, sources=()),
    ]
    publisher = sources()["fda_naloxone"].publisher
    told_of = [
        block
        for block in origin_blocks(told, sources(), CARD.reviewed)
        if type(block) is DefinitionList
    ]
    assert dict(told_of[0].rows) == {
        "Read": f"{publisher}.",
        "Half": f"{publisher}. The end is general knowledge.",
        "Told": GENERAL,
    }
