"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.win import (
    MILLION,
    NO_FIGURES,
    BaselineKind,
    Figure,
    Grade,
    WinGroup,
    WinMeasure,
)
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DateRange, DayUse, History
    from hrjournal.domain.substances.substance import Kind
    from hrjournal.domain.summary.sections import Section
    from hrjournal.domain.win import Yardstick
    from hrjournal.report.baseline import Course
    from hrjournal.report.baseline.gaps import Gaps


class PersonDay(NamedTuple):
    """One day in the whole of a journal."""

    history: History
    day: int
    courses: Mapping[str, Course]  # of everything that is not a treatment
    yardstick: Yardstick

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records of the day that say more than an amount."""
        return self.history.records.get(self.day, ())

    def piece(self, unit: str) -> int:
        """Thousandths of a unit in one as it is shown: a drink, a joint, a milligram."""
        return self.yardstick.drink if unit == GRAMS else THOUSAND


class SubstanceDay(NamedTuple):
    """One substance on one day."""

    scene: PersonDay
    course: Course
    gaps: Gaps

    @property
    def day(self) -> int:
        """The day looked at."""
        return self.scene.day

    @property
    def kind(self) -> Kind:
        """What kind of substance it is."""
        return self.course.substance.kind

    @property
    def now(self) -> DayUse | None:
        """What is written of the substance on the day."""
        return self.course.day(self.day)

    @property
    def used(self) -> DayUse | None:
        """The same, if there was use."""
        return self.now if self.now and self.now.used else None


class Finding(NamedTuple):
    """That a rule holds: against what, by which figures, and how often luck alone would do it.

    `chance` is in millionths, 0 where it means nothing.
    """

    figures: Mapping[str, Figure] = NO_FIGURES
    against: BaselineKind = BaselineKind.NOTHING
    chance: int = 0
    substance: str | None = None  # of a rule about the person, when it is about one after all


class WinRule(NamedTuple):
    """What makes a win, with the sentence that tells it.

    The sentence is filled by the page: `{name}`, `{weekday}` and any figure, with `:amount`,
    `:clock` and the like for how to say it. A `guarded` one waits while a full notice about a
    sudden stop is due. A summary tells of it only where its section is in.
    """

    id: str
    grade: Grade
    group: WinGroup
    measure: WinMeasure
    section: Section
    template: str
    guarded: bool = False


OfSubstance = Callable[[SubstanceDay], Iterable[Finding]]
OfPerson = Callable[[PersonDay], Iterable[Finding]]

RULES: dict[str, WinRule] = {}
ACTS: list[tuple[WinRule, OfPerson]] = []
ACTS_WITH: list[tuple[WinRule, OfSubstance]] = []  # acts with one substance
FACTS: list[tuple[WinRule, OfSubstance]] = []  # of a day that is over


def act(
    identity: str, *, group: WinGroup, section: Section, says: str
) -> Callable[[OfPerson], OfPerson]:
    """Declares something that a person did, which holds as soon as it is written."""

    def declare(function: OfPerson) -> OfPerson:
        ACTS.append((_act(identity, group, section, says), function))
        return function

    return declare


def act_with(
    identity: str, *, group: WinGroup, section: Section, says: str
) -> Callable[[OfSubstance], OfSubstance]:
    """Declares something that a person did with one substance, which holds at once."""

    def declare(function: OfSubstance) -> OfSubstance:
        ACTS_WITH.append((_act(identity, group, section, says), function))
        return function

    return declare


def _act(identity: str, group: WinGroup, section: Section, says: str) -> WinRule:
    measure = WinMeasure.URGE if group is WinGroup.URGES else WinMeasure.STEP
    return enter(WinRule(identity, Grade.DID, group, measure, section, template=says))


def fact(
    identity: str,
    *,
    group: WinGroup,
    measure: WinMeasure,
    section: Section,
    says: str,
    guarded: bool = False,
) -> Callable[[OfSubstance], OfSubstance]:
    """Declares a fact of rank about one substance on a day that is over."""

    def declare(function: OfSubstance) -> OfSubstance:
        made = WinRule(
            identity,
            grade=Grade.HAPPENED,
            group=group,
            measure=measure,
            section=section,
            template=says,
            guarded=guarded,
        )
        FACTS.append((enter(made), function))
        return function

    return declare


def enter(declared: WinRule) -> WinRule:
    """Keeps a rule under its name."""
    RULES[declared.id] = declared
    return declared


def one_in(count: int, ways: int = 1) -> int:
    """A chance of `ways` in `count`, in millionths."""
    return (2 * ways * MILLION + count) // (2 * count)


def window(name: str, days: DateRange, counted: int) -> dict[str, Figure]:
    """The ends of a window and the days that a figure of it rests on."""
    return {f"{name}_from": days.start, f"{name}_to": days.end - 1, f"{name}_days": counted}
