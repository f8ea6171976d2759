"""Which word stands on a day where two substances become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.store.journal import Journal

    Word = tuple[int, tuple[int, int], str, int]  # the record, its place, use or none, of what


def standing_uses(journal: Journal, *substances: int) -> set[int]:
    """The uses that count on a day on which both are written and one of them was none once.

    A day without one of the two says nothing of the other, so these uses are still use when both
    are one; and what a later none took back of either stays taken back.
    """
    days: dict[int, list[Word]] = {}
    found = journal.connection.execute(
        "SELECT id, said, uid, sort, substance, local FROM entry "
        "WHERE substance IN (?, ?) AND sort IN ('use', 'none')",
        substances,
    )
    for number, said, uid, sort, substance, local in found:
        word = (number, (said, uid), sort, substance)
        days.setdefault((local - journal.day_start) // DAY, []).append(word)
    return {number for words in days.values() for number in _standing(words)}


def _standing(words: Sequence[Word]) -> Iterator[int]:
    nones = [(place, of) for _, place, sort, of in words if sort == "none"]
    if not nones or len({of for *_, of in words}) < 2:
        return
    for number, place, sort, of in words:
        if sort == "use" and all(place > said for said, other in nones if other == of):
            yield number
