from __future__ import annotations

import pytest

from hrjournal.domain.knowledge.safety import Call, Phones

PLACES = (("US and Canada", "911"), ("UK", "999"), ("EU", "112"))
PHONES = Phones({"US": "911", "CA": "911", "GB": "999", "PL": "112"}, {"UK": "GB"}, PLACES)


@pytest.mark.parametrize(("country", "phone"), [("US", "911"), ("GB", "999"), ("UK", "999")])
def test_a_country_that_was_chosen_has_its_number_and_no_other(country: str, phone: str) -> None:
    assert PHONES.call(country, chosen=True) == Call(phone, known=True, elsewhere=())


def test_a_country_that_was_guessed_is_told_with_the_numbers_of_others() -> None:
    others = (("US and Canada", "911"), ("UK", "999"))
    assert PHONES.call("PL", chosen=False) == Call("112", known=True, elsewhere=others)


@pytest.mark.parametrize("chosen", [True, False])
def test_a_country_whose_number_nobody_checked_gets_none(chosen: bool) -> None:
    assert PHONES.call("NZ", chosen=chosen) == Call("", known=True, elsewhere=())


def test_without_a_country_the_main_numbers_are_told() -> None:
    assert PHONES.call("", chosen=False) == Call("", known=False, elsewhere=PLACES)
