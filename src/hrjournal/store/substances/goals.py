"""Goals about a substance whose units are counted in another way from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.goals.goal import LIMIT, UNIT
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.reflection.reflection import about
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.store.journal import JournalChange

THOUSAND: Final = 1000


def recount(change: JournalChange, key: str, each: Mapping[str, Amount]) -> None:
    """Lets goals about a substance count as its records do: `each` says what one of a unit is."""
    if not each:
        return
    for kept in keepsakes.keepsakes(change.journal, KeepsakeType.GOAL):
        one = each.get(kept.more.get(UNIT, ""))
        if about(kept) == key and one is not None:
            keepsakes.replace(change, _recounted(kept, one))


def _recounted(kept: Keepsake, each: Amount) -> Keepsake:
    told = kept.more.get(LIMIT, "")
    limit = int(told) * (each.low or 0) // THOUSAND if told.isdecimal() else 0
    return kept.replace(more={**kept.more, UNIT: each.unit, LIMIT: str(max(1, limit))})
