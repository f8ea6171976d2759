"""What went with it: small wins, safer steps, triggers, and what was tried with urges."""

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
from hrjournal.report.wins.telling import choose
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.domain.win import Win
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.coping_outcomes import CopingOutcome
    from hrjournal.report.steps import StepShare
    from hrjournal.report.summary import Summary, WordCounts

    Words = Callable[[Summary], str]

MOST_WINS: Final = 5
MOST_WORDS: Final = 5


def wins(summary: Summary, known: Lookups) -> list[Block]:
    """A few small wins, of the most different kinds."""
    substances = summary.held.history.substances
    notes = [
        Note(f"{_day(win.day)}. {win_words(win, substances, known.units)}", Tone.WIN)
        for win in chosen_wins(summary)
    ]
    return [Heading("What went well"), *notes] if notes else []


def chosen_wins(summary: Summary) -> tuple[Win, ...]:
    """Those that stand on the page; of several of one rule, the newest speaks for all."""
    alike = {(win.rule, win.substance, win.baseline): win for win in summary.wins}
    newest = [win._replace(told=True) for win in alike.values()]
    chosen = choose(newest, (), MOST_WINS)
    return tuple(alike[win.rule, win.substance, win.baseline] for win in chosen)


def win_words(win: Win, substances: Mapping[str, Substance], units: Units) -> str:
    """A win in the person's own voice."""
    return first_person(sentence(win, substances, units))


def what_goes_with_it(summary: Summary, _known: Lookups) -> list[Block]:
    """Triggers, what was tried, safer steps, and whatever else was chosen, a line each."""
    rows = tuple(
        (name, said)
        for part, (name, words) in LINES.items()
        if part in summary.parts and (said := words(summary))
    )
    return [Heading("What went with it"), DefinitionList(rows)] if rows else []


def wins_data(summary: Summary, known: Lookups) -> list[dict[str, Any]]:
    """The same wins; by letters without what would say which substance it was."""
    substances = summary.held.history.substances
    told = [win_data(win, substances, known.units) for win in chosen_wins(summary)]
    if summary.scope.hidden:
        told = [{name: one[name] for name in one.keys() - {"rule", "figures"}} for one in told]
    return told


def steps_data(summary: Summary, known: Lookups) -> Any:
    """Safer steps by substance."""
    return trend_data.data(summary.trends, known.units)["steps"]


def counted_data(summary: Summary, known: Lookups, measure: str) -> Any:
    """What was written beside use, whatever was used."""
    measure_report = summary.clinical._replace(substances=(), together=summary.beside)
    return measure_data.data(measure_report, known.units)["together"][measure]


def helped_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """What was tried with urges, and how often each eased one."""
    return {
        "tried": counted_data(summary, known, "strategies"),
        "eased": [outcome._asdict() | {"word": own(outcome.word)} for outcome in summary.helped],
    }


def words_data(found: WordCounts) -> dict[str, Any]:
    """How often each word was written."""
    return {"records": found.among, "counts": {own(word): count for word, count in found.counts}}


def _day(day: int) -> str:
    found = date.fromordinal(day)
    return f"{found.day} {MONTHS[found.month - 1]}"


def _triggers(summary: Summary) -> str:
    said = _measured(summary, "triggers")
    return f"together with use and urges: {said}" if said else ""


def _money(summary: Summary) -> str:
    return _measured(summary, "spend")


def _measured(summary: Summary, measure: str) -> str:
    return next((fact(result) for result in summary.beside if result.id == measure), "")


def _helped(summary: Summary) -> str:
    """What was tried: with how it ended where that is known of enough urges, else how often."""
    if not summary.helped:
        return _measured(summary, "strategies")
    said = [_eased(outcome) for outcome in summary.helped[:MOST_WORDS]]
    return f"{joined(said)} urges passed, came later or led to less"


def _eased(one: CopingOutcome) -> str:
    return f"{_plain(one.word)} {one.easier} of {one.among}"


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
    Section.TRIGGERS: ("Triggers", _triggers),
    Section.HELPED: ("Tried with urges", _helped),
    Section.STEPS: ("Safer steps", _steps),
    Section.PEOPLE: ("With whom", _people),
    Section.ROUTES: ("How it was taken", _routes),
    Section.MONEY: ("Money spent", _money),
}
