"""The answer to a record: what was understood, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, Entry, EntryType, day_name
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS, MASKED
from hrjournal.sanitize import joined_own, own, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Drink, Units

NOON = DAY // 2
EVENING = DAY * 3 // 4  # from when yesterday's times are those of last night
LEAN = "Lean can be codeine syrup or DXM. Safety notes go by the riskier of the two."
# Their note is what they are about.
NOTED = {EntryType.EVENT: "Event", EntryType.GOOD: "A good thing"}
SAID = {"Triggers": "set off by", "Coping": "tried", "Note": "note:"}  # in an answer
FREE_WORDS = {"US": "non-alcoholic"}  # what a country calls it; elsewhere alcohol-free
SHORT = 60  # characters of what a record says in a line
OUTCOMES = {
    "rode-out": "it passed without use",
    "delayed": "use came later",
    "less": "used less than it asked for",
    "used": "used",
}


def amount_words(amount: Amount | None, units: Units) -> str:
    """An amount as understood: `about 2 US standard drinks (28 g)`."""
    if amount is None:
        return ""
    if amount.low is None or amount.high is None:
        return MASKED if units.masked else "some, amount not known"
    words = units.say(amount.low, amount.high, amount.unit)
    if amount.unit == GRAMS and not units.masked:
        words += f" ({_grams(amount.low, amount.high)})"
    return f"about {words}" if amount.about else words


def _grams(low: int, high: int) -> str:
    first, last = (
        f"{(Decimal(n) / THOUSAND).quantize(Decimal('0.1'), ROUND_HALF_UP):f}".removesuffix(".0")
        for n in (low, high)
    )
    return f"{first} g" if first == last else f"{first} to {last} g"


def when_words(entry: Entry, today: int, starts: int, *, mark: str = "") -> str:
    """The day of a record and its time, in words that mean the same when they are typed back.

    A night is named by its evening. `mark` tells the time from the same one on the clock here.
    """
    moment = entry.moment
    day = moment.day(starts)
    named = {0: "today", 1: "yesterday"}.get(today - day)
    if named is None:
        return dated_words(moment, starts, mark=mark)
    clock = moment.local % DAY if moment.timed else NOON
    if clock < starts or (day < today and clock >= EVENING):
        named = "tonight" if day == today else "last night"
    words = f"{named} ({day_name(day).rpartition(' ')[0]})"
    if not moment.timed:
        return words
    return f"{words}{',' if named == 'tonight' else ' at'} {moment.clock()}{mark}"


def dated_words(moment: Moment, starts: int, *, mark: str = "") -> str:
    """A moment by its date; a time past midnight by the night that it belongs to."""
    words = day_name(moment.day(starts))
    if not moment.timed:
        return words
    night = "the night of " if moment.local % DAY < starts else ""
    return f"{night}{words} at {moment.clock()}{mark}"


def what_words(entry: Entry, substances: Mapping[str, Substance], units: Units) -> str:
    """The heart of a record in a few words."""
    substance = substances.get(entry.substance or "")
    name = own(substance.name) if substance else ""
    match entry.type:
        case EntryType.USE:
            return f"{name or 'Use'}: {amount_words(entry.amount, units)}"
        case EntryType.NONE:
            return f"{name}: none" if name else "None"
        case EntryType.URGE:
            return _urge(entry, name)
        case EntryType.STEP:
            return f"Step: {joined_own(entry.steps)}"
        case _:
            said = NOTED.get(entry.type)
            return f"{said}: {good_words(entry)}" if said else "Check-in"


def good_words(entry: Entry) -> str:
    """A good thing in the person's words, and how good it was where that is said."""
    score = "" if entry.score is None else f" ({entry.score} of 10)"
    return f"{own(entry.note or '')}{score}"


def _urge(entry: Entry, name: str) -> str:
    words = "Urge" if entry.urge is None else f"Urge {entry.urge} of 10"
    if entry.urge_after is not None:
        words += f", then {entry.urge_after}"
    if name:
        words += f" ({name})"
    if entry.minutes is not None:
        words += f", {entry.minutes} minute{'' if entry.minutes == 1 else 's'}"
    if entry.outcome:
        words += f", {OUTCOMES[entry.outcome.value]}"
    return words


def details(entry: Entry) -> list[tuple[str, str]]:
    """Everything else that a record says, by name."""
    scales = (
        ("Mood", entry.mood),
        ("Urge", entry.urge if entry.type is not EntryType.URGE else None),
        ("Anxiety", entry.anxiety),
        ("Pain", entry.pain),
    )
    found = [(name, f"{value} of 10") for name, value in scales if value is not None]
    if entry.sleep is not None:
        found.append(("Sleep", f"{entry.sleep // 60} h {entry.sleep % 60:02} min"))
    words = (
        ("Triggers", joined_own(entry.triggers)),
        ("Coping", joined_own(entry.copings)),
        ("Steps", joined_own(entry.steps) if entry.type is not EntryType.STEP else ""),
        ("Route", own(entry.route or "")),
        ("With", own(entry.company or "")),
        ("Spent", "" if entry.spend is None else f"{entry.spend / THOUSAND:.2f}"),
        ("Planned", "yes" if entry.planned else ""),
        ("Note", own(entry.note or "") if entry.type not in NOTED else ""),
        ("It gave", own(entry.gave or "")),
        ("Afterwards", own(entry.after or "")),
    )
    return found + [(name, text) for name, text in words if text]


