"""A win in words and as data: its rule's own sentence, filled with its figures."""

from __future__ import annotations

import re
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.win import BaselineKind, Size, WinGroup
from hrjournal.report.wins import RULES
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win


ORDER: Final = list(WinGroup)
AGAINST: Final = {
    BaselineKind.USUAL: "your usual",
    BaselineKind.START: "your start",
    BaselineKind.NOTHING: "",
}
SIZES: Final = {
    Size.LITTLE: "a little ",
    Size.SOME: "some way ",
    Size.LOT: "a lot ",
    Size.VERY: "very much ",
    Size.UNSAID: "",
}
COMPARED: Final = {
    "less": "less than",
    "seldomer": "less often than",
    "fewer": "fewer",
    "longer": "longer than",
    "higher": "higher than",
    "lower": "lower than",
    "slower": "slower than",
}
MINUTE: Final = 60
HOUR: Final = 3600


def choose(wins: Sequence[Win], most: int = 3) -> tuple[Win, ...]:
    """The wins for a screen that is not theirs: of the most different groups, safer first."""
    left = sorted(wins, key=lambda win: (ORDER.index(win.group), -win.day, win.id))
    chosen: list[Win] = []
    while left and len(chosen) < most:
        groups = {win.group for win in chosen}
        rules = {win.rule for win in chosen}
        best = next(
            (win for win in left if win.group not in groups),
            next((win for win in left if win.rule not in rules), left[0]),
        )
        chosen.append(best)
        left.remove(best)
    return tuple(chosen)


def sentence(win: Win, substances: Mapping[str, Substance], units: Units) -> str:
    """What a win says, with its size in words and the days that it rests on."""
    rule = RULES.get((win.rule, win.baseline))
    if rule is None:  # a rule that an older or newer version of the program knew
        return "A small win, as it was written down then."
    return _Filled(win, substances, units).vformat(rule.template, (), {}) + _beside(win)


def win_data(win: Win, substances: Mapping[str, Substance], units: Units) -> dict[str, Any]:
    """A win as plain JSON values; amounts are thousandths of the figure `unit`.

    One that is found for a page alone, and not kept, has no number.
    """
    substance = substances.get(win.substance or "")
    return {
        "id": win.id or None,
        "day": date.fromordinal(win.day).isoformat(),
        "since": date.fromordinal(win.since).isoformat(),
        "rule": win.rule,
        "group": win.group.value,
        "substance": own(substance.name) if substance else None,
        "against": win.baseline.value or None,
        "size": win.size.value or None,
        "rests_on_days": win.rests,
        "sentence": sentence(win, substances, units),
        "figures": {
            name: own(value) if isinstance(value, str) else value
            for name, value in win.figures.items()
        },
    }


def _beside(win: Win) -> str:
    """What goes with a win: lower tolerance after a break, another substance that rose."""
    words = ""
    if "opioid_break" in win.figures:
        words += (
            " After days without, tolerance is lower: the amount from before can be too much now."
        )
    if "rose" in win.figures:
        words += f" I notice that {own(str(win.figures['rose']))} rose."
    return words


class _Filled(Formatter):
    """Fills the places of a sentence; after the colon stands how a figure is said."""

    def __init__(self, win: Win, substances: Mapping[str, Substance], units: Units) -> None:
        self._win = win
        self._units = units
        substance = substances.get(win.substance or "")
        self._words = {
            "name": own(substance.name) if substance else "",
            "against": AGAINST[win.baseline],
            "size": win.size.value,
            "rests": str(win.rests),
            "days": _days(win),
            **{name: SIZES[win.size] + words for name, words in COMPARED.items()},
        }

    def get_value(self, key: int | str, _args: Sequence[Any], _named: Mapping[str, Any]) -> Any:
        """A word of the page, else a figure of the win."""
        if key == "change":
            return key
        return self._words.get(str(key), self._win.figures.get(str(key), "?"))

    def format_field(self, value: Any, format_spec: str) -> str:
        """A figure in the words that its kind needs."""
        if value == "change":
            return self._change(format_spec)
        match format_spec:
            case "amount" | "figure":
                return self._amount(int(value), figure=format_spec == "figure")
            case "gap":
                return _gap(int(value), timed=bool(self._win.figures.get("timed")))
            case "":
                return format(value)
            case "words":  # those of a list, which are typed with hyphens
                return f"{own(str(value).replace('-', ' '))}"
            case _:
                return _plain(int(value), format_spec)

    def _change(self, each: str) -> str:
        """`2 US standard drinks a day, was 3`."""
        now, then = (int(self._win.figures[name]) for name in ("now", "then"))
        end = f" {each}" if each else ""
        return f"{self._amount(now)}{end}, was {self._amount(then, figure=True)}"

    def _amount(self, thousandths: int, *, figure: bool = False) -> str:
        unit = str(self._win.figures.get("unit", ""))
        if figure:
            return self._units.figure(thousandths, unit)
        return self._units.say(thousandths, thousandths, unit)


def _days(win: Win) -> str:
    """`6 of 7 days written, 24 of 28 before`."""
    figures = win.figures
    known = " with a known amount" if figures.get("now_left") or figures.get("then_left") else ""
    span = f" of {figures['now_span']}" if "now_span" in figures else ""
    now = f"{figures.get('now_days', win.rests)}{span} days written{known}"
    if "then_from" not in figures:
        return f"{now}, beside your own estimate"
    before = f" of {figures['then_span']}" if "then_span" in figures else ""
    where = "at your start" if win.baseline is BaselineKind.START else "before"
    return f"{now}, {figures.get('then_days', '?')}{before} {where}"


def _plain(value: int, spec: str) -> str:
    match spec:
        case "clock":
            return f"{value // HOUR:02}:{value % HOUR // MINUTE:02}"
        case "hours":
            return f"{value // MINUTE} h {value % MINUTE:02} min"
        case "tenth":
            return f"{value // 10}.{value % 10}"
        case "money":
            return f"{value / THOUSAND:.2f}"
        case _:
            return str(value)


def _gap(seconds: int, *, timed: bool) -> str:
    days, hours = divmod(round(seconds / HOUR), 24)
    words = f"{days} day" if days == 1 else f"{days} days"
    if not timed or not hours:
        return words
    told = f"{hours} hour" if hours == 1 else f"{hours} hours"
    return f"{words} {told}" if days else told


MINE: Final = {
    "you are": "I am",
    "you were": "I was",
    "yourself": "myself",
    "yours": "mine",
    "your": "my",
    "you": "I",
}
SPOKEN: Final = re.compile(rf"\b(?:{'|'.join(MINE)})\b", re.IGNORECASE)


def first_person(words: str) -> str:
    """The words with I for you."""
    return SPOKEN.sub(_mine, words)


def _mine(found: re.Match[str]) -> str:
    word = found[0]
    mine = MINE[word.lower()]
    return mine[0].upper() + mine[1:] if word[0].isupper() else mine
