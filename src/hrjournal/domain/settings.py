"""What a person can choose: each choice is read strictly and kept in one plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.substance import even, fold
from hrjournal.domain.win import HeavyDayThresholds
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrjournal.domain.substances.substance import Substance

WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
LONGEST_NAME: Final = 80
LEVELS: Final = {"20/40/60": (20_000, 40_000, 60_000), "40/60/100": (40_000, 60_000, 100_000)}


NOTICES: Final = {
    "mixing": "what you took close together and what that can do",
    "opioid_break": "lower tolerance after days without an opioid",
    "sudden_stop": "a sudden stop after near-daily use that can be dangerous",
    "depressant_break": "lower tolerance after weeks without alcohol, pills or GHB",
    "stimulant_break": "lower tolerance after weeks without a stimulant",
    "rise": "more of something that slows breathing while another is taken daily",
    "naloxone": "naloxone that nears its date",
    "alone": "what helps when you use an opioid alone",
}
PRESCRIBED: Final = "prescribed"
DAY_TOTALS: Final = "day_totals"
OWN_NAMES: Final = (PRESCRIBED, DAY_TOTALS)  # name substances; set by hrjournal substances
NOBODY: Final = "none"  # a list of names that holds none
NOT: Final = "not "  # stands before a name that is said not to be one of them
PARTS: Final = ("written", "week", "wins", "hints")  # of the today page
CHECKIN_QUESTIONS: Final = ("mood", "urge", "sleep", "anxiety", "pain", "triggers", "note")
PAUSES: Final = ("off", "numbers", "mood", "quiet")


class SettingSpec(NamedTuple):
    """Something to choose: what it means, what holds when nothing is chosen, how it is read."""

    meaning: str
    usual: str
    read: Callable[[str], str]


def _country(text: str) -> str:
    code = text.strip().upper()
    if not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        raise UsageError(
            "Write a country by its name or its two letters, such as Germany, US or GB."
        )
    return code


def _day_start(text: str) -> str:
    word = text.strip().lower().replace(".", "").replace(" ", "")
    hours, colon, minutes = word.removesuffix("am").partition(":")
    if word.endswith("am"):
        hours, minutes = "0" if hours == "12" else hours, minutes or ("" if colon else "00")
    plain = (hours + minutes).isascii() and (hours + minutes).isdigit()
    if not (hours and plain and len(minutes) == 2 and int(hours) < 12 and int(minutes) < 60):
        raise UsageError("The start of a day is a time from 00:00 to 11:59, such as 04:00 or 4am.")
    return f"{int(hours):02}:{minutes}"


def _week_start(text: str) -> str:
    word = text.strip().lower()
    found = [day for day in WEEKDAYS if len(word) >= 2 and day.startswith(word)]
    if len(found) != 1:
        raise UsageError("The start of a week is a day, such as monday or sunday.")
    return found[0]


def _grams(text: str) -> str:
    """The number of grams, without the word for them."""
    word = text.strip().lower()
    for unit in ("grams", "gram", "g"):
        if word.endswith(unit):
            return word.removesuffix(unit).strip()
    return word


def _heavy(text: str) -> str:
    grams = _grams(text)
    if not (grams.isascii() and grams.isdigit() and 0 < int(grams) < 1000):
        raise UsageError("A heavy day is written in grams or drinks, such as 60g or 5 drinks.")
    return str(int(grams))


def _switch(text: str) -> str:
    word = text.strip().lower()
    if word not in {"on", "off"}:
        raise UsageError("This is either on or off.")
    return word


def _yes_or_no(text: str) -> str:
    word = text.strip().lower()
    if word not in {"yes", "no"}:
        raise UsageError("This is either yes or no.")
    return word


def _drink_size(text: str) -> str:
    if text.strip().lower() == "country":
        return "country"
    grams = _grams(text).replace(",", ".")
    whole, _, part = grams.partition(".")
    plain = (whole + part).isascii() and (whole + part).isdigit() and len(part) <= 1
    if not (plain and whole and 1 <= float(grams) <= 100):
        raise UsageError("A drink is 1 to 100 grams of pure alcohol, such as 10 or 14, or country.")
    return f"{int(whole)}.{part}" if part.strip("0") else f"{int(whole)}"


def _some_of(known: Sequence[str], none: str) -> Callable[[str], str]:
    """Reads names of a list, parted by commas or spaces; `none` stands for no name at all."""

    def read(text: str) -> str:
        words = text.lower().replace(",", " ").split()
        if words == [none]:
            return none
        if not words or not set(words) <= set(known):
            raise UsageError(f"Any of these, or {none}: {', '.join(known)}.")
        return " ".join(name for name in known if name in words)

    return read


def _own_names(text: str) -> str:
    """Names of substances, with commas between; `none` stands for no name at all."""
    names = [fold(name) for name in text.split(",") if name.strip()]
    longest = LONGEST_NAME + len(NOT)
    if not names or any(len(name) > longest or sanitize(name) != name for name in names):
        raise UsageError("Write names with commas between, such as methadone,diazepam, or none.")
    return ",".join(dict.fromkeys(names))


def _pause(text: str) -> str:
    word = text.strip().lower()
    if word not in PAUSES:
        raise UsageError(f"A pause is one of: {', '.join(PAUSES)}.")
    return word


def _levels(text: str) -> str:
    if text.strip() not in LEVELS:
        raise UsageError(f"The levels are one of: {', '.join(LEVELS)} (grams a day).")
    return text.strip()


SETTINGS: Final[Mapping[str, SettingSpec]] = {
    "country": SettingSpec("sets the size of a standard drink", "US", _country),
    "day_starts_at": SettingSpec("when one day ends and the next begins", "04:00", _day_start),
    "week_starts_on": SettingSpec("the first day of a week in tables", "monday", _week_start),
    "heavy_day": SettingSpec("from how many grams of alcohol a day counts as heavy", "56", _heavy),
    "who_levels": SettingSpec("the set of WHO levels, in grams a day", "20/40/60", _levels),
    "drink_size": SettingSpec("grams in a drink of yours, or country", "country", _drink_size),
    "plain": SettingSpec("everything in plain lines, as with --plain", "off", _switch),
    "discreet": SettingSpec("names and amounts masked on the screen", "off", _switch),
    "today_shows": SettingSpec("the parts of today", " ".join(PARTS), _some_of(PARTS, "nothing")),
    "checkin_questions": SettingSpec(
        "what checkin asks you", "mood urge", _some_of(CHECKIN_QUESTIONS, "none")
    ),
    "notices_off": SettingSpec(
        "safety notices that stay silent", "none", _some_of(tuple(NOTICES), "none")
    ),
    "withdrawal_history": SettingSpec(
        "epilepsy, or a seizure or confusion when you stopped before", "no", _yes_or_no
    ),
    PRESCRIBED: SettingSpec(
        "medicines that are prescribed to you (not NAME for one that is not)", NOBODY, _own_names
    ),
    DAY_TOTALS: SettingSpec("what you write as one total for the day", "cigarettes", _own_names),
    "pause": SettingSpec("what rests for a while: numbers, all but mood, or hints", "off", _pause),
}


CHOICES: Final = tuple(name for name in SETTINGS if name not in OWN_NAMES)  # of hrjournal config


class Preferences(NamedTuple):
    """What holds for one person: their choices, and the usual for the rest."""

    values: Mapping[str, str]

    def value(self, key: str) -> str:
        """A choice in the form in which it is kept and shown."""
        return self.values.get(key) or SETTINGS[key].usual

    def on(self, key: str) -> bool:
        """Whether a switch is on."""
        return self.value(key) == "on"

    def names(self, key: str) -> tuple[str, ...]:
        """The names of a list that was chosen from."""
        return tuple(self.value(key).split())

    def own_names(self, key: str) -> frozenset[str]:
        """The person's own names in a list, evened so that another spelling is found too."""
        return frozenset(even(name) for name in self.value(key).split(",")) - {NOBODY}

    def is_prescribed(self, substance: Substance) -> bool:
        """Whether it is a prescribed medicine: a treatment is, unless said otherwise."""
        named, name = self.own_names(PRESCRIBED), even(listed_name(substance.key))
        denied = even(f"{NOT}{name}") in named
        return name in named or (substance.kind.medicine and not denied)

    def is_day_total(self, substance: Substance) -> bool:
        """Whether it is written as one total for the day, so that its times say little."""
        return even(listed_name(substance.key)) in self.own_names(DAY_TOTALS)

    @property
    def country(self) -> str:
        """Code of the country whose standard drink is used."""
        return self.value("country")

    @property
    def day_start(self) -> int:
        """Seconds after midnight at which a day starts."""
        hours, minutes = self.value("day_starts_at").split(":")
        return int(hours) * 3600 + int(minutes) * 60

    @property
    def week_start(self) -> int:
        """First day of a week, Monday being 0."""
        return WEEKDAYS.index(self.value("week_starts_on"))

    @property
    def heavy_day_thresholds(self) -> HeavyDayThresholds:
        """What makes a day heavy, and the WHO levels."""
        return HeavyDayThresholds(
            heavy=int(self.value("heavy_day")) * 1000, levels=LEVELS[self.value("who_levels")]
        )


