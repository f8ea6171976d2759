"""What is different between two forms of a record, in the person's words."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.named import NamedTuple
from hrjournal.pages.entries.confirmation import OUTCOMES, details, what_words, when_words
from hrjournal.sanitize import own, shortened, unmarked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units

LONGEST: Final = 80  # of one side, as it is said
LEAD: Final = 20  # how much of what is the same is said before what differs further on


class RecordWords(NamedTuple):
    """How records are put into words, for a person on a day."""

    substances: Mapping[str, Substance]
    units: Units
    today: int
    starts: int

    def tell(self, entry: Entry, before: Entry | None = None) -> str:
        """A record at heart and when; where it said something else `before`, both.

        Such as: `2 beers -> 3 beers, today, Fri 27 Nov 2026 at 21:00. Note: first -> second`
        """
        forms = (before or entry, entry)
        heart = (
            _change(*(what_words(form, self.substances, self.units) for form in forms)),
            _change(*(when_words(form, self.today, self.starts) for form in forms)),
        )
        told = [", ".join(heart), *_changes(*map(_facts, forms))]
        if entry.type is EntryType.CHECKIN and entry == (before or entry):  # it has no other heart
            told += [f"{name}: {said}" for name, said in details(entry)]
        if before and told == [self.tell(entry)]:
            told += _changes(*(_fine_print(form, self.units) for form in forms))
        return ". ".join(told)


def _facts(entry: Entry) -> dict[str, str]:
    """What a record says beside its heart, by name."""
    if entry.type is EntryType.URGE:  # these belong to its heart
        return dict(details(entry))
    return {
        "Urge after": _number(entry.urge_after),
        "Minutes": _number(entry.minutes),
        "Outcome": OUTCOMES[entry.outcome.value] if entry.outcome else "",
        **dict(details(entry)),
    }


def _fine_print(entry: Entry, units: Units) -> dict[str, str]:
    """What is worth a word only where all else is the same."""
    typed = entry.amount.typed if entry.amount and not units.masked else ""
    return {"As typed": own(typed), "Zone": entry.moment.zone}


def _number(value: int | None) -> str:
    return "" if value is None else f"{value}"


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    pairs = {name: (before.get(name, ""), after.get(name, "")) for name in [*after, *before]}
    return [f"{name}: {_change(*pair)}" for name, pair in pairs.items() if pair[0] != pair[1]]


def _change(before: str, after: str) -> str:
    if before == after:
        return f"{after}"
    if before and after:
        return " -> ".join(_apart(_line(before), _line(after)))
    return shortened(_line(after or before), LONGEST) + (" (added)" if after else " (taken out)")


def _line(text: str) -> str:
    return " / ".join(part.strip() for part in f"{text}".splitlines() if part.strip())


def _apart(before: str, after: str) -> list[str]:
    """Two long lines from shortly before where they part, short enough to be read."""
    plain = [unmarked(before), unmarked(after)]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*plain, strict=False)))
    if same > LONGEST - LEAD:
        return [shortened(f"\u2026{own(text[same - LEAD :])}", LONGEST) for text in plain]
    return [shortened(text, LONGEST) for text in (before, after)]
