"""What went well, and what was written down beside use: safer steps, people, money."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Note, Tone
from hrjournal.domain.entries.entry import MONTHS
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import joined
from hrjournal.pages.measures import data as measure_data
from hrjournal.pages.measures.table import fact
from hrjournal.pages.trends import data as trend_data
from hrjournal.pages.wins.sentences import first_person, sentence, win_data
from hrjournal.report.summary.wins import chosen_wins
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.steps import StepShare
    from hrjournal.report.summary import Summary, WordCounts

    Words = Callable[[Summary], str]

MOST_WORDS: Final = 5


def wins(summary: Summary, known: Lookups) -> list[Block]:
    """Small wins of the window, by grade and size; each with its day."""
    substances = summary.held.history.substances
    notes = [
        Note(f"{_day(win.day)}. {win_words(win, substances, known.units)}", Tone.WIN)
        for win in chosen_wins(summary.wins, known.room.wins)
    ]
    return [Heading("What went well"), *notes] if notes else []


def win_words(win: Win, substances: Mapping[str, Substance], units: Units) -> str:
    """A win in the person's own voice."""
    words = first_person(sentence(win, substances, units))
    return words.replace("at my start", "in my first weeks")  # the headline has another start


def beside_use(summary: Summary, known: Lookups) -> list[Block]:
    """Safer steps, and whatever else was chosen, a line each."""
    rows = tuple(
        (name, said)
        for part, (name, words) in LINES.items()
        if part in summary.parts and (known.room.steps or part is not Section.STEPS)
        if (said := words(summary))
    )
    return [Heading("Beside use"), DefinitionList(rows)] if rows else []


def wins_data(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    """The same wins; by letters without what would say which substance it was."""
    substances = summary.held.history.substances
    told = [win_data(win, substances, known.units) for win in chosen_wins(summary.wins)]
    if summary.scope.hidden:
        told = [{name: one[name] for name in one.keys() - {"rule", "figures"}} for one in told]
    return told


def steps_data(summary: Summary, known: Lookups) -> Any:
    """Safer steps by substance."""
    return trend_data.data(summary.trends, known.units)["steps"]


def money_data(summary: Summary, known: Lookups) -> Any:
    """What was spent, and on how many days it rests."""
    measure_report = summary.clinical._replace(substances=(), together=summary.beside)
    return measure_data.data(measure_report, known.units)["together"]["spend"]


def words_data(found: WordCounts) -> dict[str, Any]:
    """How often each word was written."""
    return {"records": found.among, "counts": {own(word): count for word, count in found.counts}}


def _day(day: int) -> str:
    found = date.fromordinal(day)
    return f"{found.day} {MONTHS[found.month - 1]}"


def _money(summary: Summary) -> str:
    return _measured(summary, "spend")


def _measured(summary: Summary, measure: str) -> str:
    return next((fact(result) for result in summary.beside if result.id == measure), "")


def _steps(summary: Summary) -> str:
    shares = summary.trends.steps
    together = [share for share in shares if share.substance is None]
    return "; ".join(_share(share) for share in (together or shares))


def _share(share: StepShare) -> str:
    each = joined([f"{_plain(step)} {count}" for step, count in share.days[:MOST_WORDS]])
    return f"on {share.any_days} of {share.use_days} days of use: {each}"


def _people(summary: Summary) -> str:
    return _spoken(summary.people)


def _routes(summary: Summary) -> str:
    return _spoken(summary.routes)


def _spoken(found: WordCounts) -> str:
    if not found.among:
        return ""
    said = joined([f"{_plain(word)} {count}" for word, count in found.counts[:MOST_WORDS]])
    return f"{said}, of {found.among} record{'s' if found.among > 1 else ''}"


def _plain(word: str) -> str:
    return f"{own(word.replace('-', ' '))}"


LINES: Final[Mapping[Section, tuple[str, Words]]] = {
    Section.STEPS: ("Safer steps", _steps),
    Section.PEOPLE: ("With whom", _people),
    Section.ROUTES: ("How it was taken", _routes),
    Section.MONEY: ("Money spent", _money),
}