def detail_words(entry: Entry) -> list[str]:
    """Everything else that a record says, each as a short part of a sentence."""
    return [one_line(_detail(name, text)) for name, text in details(entry)]


def _detail(name: str, text: str) -> str:
    match name:
        case "With" if text == "alone":
            return f"{text}"
        case "Planned":
            return "planned"
        case "Mood" | "Urge" | "Anxiety" | "Pain":
            return f"{name.lower()} {text.removesuffix(' of 10')}"
        case _:  # it may be an own word, so it stays whole
            return f"{SAID.get(name, name.lower())} {text}"


def one_line(text: str) -> str:
    """The beginning of a text, its lines beside each other."""
    line = " / ".join(part.strip() for part in text.splitlines() if part.strip())
    return shortened(line, SHORT)


def saved(
    entries: Sequence[Entry],
    substances: Mapping[str, Substance],
    units: Units,
    today: int,
    starts: int,
    *,
    mark: str = "",
) -> str:
    """The line that says all that was saved at once, in the person's own words where they help."""
    number = f"#{entries[0].id}"
    label = number if len(entries) == 1 else f"{number} to #{entries[-1].id}"
    when = [when_words(entry, today, starts, mark=mark) for entry in entries]
    together = len(set(when)) == 1
    told = [
        _said(entry, substances, units) + ("" if together else f", {moment}")
        for entry, moment in zip(entries, when, strict=True)
    ]
    rest = detail_words(entries[0])
    between = "; " if any(", " in part for part in rest) else ", "  # a list has its own commas
    words = between.join(["; ".join(told), *rest, *(when[:1] if together else [])])
    return f"Saved {label}. {words}."


def _said(entry: Entry, substances: Mapping[str, Substance], units: Units) -> str:
    """What it was as the person said it, with the number that was understood."""
    typed = entry.amount.typed if entry.amount and entry.amount.unit == GRAMS else ""
    if not any(letter.isalpha() for letter in typed) or f"{typed} ".lower().startswith("alcohol "):
        return what_words(entry, substances, units)
    words, _, grams = amount_words(entry.amount, units).partition(" (")
    return f"{own(typed)} ({words}{', ' if grams else ''}{grams.removesuffix(')')})"


def counted_in(drink: Drink) -> str:
    """The line that says, once, whose standard drinks are used and how to change that."""
    grams = int(drink.grams * THOUSAND)
    other = "GB" if drink.country == "US" else "US"
    return (
        f"Drinks are counted in {drink.many} ({_grams(grams, grams)} each). "
        f"To use another country's: hrjournal config country {other}"
    )


def alcohol_free(country: str) -> str:
    """The line that says what a drink without alcohol counts as."""
    word = FREE_WORDS.get(country, "alcohol-free")
    return f"Up to 0.5% counts as {word}: a kinder step, not a drink. It adds nothing to the day."


def saved_none(
    numbers: Sequence[int], names: Sequence[str], day: str, *, left: bool = False
) -> str:
    """The line that says which substances a none covers, and whether others are `left` out."""
    label = f"#{numbers[0]}" if len(numbers) == 1 else f"#{numbers[0]} to #{numbers[-1]}"
    if not names:
        return f"Saved {label}. None, {day}. Nothing {'else ' if left else ''}used."
    return f"Saved {label}. None, {day}: {_joined([f'{own(name)}' for name in names])}."


def left_alone(used: Sequence[Substance], medicines: Sequence[Substance]) -> list[str]:
    """What a day without leaves as it stands: what was used that day, and medicines."""
    lines = []
    if used:
        names = _joined([f"{own(substance.name)}" for substance in used])
        lines.append(f"{names}: written as used that day, so that stays.")
    if medicines:
        names = _joined([f"{own(substance.name)}" for substance in medicines])
        lines.append(
            f"{names}: your medicine, so it was left out. For a missed dose: hrjournal none "
            f"{own(medicines[0].name)}"
        )
    return lines


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def back_in_sight(substance: Substance) -> str:
    """Said when something that was hidden is logged again."""
    return f"{own(substance.name)} is back in sight, as you logged it again."


def later_word(now: EntryType) -> str:
    """Said when a day now says something else than before."""
    before = "none" if now is EntryType.USE else "use"
    return f"This replaces the {before} you logged for that day. Undo brings it back."
