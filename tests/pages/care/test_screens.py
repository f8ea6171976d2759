from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from hrjournal.blocks import Note, Page, Sparkline, Tone
from hrjournal.content.resources import directory
from hrjournal.content.screens import screens
from hrjournal.content.units import countries
from hrjournal.domain.knowledge.screens import Screen
from hrjournal.formats.plain.lines import lines
from hrjournal.formats.terminal.show import show
from hrjournal.pages.care.screens import kept_page, menu_page, offer_page, result_page
from support.builders import TODAY

PHQ2 = screens()["phq2"]
AUDITC = screens()["auditc"]


def told(page: Page) -> str:
    return "\n".join(lines(page))


def shown(page: Page, width: int) -> str:
    stream = io.StringIO()
    show(page, stream, width=width)
    return stream.getvalue()


def result(screen: Screen, *answers: int, country: str = "US", past: int | None = None) -> Page:
    before = [] if past is None else [(TODAY - 30, past)]
    return result_page(screen, answers, before, directory().checked(country, screen.need))


def test_the_pages_look_as_approved(approved: Callable[[str, str], None]) -> None:
    offer = offer_page(AUDITC, countries()["GB"], TODAY - 5, TODAY, asking=False)
    approved("pages/screen-auditc-60.txt", shown(offer, 60))
    approved("pages/screen-phq2-result-80.txt", shown(result(PHQ2, 2, 2, past=5), 80))


def test_every_screen_says_that_it_is_optional_and_no_diagnosis() -> None:
    for one in screens().values():
        offer = told(offer_page(one, None, None, TODAY, asking=True))
        assert "yours to take or leave" in offer
        assert "It is a screen, not a diagnosis." in offer
        assert one.credit in offer
        assert "It is a screen, not a diagnosis." in told(
            result(one, 0, 0, *one.items[2:] and (0,))
        )
    assert "not a diagnosis" in told(menu_page(screens()))


@pytest.mark.parametrize("answers", [(a, b) for a in range(4) for b in range(4)])
def test_people_to_turn_to_come_before_the_number_from_the_cut_off_on(
    answers: tuple[int, int],
) -> None:
    said = told(result(PHQ2, *answers))
    number = said.index(f"{sum(answers)} of 6.")
    if sum(answers) >= 3:
        assert said.index("talk to someone") < number
        assert said.index("988 Suicide and Crisis Lifeline: Call 988. Text 988.") < number
        assert "From 3 on" in said
    else:
        assert "988" not in said
        assert "reason enough" in said


def test_the_drinking_screen_warns_of_a_sudden_stop() -> None:
    assert "hrjournal safety stopping" in told(result(AUDITC, 4, 4, 4))
    assert "sudden stop" not in told(result(AUDITC, 1, 1, 0))


def test_without_a_line_near_there_is_still_a_way_on() -> None:
    said = told(result(PHQ2, 3, 3, country="JP"))
    assert "talk to someone" in said
    assert "hrjournal resources --need crisis" in said


def test_no_result_is_shown_in_the_colors_of_a_crisis_or_of_a_win() -> None:
    for page in (result(PHQ2, 3, 3), result(PHQ2, 0, 0, past=6), result(AUDITC, 4, 4, 4)):
        tones = {block.tone for block in page.blocks if isinstance(block, Note)}
        assert not tones & {Tone.SAFETY, Tone.WIN}
        assert not any(isinstance(block, Sparkline) for block in page.blocks)


@pytest.mark.parametrize(
    ("past", "words"), [(3, "the same"), (5, "2 lower"), (1, "2 higher"), (None, None)]
)
def test_the_number_is_set_beside_the_own_past_alone(past: int | None, words: str | None) -> None:
    said = told(result(PHQ2, 2, 1, past=past))
    if words is None:
        assert "Last time" not in said
    else:
        assert f"Last time, on Sat 24 Oct 2026, it was {past}: this is {words}." in said


def test_the_kept_ones_are_listed_with_the_most_there_can_be() -> None:
    rows = [("phq2", TODAY - 30, 4), ("auditc", TODAY, 7), ("gone", TODAY, 2)]
    page = kept_page(screens(), rows)
    said = told(page)
    assert "PHQ-2. Day: Sat 24 Oct 2026. Number: 4 of 6." in said
    assert "AUDIT-C. Day: Mon 23 Nov 2026. Number: 7 of 12." in said
    assert "gone. Day: Mon 23 Nov 2026. Number: 2." in said
    assert page.data["kept"][0] == {"screen": "phq2", "day": "2026-10-24", "score": 4}
    assert "None is kept yet." in told(kept_page(screens(), []))


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("US", "holds 14 g of pure alcohol. That is one US standard drink."),
        ("AU", "holds 10 g of pure alcohol. That is one Australian standard drink."),
        ("AT", "holds 10 g of pure alcohol. That is about 0.5 Austrian standard drinks."),
    ],
)
def test_a_drink_of_the_questions_is_told_in_drinks_of_the_country(
    country: str, words: str
) -> None:
    offer = offer_page(AUDITC, countries()[country], None, TODAY, asking=True)
    assert words in told(offer)
    nowhere = offer_page(AUDITC, None, None, TODAY, asking=True)
    assert "A drink in these questions holds 10 g of pure alcohol.\n" in told(nowhere)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_every_page_fits(width: int) -> None:
    for one in screens().values():
        for asking in (True, False):
            offer = offer_page(one, countries()["GB"], TODAY, TODAY, asking=asking)
            assert max(map(len, shown(offer, width).splitlines())) <= width
        best = result(one, *(3 for _ in one.items), past=4)
        assert max(map(len, shown(best, width).splitlines())) <= width
