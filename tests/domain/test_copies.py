from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from hrjournal.domain.copies import NEWEST, CopyName, copy_name, staying

START = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
LABELS = st.sampled_from(["", "", "", "before-restore", "unsound"])
NAMES = st.builds(
    CopyName,
    st.integers(-(10**8), 10**8).map(lambda seconds: START + timedelta(seconds=seconds)),
    st.integers(1, 3),
    LABELS,
)


@given(NAMES)
def test_a_name_says_what_it_was_made_of(name: CopyName) -> None:
    assert copy_name(f"{name.stem}.db") == name


def test_other_names_say_nothing() -> None:
    for other in ("mine.db", "20261399-094000.db", "20261123-094000.part", "20261123-094000.db-x"):
        assert copy_name(other) is None


@given(st.sets(NAMES, max_size=60), NAMES)
@example(set(), CopyName(START))
def test_what_stays_by_a_plain_count(copies: set[CopyName], new: CopyName) -> None:
    kept = staying(copies, new)
    assert new in kept
    assert kept <= copies | {new}
    plain = {one for one in copies | {new} if not one.label and one <= new}
    for span, most in (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        spans = sorted({one.made.strftime(span) for one in plain})[-most:]
        newest = {max(one for one in plain if one.made.strftime(span) == each) for each in spans}
        assert newest <= kept
    assert {*sorted(plain)[-NEWEST:]} <= kept
    assert len([one for one in kept if not one.label and one <= new]) <= NEWEST + 6 + 4 + 12
    for label in ("before-restore", "unsound"):
        behind = sorted(one for one in copies | {new} if one.label == label and one <= new)
        assert [one for one in behind if one in kept] == behind[-NEWEST:]


@given(st.sets(NAMES, max_size=60), NAMES)
def test_what_stays_once_stays_when_asked_again(copies: set[CopyName], new: CopyName) -> None:
    kept = staying(copies, new)
    assert staying(kept, new) == kept


@given(st.sets(NAMES, max_size=40), st.lists(NAMES.filter(lambda one: bool(one.label))))
def test_copies_with_a_label_push_out_none_without(
    copies: set[CopyName], labeled: list[CopyName]
) -> None:
    plain = {one for one in copies if not one.label}
    if not plain:
        return
    kept = staying(plain, max(plain))
    for new in labeled:
        kept = staying(kept, new)
    assert {one for one in kept if not one.label} == staying(plain, max(plain))


def test_years_of_daily_copies_come_to_few() -> None:
    kept: set[CopyName] = set()
    for day in range(800):
        kept = staying(kept, CopyName(START + timedelta(days=day)))
    assert len(kept) <= 7 + 3 + 12
    assert max(kept).made - min(kept).made > timedelta(days=330)
