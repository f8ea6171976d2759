"""Acts: what lowers the risk of a use, whatever its amount, and care for oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import WinGroup
from hrjournal.report.baseline import FEWEST_USES, USUAL, ExactMean, middle
from hrjournal.report.safety.tolerance import BREAK, days_without, is_opioid
from hrjournal.report.wins.rule import Finding, act, act_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.report.wins.rule import PersonDay, SubstanceDay


NALOXONE: Final = "carried-naloxone"
COMPANY: Final = "not-alone"
SMALL: Final = "small-first"
NEW: Final = "new-equipment"
ROUTES: Final = {"oral": 1, "snorted": 2, "smoked": 3, "injected": 4}
EQUIPPED: Final = frozenset({"smoked", "injected"})
STEPS: Final = {  # acts that are one word, as they are written down
    "naloxone": (NALOXONE, WinGroup.SAFER, "Had naloxone at hand."),
    "tested": ("tested", WinGroup.SAFER, "Checked what was in it."),
    "small_first": (SMALL, WinGroup.SAFER, "A small amount first."),
    "lower_risk_route": ("lower-risk-route", WinGroup.SAFER, "Chose a lower-risk way to take it."),
    "one_at_a_time": ("one-at-a-time", WinGroup.SAFER, "One thing at a time, nothing mixed."),
    "measured": ("measured", WinGroup.SAFER, "Measured it out."),
    "counted": ("counted", WinGroup.SAFER, "Kept count."),
    "set_limit": ("set-limit", WinGroup.SAFER, "Set a limit beforehand."),
    "waited": ("waited", WinGroup.SAFER, "Waited before taking more."),
    "safe_way_home": ("safe-way-home", WinGroup.SAFER, "Had a safe way home."),
    "ate": ("ate", WinGroup.CARE, "Ate something first."),
    "water": ("water", WinGroup.CARE, "Drank water along the way."),
    "cooled_down": ("cooled-down", WinGroup.CARE, "Cooled down in between."),
    "rested": ("rested", WinGroup.CARE, "Took time to rest."),
    "asked_help": ("asked-for-help", WinGroup.CARE, "Reached out to someone."),
    "alcohol_free": ("alcohol-free", WinGroup.CARE, "Had an alcohol-free drink instead."),
}


for _name, (_step, _group, _says) in STEPS.items():

    @act(_name, group=_group, section=Section.STEPS, says=_says)
    def _taken(scene: PersonDay, step: str = _step) -> Iterator[Finding]:
        """That the step was taken on the day."""
        return taken(scene, step)


@act(
    "not_alone",
    group=WinGroup.SAFER,
    section=Section.STEPS,
    says="Someone was with you each time.",
)
def not_alone(scene: PersonDay) -> Iterator[Finding]:
    """Someone there at every use of the day, or said of the day as a whole."""
    entries = all_uses(scene)
    of_day = alone_standing(scene, COMPANY)
    if entries is None:
        return
    if all(_accompanied(entry, of_day=of_day) for entry in entries) and (entries or of_day):
        yield Finding()


def _accompanied(entry: Entry, *, of_day: bool) -> bool:
    if COMPANY in entry.steps:
        return True
    return of_day if entry.company is None else entry.company != "alone"


@act(
    "sterile",
    group=WinGroup.SAFER,
    section=Section.STEPS,
    says="New equipment each time.",
)
def sterile(scene: PersonDay) -> Iterator[Finding]:
    """New equipment for every use of the day that was injected or smoked."""
    of_day = alone_standing(scene, NEW)
    needing = [entry for entry in uses(scene) if entry.route in EQUIPPED]
    if has(scene.entries, (NEW,)) and all(of_day or NEW in entry.steps for entry in needing):
        yield Finding()


@act("treatment", group=WinGroup.CARE, section=Section.STEPS, says="Took your {medicine}.")
def treatment(scene: PersonDay) -> Iterator[Finding]:
    """A treatment taken: written down as a medicine, or said as a step."""
    substances = scene.history.substances
    for key in sorted(substances):
        here = scene.history.of(key).get(scene.day)
        if substances[key].kind.medicine and here is not None and here.used:
            yield Finding(substance=key)
            return
    yield from taken(scene, "took-treatment")


@act_with(
    "safer_route",
    group=WinGroup.SAFER,
    section=Section.STEPS,
    says="{name}: a lower-risk way to take it than on most days of the last four weeks.",
)
def safer_route(look: SubstanceDay) -> Iterator[Finding]:
    """Every use of the day by a lower-risk route than the middle one of the 28 days before."""
    key = look.course.substance.key
    today = [entry for entry in uses(look.scene) if entry.substance == key]
    now = _riskiest(today) if look.used and len(today) == look.used.uses else None
    if now is None or any(entry.route not in ROUTES for entry in today):
        return
    days = look.course.use_days(DateRange(look.day - USUAL, look.day))
    ranks = [
        rank
        for day in days
        if (rank := _riskiest(one for one in uses(look.scene, day) if one.substance == key))
    ]
    if len(ranks) >= FEWEST_USES and ExactMean(now, 1).below(middle(ranks)):
        yield Finding({"then_days": len(ranks)})


def _riskiest(entries: Iterable[Entry]) -> int | None:
    """The rank of the riskiest route among uses; None where no route is known."""
    return max((ROUTES.get(entry.route or "", 0) for entry in entries), default=0) or None


@act_with(
    "safe_return",
    group=WinGroup.SAFER,
    section=Section.STEPS,
    says="{name}: you took care on the first day after {without} days without.",
)
def safe_return(look: SubstanceDay) -> Iterator[Finding]:
    """A first use of an opioid after 3 days without or more, with a step that makes it safer."""
    if not (look.used and is_opioid(look.kind)):
        return
    without = days_without(look.course, look.day - 1)
    key = look.course.substance.key
    records = [
        entry
        for entry in look.scene.entries
        if entry.substance == key or (entry.substance is None and entry.type is EntryType.STEP)
    ]
    careful = has(records, (SMALL, COMPANY, NALOXONE)) or any(
        entry.type is EntryType.USE and entry.company not in {None, "alone"} for entry in records
    )
    if without >= BREAK and careful:
        yield Finding({"without": without})


def uses(scene: PersonDay, day: int | None = None) -> Sequence[Entry]:
    """The uses among the records of a day; treatments are not among them."""
    records = scene.history.records.get(scene.day if day is None else day, ())
    return [
        entry
        for entry in records
        if entry.type is EntryType.USE and entry.substance in scene.courses
    ]


def all_uses(scene: PersonDay, day: int | None = None) -> Sequence[Entry] | None:
    """The uses of a day, or None where more of them are counted than are told one by one."""
    at = scene.day if day is None else day
    entries = uses(scene, at)
    counted = sum(here.uses for course in scene.courses.values() if (here := course.day(at)))
    return entries if len(entries) >= counted else None


def alone_standing(scene: PersonDay, step: str) -> bool:
    """Whether a step was written for the day by itself, beside no use."""
    return any(entry.type is not EntryType.USE and step in entry.steps for entry in scene.entries)


def taken(scene: PersonDay, *steps: str) -> Iterator[Finding]:
    """That one of these steps was taken on the day."""
    if has(scene.entries, steps):
        yield Finding()


def has(entries: Iterable[Entry], steps: Iterable[str]) -> bool:
    """Whether one of these steps stands with one of these records."""
    return any(step in entry.steps for entry in entries for step in steps)
