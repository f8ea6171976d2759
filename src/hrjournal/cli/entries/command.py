"""The commands that write entries down, change them, and take changes back."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import At, Mood, Note, Number, Scale, Several, Write
from hrjournal.domain.entries.entry import Outcome

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="SUBSTANCE [AMOUNT]", help="Such as: alcohol 2, or beer 500ml 5%."),
]
NewName = Annotated[bool, typer.Option("--new", help="Keep a new name as typed.")]
MeantSo = Annotated[bool, typer.Option("--yes", help="Yes, the amount is meant so.")]
Rating = Annotated[int | None, Scale]
SeveralWords = Annotated[list[str] | None, Several]
Route = Annotated[str | None, typer.Option(metavar="WORD")]
Company = Annotated[str | None, typer.Option("--with", metavar="alone|WORD")]
Money = Annotated[str | None, typer.Option(metavar="MONEY")]


def log(
    ctx: typer.Context,
    words: Words = None,
    at: At = None,
    mood: Mood = None,
    urge: Mood = None,
    trigger: SeveralWords = None,
    step: Annotated[list[str] | None, typer.Option(metavar="WORD", help="A safer step.")] = None,
    coping: SeveralWords = None,
    route: Route = None,
    with_: Company = None,
    spend: Money = None,
    planned: Annotated[bool, typer.Option("--planned", help="It was planned.")] = False,
    note: Note = None,
    write: Write = False,
    new: NewName = False,
    yes: MeantSo = False,
) -> None:
    """Write down use: what, how much, and whatever else you like.

    Amounts: 2, 2.5, ~3 (about), 2-4 (between), '?' (not known). Alcohol also takes
    500ml 5%, pint, large-wine, or grams.
    """
    from hrjournal.cli.entries import log_use

    given = log_use.LogOptions(
        words=tuple(words or ()),
        at=at,
        mood=mood,
        urge=urge,
        trigger=tuple(trigger or ()),
        step=tuple(step or ()),
        coping=tuple(coping or ()),
        route=route,
        with_=with_,
        spend=spend,
        planned=planned,
        note=note,
        write=write,
        new=new,
        yes=yes,
    )
    log_use.log(app_context(ctx), given)


def none(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUBSTANCE] [DAY]", help="Which, and when; all that you track."),
    ] = None,
    day: Annotated[str | None, typer.Option(help="Which day; today unless you say so.")] = None,
    note: Note = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Also where that day is written as used.")
    ] = False,
) -> None:
    """Write down a day without: for one substance, or for every one that you track.

    Such as: none, none yesterday, none alcohol, none beer last night. Without a name, your
    medicines and what you wrote as used that day stay as they are.
    """
    from hrjournal.cli.entries.none import NoneOptions, log_none

    given = NoneOptions(words=tuple(words or ()), day=day, note=note, replace=replace)
    log_none(app_context(ctx), given)


def checkin(
    ctx: typer.Context,
    mood: Mood = None,
    urge: Rating = None,
    sleep: Annotated[str | None, typer.Option(metavar="HOURS", help="7, 7.5 or 7h30.")] = None,
    anxiety: Rating = None,
    pain: Rating = None,
    trigger: SeveralWords = None,
    coping: SeveralWords = None,
    note: Note = None,
    at: At = None,
    write: Write = False,
) -> None:
    """Write down how you are: mood, urge, sleep, anxiety, pain, triggers, a note.

    Everything can be left out. On a terminal without any option, it asks.
    """
    from hrjournal.cli.entries.checkin import CheckinOptions, save_checkin

    given = CheckinOptions(
        mood=mood,
        urge=urge,
        sleep=sleep,
        anxiety=anxiety,
        pain=pain,
        trigger=trigger or (),
        coping=coping or (),
        note=note,
        at=at,
        write=write,
    )
    save_checkin(app_context(ctx), given)


def step(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="STEP", help="Such as carried-naloxone.")],
    note: Note = None,
    at: At = None,
) -> None:
    """Write down a safer or kinder step, on its own."""
    from hrjournal.cli.entries.checkin import save_step

    save_step(app_context(ctx), words=words, note=note, at=at)


def event(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(help="Which day: today, monday, 2026-11-20.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Such as: payday.")],
) -> None:
    """Mark a day with an event of your own, to find your way in the calendar."""
    from hrjournal.cli.entries.checkin import save_event

    save_event(app_context(ctx), day=day, words=words)


def edit(
    ctx: typer.Context,
    number: Number,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[AMOUNT]", help="What it was: 3, or beer 4 pints."),
    ] = None,
    at: At = None,
    substance: Annotated[str | None, typer.Option(help="Another substance.")] = None,
    mood: Mood = None,
    urge: Rating = None,
    after: Rating = None,
    anxiety: Rating = None,
    pain: Rating = None,
    sleep: Annotated[str | None, typer.Option(metavar="HOURS")] = None,
    minutes: Annotated[int | None, typer.Option(min=0)] = None,
    outcome: Annotated[Outcome | None, typer.Option(case_sensitive=False)] = None,
    trigger: SeveralWords = None,
    step: SeveralWords = None,
    coping: SeveralWords = None,
    route: Route = None,
    with_: Company = None,
    spend: Money = None,
    note: Note = None,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Empties a field, such as note.")
    ] = None,
    new: NewName = False,
    yes: MeantSo = False,
) -> None:
    """Change a record: what you name is new, the rest stays."""
    from hrjournal.cli.entries.edit import EditOptions, edit_entry

    given = EditOptions(
        words=words or (),
        at=at,
        substance=substance,
        mood=mood,
        urge=urge,
        after=after,
        anxiety=anxiety,
        pain=pain,
        sleep=sleep,
        minutes=minutes,
        outcome=outcome,
        trigger=trigger or (),
        step=step or (),
        coping=coping or (),
        route=route,
        with_=with_,
        spend=spend,
        note=note,
        clear=clear or (),
        new=new,
        yes=yes,
    )
    edit_entry(app_context(ctx), number, given)


def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Keeps no memory of it; undo cannot bring it back.")
    ] = False,
) -> None:
    """Take a record out. Undo brings it back."""
    from hrjournal.cli.entries.edit import delete_entry

    delete_entry(app_context(ctx), number, for_good=for_good)


def undo(ctx: typer.Context) -> None:
    """Take back the last change, whatever it was. Again takes back the one before."""
    from hrjournal.cli.command_options import CommandOptions
    from hrjournal.cli.entries.undo import undo_last_change

    undo_last_change(app_context(ctx), CommandOptions())
