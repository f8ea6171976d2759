"""The commands that write entries down, change them, and take changes back."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import (
    After,
    Anxiety,
    At,
    Coping,
    Mood,
    Note,
    Number,
    Pain,
    Sleep,
    Step,
    Trigger,
    Urge,
    Write,
    several,
)
from hrjournal.domain.entries.entry import Outcome

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="SUBSTANCE [AMOUNT]", help="What, and how much if you know."),
]
Route = Annotated[str | None, typer.Option(metavar="WORD", help="How you took it, such as oral.")]
Company = Annotated[
    str | None, typer.Option("--with", metavar="alone|WORD", help="Who was with you, or alone.")
]
Money = Annotated[str | None, typer.Option(metavar="MONEY", help="What you spent, such as 12.50.")]


def log(
    ctx: typer.Context,
    words: Words = None,
    at: At = None,
    mood: Mood = None,
    urge: Urge = None,
    trigger: Trigger = None,
    step: Step = None,
    coping: Coping = None,
    route: Route = None,
    with_: Company = None,
    spend: Money = None,
    planned: Annotated[bool, typer.Option("--planned", help="You planned it.")] = False,
    note: Note = None,
    write: Write = False,
    new: Annotated[bool, typer.Option("--new", help="Keep a new name as you typed it.")] = False,
) -> None:
    """Write down use: what, how much, and what else you like.

    Amounts: 2, 2.5, ~3 (about), 2-4 (between), '?' (not known). For alcohol also 500ml 5%, pint,
    large-wine, or grams. At a terminal without any words, it asks.

    Examples:
        hrjournal log alcohol 2
        hrjournal log beer 500ml 5% --at "yesterday 22:30"
        hrjournal log cannabis '?' --trigger stress
        hrjournal log wine 2-3 --with friends --mood 6
        hrjournal log
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
    )
    log_use.log(app_context(ctx), given)


def none(
    ctx: typer.Context,
    substances: Annotated[
        list[str] | None,
        typer.Argument(metavar="SUBSTANCE", help="Which; all that you track if you name none."),
    ] = None,
    day: Annotated[
        str | None, typer.Option(metavar="DAY", help="Which day; today by default.")
    ] = None,
    note: Note = None,
) -> None:
    """Write down a day without: one substance, or all you track.

    Examples:
        hrjournal none
        hrjournal none alcohol
        hrjournal none --day yesterday
    """
    from hrjournal.cli.entries.none import log_none

    log_none(app_context(ctx), substances=substances or (), day=day, note=note)


def checkin(
    ctx: typer.Context,
    mood: Mood = None,
    urge: Urge = None,
    sleep: Sleep = None,
    anxiety: Anxiety = None,
    pain: Pain = None,
    trigger: Trigger = None,
    coping: Coping = None,
    note: Note = None,
    at: At = None,
    write: Write = False,
) -> None:
    """Write down how you are: mood, urge, sleep, and more.

    You can leave out anything. At a terminal without any options, it asks.

    Examples:
        hrjournal checkin --mood 6
        hrjournal checkin --mood 5 --sleep 7.5 --anxiety 3
        hrjournal checkin --urge 7 --trigger stress --coping walk
        hrjournal checkin
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
    words: Annotated[
        list[str], typer.Argument(metavar="STEP", help="The step, such as carried-naloxone.")
    ],
    note: Note = None,
    at: At = None,
) -> None:
    """Write down a safer or kinder step, on its own.

    Examples:
        hrjournal step water
        hrjournal step carried-naloxone --at "yesterday 22:30"
        hrjournal step ate --note "a real dinner"
    """
    from hrjournal.cli.entries.checkin import save_step

    save_step(app_context(ctx), words=words, note=note, at=at)


def event(
    ctx: typer.Context,
    day: Annotated[
        str, typer.Argument(metavar="DAY", help="Which day: today, monday, 2026-11-20.")
    ],
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="What it was, such as payday.")
    ],
) -> None:
    """Mark a day with an event, to find your way in the calendar.

    Examples:
        hrjournal event today payday
        hrjournal event monday "moved house"
        hrjournal event 2026-11-20 birthday
    """
    from hrjournal.cli.entries.checkin import save_event

    save_event(app_context(ctx), day=day, words=words)


def edit(
    ctx: typer.Context,
    number: Number,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[AMOUNT]", help="A new amount, such as 3.")
    ] = None,
    at: At = None,
    substance: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another substance.")
    ] = None,
    mood: Mood = None,
    urge: Urge = None,
    after: After = None,
    anxiety: Anxiety = None,
    pain: Pain = None,
    sleep: Sleep = None,
    minutes: Annotated[
        int | None, typer.Option(min=0, metavar="NUMBER", help="How many minutes an urge lasted.")
    ] = None,
    outcome: Annotated[
        Outcome | None, typer.Option(help="How an urge turned out.", case_sensitive=False)
    ] = None,
    trigger: Trigger = None,
    step: Step = None,
    coping: Coping = None,
    route: Route = None,
    with_: Company = None,
    spend: Money = None,
    note: Note = None,
    clear: Annotated[
        list[str] | None, several("Empty this part of the record, such as note.", "PART")
    ] = None,
) -> None:
    """Change a record: what you name is new, the rest stays.

    Numbers stand behind each record: hrjournal days

    Examples:
        hrjournal edit 12 3
        hrjournal edit 12 --at "yesterday 23:00"
        hrjournal edit 12 --mood 6 --note "a long day"
        hrjournal edit 12 --clear note
    """
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
    )
    edit_entry(app_context(ctx), number, given)


def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Keep no memory of it; undo cannot bring it back.")
    ] = False,
) -> None:
    """Take a record out; undo brings it back.

    Examples:
        hrjournal delete 12
        hrjournal delete 12 --for-good
        hrjournal undo
    """
    from hrjournal.cli.entries.edit import delete_entry

    delete_entry(app_context(ctx), number, for_good=for_good)


def undo(ctx: typer.Context) -> None:
    """Take back the last change, whatever it was.

    Do it again to take back the one before.

    Examples:
        hrjournal undo
    """
    from hrjournal.cli.entries.undo import undo_last_change

    undo_last_change(app_context(ctx))
