"""The commands that write entries down, change them, and take changes back."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import (
    After,
    Alone,
    Anxiety,
    At,
    Company,
    Coping,
    Gave,
    HowItEnded,
    MeantSo,
    Minutes,
    Mood,
    NewName,
    Note,
    Number,
    Pain,
    Sleep,
    Step,
    StrengthAfter,
    Trigger,
    Urge,
    Write,
    scale,
    several,
)

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="SUBSTANCE [AMOUNT]", help="What, and how much if you know."),
]
Line = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help="A number is your mood; or: mood 6, sleep 7h."),
]
Route = Annotated[str | None, typer.Option(metavar="WORD", help="How you took it, such as oral.")]
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
    alone: Alone = False,
    spend: Money = None,
    planned: Annotated[bool, typer.Option("--planned", help="You planned it.")] = False,
    note: Note = None,
    gave: Gave = None,
    after: After = None,
    write: Write = False,
    new: NewName = False,
    yes: MeantSo = False,
) -> None:
    """Write down use: what, how much, when, and what else you like.

    In any order, in your words. Amounts: 2, half, ~3 (about), 2-4 (between), '?' (not known),
    500ml 5%, a pint, 20mg. At a terminal without any words, it asks.

    Examples:
        hrjournal log 2 beers
        hrjournal log half a bottle of wine last night
        hrjournal log 3 pints and a joint yesterday 9pm --with friends
        hrjournal log beer 500ml 5% --at "yesterday 22:30"
        hrjournal log cannabis '?' --trigger stress
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
        alone=alone,
        spend=spend,
        planned=planned,
        note=note,
        gave=gave,
        after=after,
        write=write,
        new=new,
        yes=yes,
    )
    log_use.log(app_context(ctx), given)


def none(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUBSTANCE] [DAY]", help="What, and when; all that you track."),
    ] = None,
    day: Annotated[
        str | None, typer.Option(metavar="DAY", help="Which day; today unless you say so.")
    ] = None,
    note: Note = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Even if you wrote use for that day.")
    ] = False,
) -> None:
    """Write down a day without: all that you track, or what you name.

    Without a name, your medicines and what you wrote as used that day stay as they are.

    Examples:
        hrjournal none
        hrjournal none yesterday
        hrjournal none alcohol last night
        hrjournal none cannabis --day monday
    """
    from hrjournal.cli.entries.none import NoneOptions, log_none

    given = NoneOptions(words=tuple(words or ()), day=day, note=note, replace=replace)
    log_none(app_context(ctx), given)


def checkin(
    ctx: typer.Context,
    words: Line = None,
    mood: Annotated[
        int | None, scale("Your mood, from 0 (low) to 10 (good).", "--mood", "-m")
    ] = None,
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
        hrjournal checkin 6
        hrjournal checkin mood 5, slept 7 hours, anxiety 3
        hrjournal checkin --urge 7 --trigger stress --coping walk
        hrjournal checkin
    """
    from hrjournal.cli.entries.checkin import CheckinOptions, save_checkin

    given = CheckinOptions(
        words=tuple(words or ()),
        mood=mood,
        urge=urge,
        sleep=sleep,
        anxiety=anxiety,
        pain=pain,
        trigger=tuple(trigger or ()),
        coping=tuple(coping or ()),
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
    new: Annotated[bool, typer.Option("--new", help="Keep a new step as you typed it.")] = False,
) -> None:
    """Write down a safer or kinder step, on its own.

    Examples:
        hrjournal step water
        hrjournal step carried-naloxone --at "yesterday 22:30"
        hrjournal step ate --note "a real dinner"
    """
    from hrjournal.cli.entries.checkin import StepOptions, save_step

    save_step(app_context(ctx), StepOptions(words=tuple(words), note=note, at=at, new=new))


def event(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="[DAY] WORDS", help="What it was, and the day if not today."),
    ],
) -> None:
    """Mark a day with an event, to find your way in the calendar.

    Examples:
        hrjournal event today payday
        hrjournal event monday "moved house"
        hrjournal event 2026-11-20 birthday
    """
    from hrjournal.cli.entries.checkin import save_event

    save_event(app_context(ctx), words)


def good(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS [0-10]", help="What it was, and how good if you like."),
    ],
    at: At = None,
) -> None:
    """Write down a good thing, whatever it had to do with use.

    Examples:
        hrjournal good saw my sister
        hrjournal good a long walk 8
        hrjournal good slept well --at yesterday
    """
    from hrjournal.cli.entries.checkin import GoodOptions, save_good

    save_good(app_context(ctx), GoodOptions(words=tuple(words), at=at))


def again(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUBSTANCE]", help="The last of this; else your last use."),
    ] = None,
    at: At = None,
) -> None:
    """Write the last use once more: the same amount, now.

    Examples:
        hrjournal again
        hrjournal again cannabis
        hrjournal again beer --at "an hour ago"
    """
    from hrjournal.cli.entries import again as use_again

    use_again.again(app_context(ctx), use_again.AgainOptions(words=tuple(words or ()), at=at))


def edit(
    ctx: typer.Context,
    number: Number,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]", help="What it was, such as 3, or beer 4 pints."),
    ] = None,
    at: At = None,
    substance: Annotated[
        str | None, typer.Option(metavar="NAME", help="Another substance.")
    ] = None,
    mood: Mood = None,
    urge: Urge = None,
    after: StrengthAfter = None,
    anxiety: Anxiety = None,
    pain: Pain = None,
    sleep: Sleep = None,
    minutes: Minutes = None,
    outcome: HowItEnded = None,
    trigger: Trigger = None,
    step: Step = None,
    coping: Coping = None,
    route: Route = None,
    with_: Company = None,
    alone: Alone = False,
    spend: Money = None,
    note: Note = None,
    gave: Gave = None,
    clear: Annotated[
        list[str] | None, several("Empty this part of the record, such as note.", "PART")
    ] = None,
    new: NewName = False,
    yes: MeantSo = False,
) -> None:
    """Change a record: what you name is new, the rest stays.

    Numbers stand behind each record: hrjournal days

    Examples:
        hrjournal edit 12 3
        hrjournal edit last 4 pints
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
        alone=alone,
        spend=spend,
        note=note,
        gave=gave,
        clear=clear or (),
        new=new,
        yes=yes,
    )
    edit_entry(app_context(ctx), number, given)


def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Out of every copy too. Undo has no way back.")
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
    from hrjournal.cli.command_options import CommandOptions
    from hrjournal.cli.entries.undo import undo_last_change

    undo_last_change(app_context(ctx), CommandOptions())
