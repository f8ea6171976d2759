"""Writing down an urge, or company while it lasts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.entries.save import (
    company,
    is_empty,
    moment_said,
    save_in,
    strength_or_words,
)
from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.sanitize import own, quote

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.cli.entries.understand import Reader
    from hrjournal.domain.entries.entry import Outcome
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.words.feelings import FeelingWords
    from hrjournal.store import Journal

HOW_STRONG = "How strong was it? Add a number from 0 to 10, such as: hrjournal urge 7 alcohol"
HINT = (
    "How strong it was is a number from 0 to 10. If that set the urge off: --trigger {word}. "
    "If it is what you wanted: --substance {word}."
)


class UrgeOptions(CommandOptions):
    """What stood on the command line of `urge`."""

    words: tuple[str, ...] = ()
    substance: str | None = None
    trigger: tuple[str, ...] = ()
    coping: tuple[str, ...] = ()
    outcome: Outcome | None = None
    minutes: int | None = None
    after: str | None = None
    gave: str | None = None
    with_: str | None = None
    alone: bool = False
    note: str | None = None
    at: str | None = None


def save_urge(app: AppContext, given: UrgeOptions) -> None:
    """Saves an urge and answers; keeps company at a terminal when nothing was said."""
    fields: dict[str, Any] = {
        "triggers": arguments.parse_words(given.trigger, "trigger"),
        "copings": arguments.parse_words(given.coping, "coping"),
        "outcome": given.outcome,
        "minutes": given.minutes,
        "gave": arguments.read_note(given.gave),
        "company": company(given.with_, alone=given.alone),
        "note": arguments.read_note(given.note),
        **strength_or_words(given.after),
    }
    if is_empty(fields) and not given.words and app.is_interactive:
        if not (given.substance or given.at):
            from hrjournal.cli.coping.companion import accompany

            accompany(app)
            return
        from hrjournal.cli.drafts.keeping import typed_words

        with typed_words(app):
            _save_some(app, given, _ask_urge(app))
    else:
        _save_some(app, given, fields)


def _save_some(app: AppContext, given: UrgeOptions, fields: dict[str, Any]) -> None:
    if is_empty(fields) and not given.words:
        raise UsageError(HOW_STRONG)
    _save(app, given, fields)


def _save(app: AppContext, given: UrgeOptions, fields: dict[str, Any]) -> None:
    with app.open_journal(write=True) as journal:
        said = _said(app, journal, given) if given.words else None
        fields = _with_line(app, said, fields) if said else fields
        substance = fields.pop("substance", None)
        if given.substance:
            if substance is not None:
                raise UsageError("Your line says what it was for, and --substance does too.")
            substance = _known_substance(app, journal, given.substance)
        moment = moment_said(app, journal, given.at, said.moment if said else None)
        save_in(app, journal, EntryType.URGE, moment, fields, substance=substance)


def _said(app: AppContext, journal: Journal, given: UrgeOptions) -> FeelingWords:
    from hrjournal.cli.entries.spoken import KnownWords, understood
    from hrjournal.domain.words.feelings import LineReader

    known = KnownWords(journal)
    reader_of_names = cache(lambda: _reader(app, journal))

    def means(phrase: str) -> list[tuple[str, Any]]:
        substance, meant = _substance_of(app, journal, phrase), known.means(phrase)
        if not (substance or meant) and (name := reader_of_names().known_as(phrase)):
            substance = arguments.named_substance(app, journal, name).substance
        return meant + ([("substance", substance)] if substance else [])

    times = arguments.line_times(app, journal)
    reader = LineReader("urge", means, lasting="minutes", outcomes=True, times=times)
    return understood(app, given.words, reader, known, HINT)


def _reader(app: AppContext, journal: Journal) -> Reader:
    from hrjournal.cli.entries.understand import Reader

    return Reader(app, journal)


def _with_line(app: AppContext, said: FeelingWords, fields: dict[str, Any]) -> dict[str, Any]:
    """What a line and its options say; how strong it was is asked for where neither says it."""
    from hrjournal.cli.entries.spoken import combined

    fields = combined(said, fields)
    if fields.get("urge") is None:
        if not app.is_interactive:
            raise NotUnderstoodError(HOW_STRONG)
        from hrjournal.cli.prompts import prompt, rating

        fields["urge"] = prompt(app, "How strong, 0 to 10?", rating)
    return fields


def _substance_of(app: AppContext, journal: Journal, phrase: str) -> Substance | None:
    """What a phrase names, also as a thing to do: `smoking` is `smoke`."""
    stem = phrase.removesuffix("ing")
    spelled = (phrase,) if stem == phrase else (phrase, stem, f"{stem}e")
    found = (arguments.find_substance(app, journal, name) for name in spelled)
    return next((match.substance for match in found if match), None)


def _known_substance(app: AppContext, journal: Journal, word: str) -> Substance:
    """The substance that a word means: one that is tracked, or one that anybody knows."""
    found = _substance_of(app, journal, word)
    if found is None:
        near = app.catalogue.nearest(word, journal.substances())
        meant = f" Did you mean {own(near[0])}?" if near else ""
        raise NotUnderstoodError(
            f"{quote(word)} is no substance known here, so nothing was saved.{meant} "
            "Log it once and it is known, or leave --substance out."
        )
    return found


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
