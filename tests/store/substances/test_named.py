from __future__ import annotations

from typing import Final

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.substances.substance import OwnServing
from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.store import Journal, changes
from hrjournal.store.integrity import verify_journal
from hrjournal.store.substances import named
from support.builders import entry
from support.keeping import NOW, keep

CAN: Final = OwnServing("My can", "alcohol", "g_alc", 18_936, "500ml 4.8%")


@pytest.fixture
def lived(journal: Journal) -> Journal:
    """A journal with another name and a serving in it."""
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    with journal.change("alias", NOW) as change:
        named.set_alias(change, "booze", 1)
        named.set_serving(change, "my can", CAN)
    return journal


def test_names_and_servings_are_read_as_they_were_written(lived: Journal) -> None:
    assert lived.aliases() == {"booze": "alcohol"}
    assert lived.servings() == {"my can": CAN}
    assert verify_journal(lived).faults == ()


def test_what_is_written_over_comes_back_as_it_was(lived: Journal) -> None:
    keep(lived, entry(EntryType.USE, substance="cannabis"))
    with lived.change("alias", NOW) as change:
        named.set_alias(change, "booze", 2)
        named.set_serving(change, "my can", CAN._replace(thousandths=1))
        named.set_serving(change, "my can", CAN._replace(thousandths=2))
    assert lived.aliases() == {"booze": "cannabis"}
    assert lived.servings()["my can"].thousandths == 2
    changes.undo(lived, NOW)
    assert (lived.aliases(), lived.servings()) == ({"booze": "alcohol"}, {"my can": CAN})


def test_what_is_taken_out_comes_back(lived: Journal) -> None:
    with lived.change("alias", NOW) as change:
        assert named.forget(change, named.ALIAS, "booze")
        assert named.forget(change, named.SERVING, "my can")
        assert not named.forget(change, named.ALIAS, "unheard of")
    assert (lived.aliases(), lived.servings()) == ({}, {})
    changes.undo(lived, NOW)
    assert (lived.aliases(), lived.servings()) == ({"booze": "alcohol"}, {"my can": CAN})
    changes.undo(lived, NOW)
    assert (lived.aliases(), lived.servings()) == ({}, {})


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE alias SET word='boozy'", CheckFinding(Trouble.ALIAS, number=1)),
        ("UPDATE serving SET thousandths=1", CheckFinding(Trouble.SERVING, number=1)),
        ("UPDATE substance SET hidden=1", CheckFinding(Trouble.SUBSTANCE, number=1)),
    ],
)
def test_silent_damage_is_found(lived: Journal, damage: str, fault: CheckFinding) -> None:
    lived.connection.execute(damage)
    assert verify_journal(lived).faults == (fault,)
