"""What a whole journal consists of, and which form of file it is kept in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.domain.identity import first_name, uid_from
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.substance import OwnServing, Substance

FORMAT: Final = "hrjournal"
VERSION: Final = 1  # goes up when an older program could not read the file any more
PARTS: Final = (
    "settings",
    "substances",
    "aliases",
    "servings",
    "starts",
    "entries",
    "keepsakes",
)
HIDDEN: Final = "hidden"  # the part that says which of the substances are
LATER: Final = (HIDDEN, "aliases", "servings")  # parts that a file holds where they say something
PASSED_OVER: Final = ("wins", "wins_seen_to")  # of older files: wins are a function of the records
SEEN_TO: Final = "wins_seen_to"  # kept among the settings, and yet nothing that anybody chose
NAME: Final = "journal_name"  # what the records of one journal are told apart by from others
TOLD: Final = "told:"  # which notices were told on which occasion

NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
NO_STARTS: Mapping[str, BaselinePin] = MappingProxyType({})
NO_ALIASES: Mapping[str, str] = MappingProxyType({})


class Record(NamedTuple):
    """An entry, and the name by which it is known again wherever it is taken.

    What came from a file keeps the name that it got then. Anything else goes by its uid, and what
    is older than uids are by its journal, its number, and the second in which it was written down:
    these stay when a person changes the rest.
    """

    entry: Entry
    origin: str


class Archive(NamedTuple):
    """Everything in a journal.

    Records stand in the order in which they were last written, since of two words about the same
    day the later one stands; their numbers keep the order in which they came.
    """

    settings: Mapping[str, str] = NO_SETTINGS
    substances: tuple[Substance, ...] = ()
    aliases: Mapping[str, str] = NO_ALIASES  # the key of a substance by each other name
    servings: tuple[OwnServing, ...] = ()
    starts: Mapping[str, BaselinePin] = NO_STARTS  # by the key of a substance
    entries: tuple[Record, ...] = ()
    keepsakes: tuple[Keepsake, ...] = ()


def chosen(key: str) -> bool:
    """Whether a setting is a choice, and no note that the program keeps for itself."""
    return key not in {SEEN_TO, NAME} and not key.startswith(TOLD)


def derived_origin(entry: Entry, journal: str, uid: int) -> str:
    """The name of a record that came from no file, in a journal of this name."""
    if uid == uid_from(first_name(entry.id, entry.written)):
        return f"{journal}.{entry.id}.{entry.written}"
    return f"uid.{uid:016x}"
