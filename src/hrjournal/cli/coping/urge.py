"""Writing down an urge, or company while it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.entries.save import is_empty, save_entry
from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Outcome


class UrgeOptions(NamedTuple):
    """What stood on the command line of `urge`."""

    strength: int | None = None
    substance: str | None = None
    trigger: Sequence[str] = ()
    coping: Sequence[str] = ()
    outcome: Outcome | None = None
    minutes: int | None = None
    after: int | None = None
    note: str | None = None
    at: str | None = None


def save_urge(app: AppContext, given: UrgeOptions) -> None:
    """Saves an urge and answers; keeps company at a terminal when nothing was said."""
    fields: dict[str, Any] = {
        "urge": given.strength,
        "urge_after": given.after,
        "triggers": arguments.parse_words(given.trigger, "trigger"),
        "copings": arguments.parse_words(given.coping, "coping"),
        "outcome": given.outcome,
        "minutes": given.minutes,
        "note": arguments.read_note(given.note),
    }
    if is_empty(fields) and app.is_interactive:
        if not (given.substance or given.at):
            from hrjournal.cli.coping.companion import accompany

            accompany(app)
            return
        fields = _ask_urge(app)
    if given.substance:
        fields["substance"] = _tracked_key(app, given.substance)
    save_entry(app, EntryType.URGE, given.at, fields)


def _tracked_key(app: AppContext, word: str) -> str:
    """The key of the tracked substance that a word means."""
    with app.open_journal() as journal:
        match = arguments.find_substance(app, journal, word)
    if match is None or match.new:
        raise UsageError(
            "An urge can name a substance that you track. "
            "To track it, log it once, or leave --substance out."
        )
    return match.substance.key


def _ask_urge(app: AppContext) -> dict[str, Any]:
    from hrjournal.cli.coping.companion import outcome
    from hrjournal.cli.prompts import prompt, rating

    app.print_lines("One thing at a time. Enter skips.")
    return {
        "urge": prompt(app, "How strong, 0 to 10?", rating),
        "triggers": prompt(
            app,
            "What was going on? (a few words, with commas between)",
            arguments.word_list("trigger"),
        )
        or (),
        "copings": prompt(
            app,
            "What did you try? (a few words, with commas between)",
            arguments.word_list("coping"),
        )
        or (),
        "outcome": prompt(app, "How did it turn out? (rode-out, delayed, less, used)", outcome),
        "urge_after": prompt(app, "How strong is it now, 0 to 10?", rating),
    }
