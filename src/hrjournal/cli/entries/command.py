"""The commands that write entries down, change them, and take changes back."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import (
    Alone,
    At,
    Company,
    Gave,
    HowItEnded,
    Minutes,
    Mood,
    Note,
    Number,
    Several,
    Sleep,
    Write,
)
from hrjournal.domain.words.quantities import read_rating

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="SUBSTANCE [AMOUNT]", help="Such as: alcohol 2, or beer 500ml 5%."),
]
SeveralWords = Annotated[list[str] | None, Several]
Route = Annotated[str | None, typer.Option(metavar="WORD")]
Money = Annotated[str | None, typer.Option(metavar="MONEY")]
After = Annotated[str | None, typer.Option(metavar="TEXT", help="What came after.")]
Line = Annotated[
    list[str] | None, typer.Argument(metavar="WORDS", help="Such as: mood 6, sleep 7h.")
]


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
    alone: Alone = False,
    spend: Money = None,
    planned: Annotated[bool, typer.Option("--planned", help="It was planned.")] = False,
    note: Note = None,
    gave: Gave = None,
    after: After = None,
    write: Write = False,
    new: Annotated[bool, typer.Option("--new", help="Keep a new name as typed.")] = False,
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
        alone=alone,
        spend=spend,
        planned=planned,
        note=note,
        gave=gave,
        after=after,
        write=write,
        new=new,
    )
    log_use.log(app_context(ctx), given)


def none(
    ctx: typer.Context,
    substances: Annotated[
        list[str] | None, typer.Argument(help="Which; all that you track if you name none.")
    ] = None,
    day: Annotated[str | None, typer.Option(help="Which day; today unless you say so.")] = None,
    note: Note = None,
) -> None:
    """Write down a day without: for one substance, or for every one that you track."""
    from hrjournal.cli.entries.none import log_none

    log_none(app_context(ctx), substances=substances or (), day=day, note=note)


def checkin(
    ctx: typer.Context,
    words: Line = None,
    mood: Annotated[
        int | None, typer.Option("--mood", "-m", parser=read_rating, metavar="0-10")
    ] = None,
    urge: Mood = None,
    sleep: Sleep = None,
    anxiety: Mood = None,
    pain: Mood = None,
    trigger: SeveralWords = None,
    coping: SeveralWords = None,
    note: Note = None,
    at: At = None,
    write: Write = False,
) -> None:
    """Write down how you are: mood, urge, sleep, anxiety, pain, triggers, a note.

    Everything can be left out. A number alone is your mood. On a terminal with nothing after it,
    it asks.
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
    words: Annotated[list[str], typer.Argument(metavar="STEP", help="Such as carried-naloxone.")],
    note: Note = None,
    at: At = None,
    new: Annotated[bool, typer.Option("--new", help="Keep a step of your own.")] = False,
) -> None:
    """Write down a safer or kinder step, on its own."""
    from hrjournal.cli.entries.checkin import StepOptions, save_step

    save_step(app_context(ctx), StepOptions(words=tuple(words), note=note, at=at, new=new))


def event(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="[DAY] WORDS", help="Such as: monday payday. Today if unsaid."),
    ],
) -> None:
    """Mark a day with an event of your own, to find your way in the calendar."""
    from hrjournal.cli.entries.checkin import save_event

    save_event(app_context(ctx), words)


def good(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS [0-10]", help="Such as: saw my sister 8."),
    ],
    at: At = None,
) -> None:
    """Write down a good thing, whatever it had to do with use."""
    from hrjournal.cli.entries.checkin import GoodOptions, save_good

    save_good(app_context(ctx), GoodOptions(words=tuple(words), at=at))


def again(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUBSTANCE]", help="The last of this; else the last use."),
    ] = None,
    at: At = None,
) -> None:
    """Write the last use once more: the same amount, now."""
    from hrjournal.cli.entries import again as use_again

    use_again.again(app_context(ctx), use_again.AgainOptions(words=tuple(words or ()), at=at))


def edit(
    ctx: typer.Context,
    number: Number,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[AMOUNT]", help="A new amount, such as 3.")
    ] = None,
    at: At = None,
    substance: Annotated[str | None, typer.Option(help="Another substance.")] = None,
    mood: Mood = None,
    urge: Mood = None,
    after: Annotated[str | None, typer.Option(metavar="0-10|TEXT")] = None,
    anxiety: Mood = None,
    pain: Mood = None,
    sleep: Sleep = None,
    minutes: Minutes = None,
    outcome: HowItEnded = None,
    trigger: SeveralWords = None,
    step: SeveralWords = None,
    coping: SeveralWords = None,
    route: Route = None,
    with_: Company = None,
    alone: Alone = False,
    spend: Money = None,
    note: Note = None,
    gave: Gave = None,
    clear: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Empties a field, such as note.")
    ] = None,
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
        alone=alone,
        spend=spend,
        note=note,
        gave=gave,
        clear=clear or (),
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
    from hrjournal.cli.entries.undo import undo_last_change

    undo_last_change(app_context(ctx))
