"""A win in words and as data: its rule's own sentence, filled with its figures."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.settings import WEEKDAYS
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.win import MILLION, OPIOID_BREAK, BaselineKind, WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.wins.families import RULES
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Figure, Win


BEFORE: Final = {
    BaselineKind.USUAL: "in the weeks before",
    BaselineKind.START: "at your start",
    BaselineKind.NOTHING: "",
}
ALSO: Final = {
    WinMeasure.AMOUNT: "{now} a day, was {then}",
    WinMeasure.DAYS: "Days used: {now} a week, was {then}",
    WinMeasure.HEAVY_DAYS: "Heavy days: {now} a week, was {then}",
    WinMeasure.LARGEST: "Largest day: {now}, was {then}",
}
LEVELS: Final = {1: "one WHO level", 2: "two WHO levels", 3: "three WHO levels"}
MINUTE: Final = 60
HOUR: Final = 3600
WEEK: Final = 7


def sentence(
    win: Win, substances: Mapping[str, Substance], units: Units, *, heard: bool = False
) -> str:
    """What a win says, with the figures that were compared.

    With `heard`, a notice beside it has said already that tolerance is lower.
    """
    if heard:
        win = win._replace(
            figures={name: one for name, one in win.figures.items() if name != OPIOID_BREAK}
        )
    rule = RULES.get(win.rule)
    if rule is None:  # a rule that an older or newer version of the program knew
        return "A small win, as it was written down then."
    told = _Filled(win, substances, units)
    return rule.template.format_map(told) + told.beside()


def win_data(win: Win, substances: Mapping[str, Substance], units: Units) -> dict[str, Any]:
    """A win as plain JSON values; amounts are thousandths of the figure `unit`.

    One that is found for a page alone, and not kept, has no number.
    """
    substance = substances.get(win.substance or "")
    return {
        "id": win.id or None,
        "day": _iso(win.day),
        "grade": win.grade.value,
        "rule": win.rule,
        "group": win.group.value,
        "substance": own(substance.name) if substance else None,
        "against": win.baseline.value or None,
        "measure": win.measure.value,
        "window": _window(win, "now") or {"from": _iso(win.day), "to": _iso(win.day)},
        "compared": _window(win, "then"),
        "figures": {name: _figure(name, value, substances) for name, value in win.figures.items()},
        "chance": win.chance / MILLION if win.chance else None,
        "told": win.told,
        "sentence": sentence(win, substances, units),
    }


def _figure(name: str, value: float | str, substances: Mapping[str, Substance]) -> float | str:
    """A figure as it is; a substance by its name, and own words as such."""
    if name == "rose":
        return own(substances[str(value)].name) if value in substances else ""
    return own(value) if isinstance(value, str) else value


def _window(win: Win, part: str) -> dict[str, str] | None:
    ends = (win.figures.get(f"{part}_from"), win.figures.get(f"{part}_to"))
    first, last = ends
    if not (isinstance(first, int) and isinstance(last, int) and first > 0):
        return None
    return {"from": _iso(first), "to": _iso(last)}


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def weekday(day: int) -> str:
    """The name of a day of the week."""
    return WEEKDAYS[(day - 1) % WEEK].capitalize()


class _Filled:
    """Fills the places of a sentence; after the colon stands how a figure is said."""

    def __init__(self, win: Win, substances: Mapping[str, Substance], units: Units) -> None:
        self._win = win
        self._units = units
        self._substances = substances
        substance = substances.get(win.substance or "")
        self._name = own(substance.name) if substance else ""

    def __getitem__(self, name: str) -> _Place:
        """A word of the page, else a figure of the win."""
        words = {
            "name": lambda: self._name,
            "medicine": lambda: self._name or "treatment",
            "weekday": lambda: weekday(self._win.day),
            "rank": self._rank,
            "before": lambda: BEFORE[self._win.baseline],
            "week": self._week,
            "also": self._also,
            "tried": self._tried,
            "eased": self._eased,
            "change": self._change,
        }
        value = words[name]() if name in words else self._win.figures.get(name, "?")
        return _Place(self, value)

    def said(self, value: Figure, spec: str) -> str:
        """A figure in the words that its kind needs."""
        match spec:
            case "amount":
                return self._amount(int(value))
            case "figure":
                return self._units.figure(int(value), self._unit)
            case "gap":
                return _gap(int(value))
            case "":
                return format(value)
            case _:
                return _plain(int(value), spec)

    @property
    def _unit(self) -> str:
        return str(self._win.figures.get("unit", ""))

    def _amount(self, thousandths: int, unit: str = "") -> str:
        words = self._units.brief(thousandths, unit or self._unit)
        number, _, name = words.partition(" ")
        return number if name.casefold() == self._name.casefold() else words

    def _whole(self, name: str) -> int:
        return int(self._win.figures.get(name, 0))

    def _week(self) -> str:
        """As in `a lighter week: 9 drinks on 3 days. Usual: 13 on 4. At your start: 21 on 6`."""
        used, usual = self._whole("now_used"), self._days("then_used")
        if used:
            now = f"a lighter week: {self._amount(self._whole('now'))} on {_count(used, 'day')}"
            then = f"{self._units.figure(self._whole('then'), self._unit)}{usual}"
        else:
            now, then = "a week without", f"{self._amount(self._whole('then'))}{usual}"
        words = f"{now}. Usual: {then}."
        if "start" in self._win.figures:
            start = self._units.figure(self._whole("start"), self._unit)
            words += f" At your start: {start}{self._days('start_used')}."
        logged = self._whole("now_days")
        return words if logged == WEEK else f"{words} ({logged} of 7 days logged.)"

    def _days(self, name: str) -> str:
        days = (self._whole(name) + 5) // 10
        return f" on {days}" if days else ""

    def _also(self) -> str:
        """What else is clearly lighter beside the same weeks."""
        words = ""
        for measure in str(self._win.figures.get("also", "")).split():
            sides = {part: self._side(WinMeasure(measure), part) for part in ("now", "then")}
            words += f" {ALSO[WinMeasure(measure)].format(**sides)}."
        levels = self._whole("levels")
        return f"{words} That is {LEVELS.get(levels, 'a WHO level')} lower." if levels else words

    def _rank(self) -> str:
        """Among how many days or weeks this one is the best."""
        figures = self._win.figures
        return str(int(figures.get("then_weeks", figures.get("then_days", 0))) + 1)

    def _tried(self) -> str:
        """What was tried with an urge, as words of a list, which are typed with hyphens."""
        words = str(self._win.figures.get("strategy", "")).replace("-", " ")
        return f", with: {own(words)}" if words else ""

    def _eased(self) -> str:
        figures = self._win.figures
        return f", from {figures['then']} to {figures['now']} of 10" if "then" in figures else ""

    def _side(self, measure: WinMeasure, part: str) -> str:
        value = self._whole(f"{measure}_{part}")
        if measure in {WinMeasure.DAYS, WinMeasure.HEAVY_DAYS}:
            return _plain(value, "tenth")
        unit = str(self._win.figures.get(f"{measure}_unit", self._unit))
        return self._units.figure(value, unit) if part == "then" else self._amount(value, unit)

    def _change(self) -> str:
        """`2 US standard drinks a day, was 3`, or days of a week."""
        if self._unit:
            then = self._units.figure(self._whole("then"), self._unit)
            return f"{self._amount(self._whole('now'))} a day, was {then}"
        now, then = (_plain(self._whole(name), "tenth") for name in ("now", "then"))
        return f"{now} days a week, was {then}"

    def beside(self) -> str:
        """What goes with a win: lower tolerance after a break, another substance that rose."""
        words = ""
        if OPIOID_BREAK in self._win.figures:
            words = (
                " After days without, your body is used to less: the amount from before can be "
                "too much now."
            )
        if self._whole("so_far") > 1:
            words += f" On {self._whole('so_far')} days so far."
        rose = self._substances.get(str(self._win.figures.get("rose", "")))
        if rose is not None:
            unit = str(self._win.figures["rose_unit"])
            then = self._units.figure(self._whole("rose_then"), unit)
            now = self._amount(self._whole("rose_now"), unit)
            words += f" {own(rose.name)} went up over the same week: {now}, was {then}."
        return words


class _Place(NamedTuple):
    """What stands in a place of a sentence."""

    sentence: _Filled
    value: Figure

    def __format__(self, spec: str) -> str:
        return self.sentence.said(self.value, spec)


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _plain(value: int, spec: str) -> str:
    match spec:
        case "clock":
            return f"{value // HOUR:02}:{value % HOUR // MINUTE:02}"
        case "hours":
            return f"{value // MINUTE} h {value % MINUTE:02} min"
        case "tenth":
            return f"{value // 10}.{value % 10}".removesuffix(".0")
        case "money":
            return f"{value / THOUSAND:.2f}"
        case _:
            return str(value)


def _gap(seconds: int) -> str:
    days, hours = divmod(round(seconds / HOUR), 24)
    told = _count(hours, "hour")
    if not days:
        return told
    return f"{_count(days, 'day')} {told}" if hours else _count(days, "day")


MINE: Final = {
    **{f"{word} you": f"{word} me" for word in ("with", "for", "to", "by", "near", "beside")},
    "you are": "I am",
    "you were": "I was",
    "yourself": "myself",
    "yours": "mine",
    "your": "my",
    "you": "I",
}
SPOKEN: Final = rf"(?i)\b(?:{'|'.join(MINE)})\b"


def first_person(words: str) -> str:
    """The words with I for you."""
    return re.sub(SPOKEN, _mine, words)


def _mine(found: re.Match[str]) -> str:
    word = found[0]
    mine = MINE[word.lower()]
    return mine[0].upper() + mine[1:] if word[0].isupper() else mine