def listed_name(key: str) -> str:
    """The key of a substance as it stands in a list of names, where a comma parts two."""
    return " ".join(key.replace(",", " ").split())


def relisted(value: str, key: str, *new: str) -> str:
    """A list of own names in which these stand for what it said of a substance."""
    name = even(listed_name(key))
    about = {name, even(f"{NOT}{name}"), NOBODY}
    kept = [one for one in value.split(",") if even(one) not in about]
    return ",".join(dict.fromkeys((*kept, *map(listed_name, new)))) or NOBODY


def renamed(value: str, old: str, new: str) -> str:
    """A list of own names in which a substance goes by its new key."""
    named, name = frozenset(map(even, value.split(","))), even(listed_name(old))
    if name in named:
        return relisted(value, old, new)
    return relisted(value, old, f"{NOT}{new}") if even(f"{NOT}{name}") in named else value


def is_readable(key: str, value: str) -> bool:
    """Whether a value that is kept means what its key is for; what is no choice always does."""
    try:
        return key not in SETTINGS or SETTINGS[key].read(value) == value
    except (UsageError, ValueError, AttributeError):
        return False


def parse_setting(key: str, text: str) -> str:
    """A choice in the form in which it is kept.

    Raises:
        UsageError: when there is no such choice, or it cannot be read.
    """
    if key not in SETTINGS:
        raise UsageError(f"There is nothing to set by that name. There is: {', '.join(CHOICES)}.")
    return SETTINGS[key].read(text)
