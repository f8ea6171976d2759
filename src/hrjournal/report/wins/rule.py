"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.win import Against, Figure, Group, Size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hrjournal.domain.entry import Entry
    from hrjournal.domain.history import Day, History
    from hrjournal.domain.substance import Kind
    from hrjournal.domain.win import Yardstick
    from hrjournal.report.baseline import Course, Pair
    from hrjournal.report.guards import Stop

SUDDEN_STOP = "sudden_stop"
OPIOID_BREAK = "opioid_break"
SUBSTITUTION = "substitution"

USUAL = (Against.USUAL,)
EITHER = (Against.USUAL, Against.START)
ITSELF = (Against.NOTHING,)


class Scene(NamedTuple):
    """One day in the whole of a journal."""

    history: History
    day: int
    courses: Mapping[str, Course]  # of everything that is not a treatment
    yardstick: Yardstick

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records of the day that say more than an amount."""
        return self.history.records.get(self.day, ())


class Look(NamedTuple):
    """One substance on one day."""

    scene: Scene
    course: Course
    stop: Stop
    pairs: tuple[Pair, ...]  # the latest 7 days beside the usual and the start; none while open

    @property
    def day(self) -> int:
        """The day looked at."""
        return self.scene.day

    @property
    def kind(self) -> Kind:
        """What kind of substance it is."""
        return self.course.substance.kind

    @property
    def now(self) -> Day | None:
        """What is written of the substance on the day."""
        return self.course.day(self.day)

    @property
    def used(self) -> Day | None:
        """The same, if there was use."""
        return self.now if self.now and self.now.used else None


class Finding(NamedTuple):
    """That a rule holds: against what, how much, and on what it rests."""

    since: int
    figures: Mapping[str, Figure] = {}
    against: Against = Against.NOTHING
    size: Size = Size.UNSAID
    rests: int = 1
    substance: str | None = None  # of a rule about the person, when it is about one after all


class Rule(NamedTuple):
    """What makes a win, with the sentence that tells it.

    The sentence is filled by the page: `{name}`, `{less}` and any figure, with `:amount`,
    `:clock` and the like for how to say it. `every` is how many days lie at least between two
    wins of the rule. A win with a guard stands back while that guard is due.
    """

    id: str
    group: Group
    says: str
    against: tuple[Against, ...] = ITSELF
    guards: tuple[str, ...] = ()
    every: int = 1
    at_once: bool = False  # whether it can be said before the day is over


RULES: dict[tuple[str, Against], Rule] = {}
OF_SUBSTANCES: list[tuple[Rule, Callable[[Look], Iterable[Finding]]]] = []
OF_PEOPLE: list[tuple[Rule, Callable[[Scene], Iterable[Finding]]]] = []


def rule[T](x: T) -> T:  # placeholder
    return x
