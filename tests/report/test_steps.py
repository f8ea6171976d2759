from __future__ import annotations

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.report.steps import step_shares
from support.builders import ALCOHOL, CANNABIS, TODAY, entry, history, together

WEEK = DateRange(TODAY - 6, TODAY + 1)


def journal() -> History:
    """Alcohol on the last four days but one, cannabis on the last two."""
    return together(
        history(
            "2 2 2 0 2",
            records=[
                entry(EntryType.USE, TODAY, substance="alcohol", steps=("ate-first", "not-alone")),
                entry(EntryType.STEP, TODAY - 3, steps=("water",)),
                entry(EntryType.STEP, TODAY - 1, steps=("water",)),
                entry(EntryType.USE, TODAY - 2, substance="cannabis", steps=("low-dose",)),
            ],
        ),
        history("? ?", substance=CANNABIS),
    )


def test_a_step_counts_on_use_days_of_its_substance_and_of_all_when_it_names_none() -> None:
    alcohol, cannabis, both = step_shares(journal(), WEEK, [ALCOHOL, CANNABIS])

    assert (alcohol.use_days, alcohol.any_days) == (4, 2)
    assert alcohol.days == (("ate-first", 1), ("not-alone", 1), ("water", 1))
    assert (cannabis.use_days, cannabis.any_days, cannabis.days) == (2, 1, (("water", 1),))
    assert (both.substance, both.use_days, both.any_days) == (None, 5, 4)
    assert both.days[0] == ("water", 2)


def test_one_substance_alone_needs_no_line_for_all() -> None:
    assert [share.substance for share in step_shares(journal(), WEEK, [ALCOHOL])] == [ALCOHOL]


def test_where_no_step_was_written_nothing_is_said() -> None:
    assert step_shares(history("2 2 2"), WEEK, [ALCOHOL]) == ()


def test_days_outside_the_view_do_not_count() -> None:
    (share,) = step_shares(journal(), DateRange(TODAY, TODAY + 1), [ALCOHOL])
    assert (share.use_days, share.any_days) == (1, 1)
