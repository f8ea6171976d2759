"""A sample journal in a temporary place, to see in one command what the program is for."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import AppContext, app_context
from hrjournal.cli.groups import Commands

demo_app = Commands()
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[COMMAND]", help="A command to try on it."),
]


@demo_app.command(
    "demo", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
def demo(ctx: typer.Context, words: Words = None) -> None:
    """Look at a sample journal of half a year.

    Your own journal is not touched. Add a command to try it on the sample.

    Examples:
        hrjournal demo
        hrjournal demo wins --all
        hrjournal demo trends --weeks 12
    """
    from hrjournal.cli.demo.sample_journal import show, try_out

    if words:
        try_out(app_context(ctx), words, run=_run)
    else:
        show(app_context(ctx), run=_run)


def _run(words: list[str], sample: AppContext) -> None:
    from hrjournal.cli.app import app

    app(words, standalone_mode=False, prog_name="hrjournal", obj=sample)
