"""What a goal about all substances together is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def followed(journal: Journal) -> dict[str, Substance]:
    """What a goal about all of them is about: everything but medicines and what is hidden."""
    chosen = journal.preferences
    return {
        key: one
        for key, one in journal.substances().items()
        if not (one.hidden or one.kind.medicine or chosen.is_prescribed(one))
    }
