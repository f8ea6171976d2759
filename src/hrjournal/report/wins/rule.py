"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hrjournal.domain.win import NO_FIGURES, BaselineKind, Figure, Size, WinGroup
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Kind
    from hrjournal.domain.summary.sections import Section
    from hrjournal.domain.win import HeavyDayThresholds
    from hrjournal.report.baseline import Course, WindowPair
    from hrjournal.report.baseline.gaps import Gaps
    from hrjournal.report.safety.stops import SuddenStopDetector

SUBSTITUTION = "substitution"

USUAL = (BaselineKind.USUAL,)
EITHER = (BaselineKind.USUAL, BaselineKind.START)
ITSELF = (BaselineKind.NOTHING,)


class PersonDay(NamedTuple):
    """One day in the whole of a journal."""

    history: History
    day: int
    courses: Mapping[str, Course]  # of everything that is not a treatment
    yardstick: HeavyDayThresholds

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records of the day that say more than an amount."""
        return self.history.records.get(self.day, ())


class SubstanceDay(NamedTuple):
    """One substance on one day."""

    scene: PersonDay
    course: Course
    stop: SuddenStopDetector
    gaps: Gaps
    pairs: tuple[
        WindowPair, ...
    ]  # the latest 7 days beside the usual and the start; none while open

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
    """That a rule holds: against what, how much, and on what it rests."""

    since: int
    figures: Mapping[str, Figure] = NO_FIGURES
    against: BaselineKind = BaselineKind.NOTHING
    size: Size = Size.UNSAID
    rests: int = 1
    substance: str | None = None  # of a rule about the person, when it is about one after all


class WinRule(NamedTuple):
    """What makes a win, with the sentence that tells it.

    The sentence is filled by the page: `{name}`, `{less}` and any figure, with `:amount`,
    `:clock` and the like for how to say it. `every` is how many days lie at least between two
    wins of the rule. A win with a guard stands back while that guard is due. A summary tells of
    it only where its section is in.
    """

    id: str
    group: WinGroup
    section: Section
    template: str
    against: tuple[BaselineKind, ...] = ITSELF
    guards: tuple[str, ...] = ()
    every: int = 1
    at_once: bool = False  # whether it can be said before the day is over


OfSubstance = Callable[[SubstanceDay], Iterable[Finding]]
OfPerson = Callable[[PersonDay], Iterable[Finding]]

RULES: dict[tuple[str, BaselineKind], WinRule] = {}
OF_SUBSTANCE: list[tuple[WinRule, OfSubstance]] = []
OF_PERSON: list[tuple[WinRule, OfPerson]] = []


def rule(
    identity: str,
    *,
    group: WinGroup,
    section: Section,
    says: str,
    against: tuple[BaselineKind, ...] = ITSELF,
    guards: tuple[str, ...] = (),
    every: int = 1,
) -> Callable[[OfSubstance], OfSubstance]:
    """Declares a rule about one substance on a day that is over."""

    def declare(function: OfSubstance) -> OfSubstance:
        declared = WinRule(
            identity,
            group=group,
            section=section,
            template=says,
            against=against,
            guards=guards,
            every=every,
        )
        OF_SUBSTANCE.append((_enter(declared), function))
        return function

    return declare


def rule_at_once(
    identity: str, *, group: WinGroup, section: Section, says: str, guards: tuple[str, ...] = ()
) -> Callable[[OfSubstance], OfSubstance]:
    """Declares a rule about one substance that holds as soon as it is written."""

    def declare(function: OfSubstance) -> OfSubstance:
        declared = WinRule(identity, group, section, says, guards=guards, at_once=True)
        OF_SUBSTANCE.append((_enter(declared), function))
        return function

    return declare


def step_rule(
    identity: str, *, group: WinGroup, section: Section, says: str
) -> Callable[[OfPerson], OfPerson]:
    """Declares a rule about what a person did, which holds as soon as it is written."""

    def declare(function: OfPerson) -> OfPerson:
        OF_PERSON.append((_enter(WinRule(identity, group, section, says, at_once=True)), function))
        return function

    return declare


def life_rule(
    identity: str, *, group: WinGroup, section: Section, says: str
) -> Callable[[OfPerson], OfPerson]:
    """Declares a rule about the latest 7 days of a person beside their usual."""

    def declare(function: OfPerson) -> OfPerson:
        OF_PERSON.append(
            (_enter(WinRule(identity, group, section, says, USUAL, every=7)), function)
        )
        return function

    return declare


def _enter(declared: WinRule) -> WinRule:
    for against in declared.against:
        RULES[declared.id, against] = declared
    return declared
