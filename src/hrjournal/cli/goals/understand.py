"""The words of a goal, read with what this journal knows; asking at a terminal where unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli import arguments
from hrjournal.cli.entries.spoken import KnownWords
from hrjournal.cli.entries.understand import Reader
from hrjournal.cli.goals.followed import followed
from hrjournal.domain.goals.goal import OF_USE, GoalKind, GoalVersion
from hrjournal.domain.goals.reading import GoalVocabulary, read_goal
from hrjournal.domain.time.parse_moment import time_on_date
from hrjournal.domain.time.scan import whole
from hrjournal.domain.words.reader import names_in, understand_uses
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.goals.reading import GoalWords
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.time.spans import TimeSpan
    from hrjournal.domain.words.understood import Name, Use
    from hrjournal.store import Journal

MOST_QUESTIONS: Final = 5
MOST_NAMED: Final = 5
EVERYTHING: Final = "all of them together"
DOING: Final = {"drinking": "alcohol", "drink": "alcohol", "drunk": "alcohol"}
LEFT: Final = "Nothing was saved."


class UnderstoodGoal(NamedTuple):
    """What is wanted, and the substance that it is about: tracked, or new with it."""

    version: GoalVersion
    substance: Substance | None = None


class GoalUnderstanding:
    """Reads goals in one journal."""

    def __init__(self, app: AppContext, journal: Journal) -> None:
        """Takes the run and the journal that is open."""
        self.app = app
        self.journal = journal
        self._reader = Reader(app, journal)
        known = KnownWords(journal)
        self._known = GoalVocabulary(self._names, self._use, self._time, known.steps, known.copings)

    def goal(self, text: str) -> UnderstoodGoal:
        """What is wanted, asked for at a terminal where it is not clear.

        Raises:
            NotUnderstoodError: when it stays unclear, or the person leaves it.
        """
        line = text
        for _ in range(MOST_QUESTIONS):
            try:
                said = read_goal(line, self._known)
            except NotUnderstoodError as error:
                if not self.app.is_interactive:
                    raise _with_offer(error) from None
                line = self._clearer(error)
            else:
                return self._placed(said, line)
        raise NotUnderstoodError(f"That is still not clear to me. {LEFT}")

    def _clearer(self, error: NotUnderstoodError) -> str:
        from hrjournal.cli.prompts import choose_line

        chosen = choose_line(self.app, error.marked, error.offers)
        if chosen is None:
            raise NotUnderstoodError(LEFT)
        return chosen

    def _placed(self, said: GoalWords | None, text: str) -> UnderstoodGoal:
        """The goal with its substance."""
        if said is None:
            self._confirm_own()
            return UnderstoodGoal(GoalVersion(GoalKind.OWN, words=text))
        version = GoalVersion(
            said.kind,
            limit=said.limit,
            unit=said.unit,
            weekdays=said.weekdays,
            what=said.what,
            words=text,
        )
        about = self._substance(said)
        return UnderstoodGoal(version._replace(about=about.key if about else ""), about)

    def _substance(self, said: GoalWords) -> Substance | None:
        """What it is about; where nothing is named, the one substance or all of them."""
        if said.name is not None:
            return arguments.named_substance(self.app, self.journal, said.name).substance
        if said.kind not in OF_USE:
            return None
        tracked = list(followed(self.journal).values())
        if len(tracked) == 1:
            return tracked[0]
        return self._asked(tracked) if tracked and self.app.is_interactive else None

    def _asked(self, tracked: Sequence[Substance]) -> Substance | None:
        """Which of several substances it is about, or all of them."""
        from hrjournal.cli.prompts import offer

        shown = tracked[:MOST_NAMED]
        names = [one.name for one in shown]
        hint = f"A number, or Enter for {EVERYTHING}"
        chosen = offer(self.app, "What is it about?", names, hint)
        return shown[names.index(chosen)] if chosen else None

    def _confirm_own(self) -> None:
        """Asks whether words without a metric are a goal to be rated."""
        if not self.app.is_interactive:
            return
        from hrjournal.cli.prompts import confirm

        self.app.print_lines("I can't count that one from your journal, but you can rate it.")
        if not confirm("Keep it in your own words?", default=True):
            raise NotUnderstoodError(LEFT)

    def _names(self, words: str) -> Sequence[Name]:
        if "drugs" in words.split():
            raise NotUnderstoodError("drugs")  # which of them is not said
        line = [self._thing(word) for word in words.split()]
        return names_in(" ".join(line), self._reader.known, _no_times)[0]

    def _thing(self, word: str) -> str:
        if word in DOING:
            return DOING[word]
        return word if self._reader.known_as(word) else self._reader.by_doing(word)

    def _use(self, words: str) -> Use:
        """The one use that words say, of any amount."""
        try:
            said = understand_uses(words, self._reader.known, _no_times, sure=True)
        except NotUnderstoodError as error:
            raise self._unclear(words, error) from None
        if len(said.uses) != 1 or said.company or said.route or said.spend or said.planned:
            raise UsageError(words)
        return said.uses[0].use

    def _unclear(self, words: str, error: NotUnderstoodError) -> NotUnderstoodError:
        """The same, with lines to offer where an amount is meant and nowhere else."""
        if error.word and not self._reader.goes_by_more(error.word):
            return NotUnderstoodError(error.marked)
        if error.offers or not words.strip():
            return error
        try:
            bare = self._reader.counts(words) and len(words.split()) == 1
        except UsageError:
            bare = False
        names = [one.name for one in followed(self.journal).values()][:MOST_NAMED]
        offers = [f"{words} {name}" for name in names] if bare else []
        return NotUnderstoodError(error.marked, offers)

    def _time(self, words: str) -> int | None:
        """A time of day in seconds after midnight, or None."""
        now = self.app.current_time(self.journal)
        phrase = whole(words.split(), now)
        if phrase is None or phrase.wall is None or phrase.refusal or phrase.day:
            return None
        return time_on_date(phrase, now.date, words, now)


def _with_offer(error: NotUnderstoodError) -> NotUnderstoodError:
    """The error with a line to write, where it has one."""
    if not error.offers:
        return error
    from hrjournal.sanitize import own

    line = f'hrjournal goal add "{own(error.offers[0])}"'
    return NotUnderstoodError(f"{error.marked} Such as: {line}", error.offers)


def _no_times(_: Sequence[str]) -> Sequence[TimeSpan]:
    """A goal is of no one day, so no word of it is a time."""
    return ()
