from __future__ import annotations

import pytest

from hrjournal.domain.upkeep import HINTS, CheckFinding, Mend, Mended, Trouble
from hrjournal.pages.upkeep.findings import TOLD, WRITTEN, mended, quoted, words
from hrjournal.sanitize import OPENS
from support.builders import TODAY


def test_everything_that_can_be_found_has_words() -> None:
    assert set(TOLD).isdisjoint(WRITTEN)
    assert {*TOLD, *WRITTEN} == set(Trouble)


@pytest.mark.parametrize("trouble", Trouble)
def test_a_finding_is_a_sentence_and_what_to_do(trouble: Trouble) -> None:
    told = words(CheckFinding(trouble, "It lies there.", 3, TODAY))
    assert told.says.endswith(".")
    assert "{" not in told.says
    assert bool(told.advice) == (trouble is not Trouble.REFUSED)


def test_what_is_a_hint_is_no_fault() -> None:
    assert CheckFinding(Trouble.RECORD).is_fault
    assert not any(CheckFinding(trouble).is_fault for trouble in HINTS)


def test_a_record_is_named_by_number_and_day() -> None:
    says = "Record 12 (Mon 23 Nov 2026) is not as it was written."
    assert words(CheckFinding(Trouble.RECORD, number=12, day=TODAY)).says == says
    assert words(CheckFinding(Trouble.RECORD, number=12)).says == says.replace(
        " (Mon 23 Nov 2026)", ""
    )


def test_one_and_several_are_told_apart() -> None:
    assert (
        words(CheckFinding(Trouble.WIN, number=1)).says == "A small win is not as it was written."
    )
    many = words(CheckFinding(Trouble.WIN, number=1200)).says
    assert many == "1,200 small wins are not as they were written."
    assert "1 line that calls" in words(CheckFinding(Trouble.HISTORY, number=1)).says
    assert "1,200 lines that call" in words(CheckFinding(Trouble.HISTORY, number=1200)).says


def test_a_setting_is_set_again_where_it_can_be() -> None:
    assert "config country VALUE" in words(CheckFinding(Trouble.SETTING, "country")).advice
    assert "doctor --fix" in words(CheckFinding(Trouble.SETTING, "told:mixing:x")).advice
    assert "restore" in words(CheckFinding(Trouble.SETTING, "journal_name")).advice


def test_the_name_of_a_setting_may_be_an_own_word() -> None:
    for trouble in (Trouble.SETTING, Trouble.UNREAD, Trouble.UNKNOWN):
        assert OPENS in words(CheckFinding(trouble, "summary:Kim")).says
    assert OPENS in mended(Mended(Mend.SETTING, "summary:Kim"))


def test_a_second_version_comes_with_the_command_that_merges_it() -> None:
    told = words(CheckFinding(Trouble.CONFLICT, "/x/journal (Kim's conflicted copy).db"))
    assert told.advice.endswith("""hrjournal merge '/x/journal (Kim'"'"'s conflicted copy).db'""")
    assert quoted("/x/journal.sync-conflict-1.db") == "/x/journal.sync-conflict-1.db"


@pytest.mark.parametrize("mend", Mend)
def test_everything_that_is_put_right_is_said(mend: Mend) -> None:
    assert "{" not in mended(Mended(mend, "x"))
