"""Writing down an urge, or company while it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import session
from hrjournal.cli.entries.save import empty, keep
from hrjournal.cli.options import At, Note, Scale, Several
from hrjournal.domain.entries.entry import Outcome, Sort
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import Session


def urge(
    ctx: typer.Context,
    strength: Annotated[
        int | None, typer.Argument(min=0, max=10, metavar="0-10", help="How strong it was.")
    ] = None,
    substance: Annotated[str | None, typer.Option(help="For what.")] = None,
    trigger: Annotated[list[str] | None, Several] = None,
    coping: Annotated[list[str] | None, Several] = None,
    outcome: Annotated[
        Outcome | None, typer.Option(help="How it went on.", case_sensitive=False)
    ] = None,
    minutes: Annotated[int | None, typer.Option(min=0, help="How long it lasted.")] = None,
    after: Annotated[int | None, Scale] = None,
    note: Note = None,
    at: At = None,
) -> None:
    """Write down an urge: how strong, what was going on, what you tried, how it went on.

    On a terminal without anything after it, it keeps you company while the urge lasts.
    """
    now = session(ctx)
    fields: dict[str, Any] = {
        "urge": strength,
        "urge_after": after,
        "triggers": arguments.own_words(trigger, "trigger"),
        "copings": arguments.own_words(coping, "coping"),
        "outcome": outcome,
        "minutes": minutes,
        "note": arguments.note(note),
    }
    if empty(fields) and now.asking:
        if not (substance or at):
            from hrjournal.cli.coping.companion import accompany

            accompany(now)
            return
        fields = _ask_urge(now)
    if substance:
        with now.open() as journal:
            found = arguments.find(now, journal, substance)
        if found is None or found.new:
            raise UsageError(
                "An urge can name a substance that you track. "
                "To track it, log it once, or leave --substance out."
            )
        fields["substance"] = found.substance.key
    keep(now, Sort.URGE, at, fields)


def _ask_urge(now: Session) -> dict[str, Any]:
    from hrjournal.cli.coping.companion import outcome
    from hrjournal.cli.prompts import ask, scale, words

    now.say("One thing at a time. Enter skips.")
    return {
        "urge": ask(now, "How strong, 0 to 10?", scale),
        "triggers": ask(now, "What was going on? (words, parted by commas)", words("trigger"))
        or (),
        "copings": ask(now, "What did you try? (words, parted by commas)", words("coping")) or (),
        "outcome": ask(now, "How did it go on? (rode-out, delayed, less, used)", outcome),
        "urge_after": ask(now, "How strong is it now, 0 to 10?", scale),
    }
