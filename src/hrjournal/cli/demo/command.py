"""A sample journal in a temporary place, to see in one command what the program is for."""

from __future__ import annotations

import typer

from hrjournal.cli.context import AppContext, app_context


def demo(ctx: typer.Context) -> None:
    """Look at a sample journal of half a year. Your own journal is not touched."""
    from hrjournal.cli.demo.sample_journal import show

    show(app_context(ctx), run=_run)


def _run(words: str, sample: AppContext) -> None:
    from hrjournal.cli.app import app

    app(words.split(), standalone_mode=False, prog_name="hrjournal", obj=sample)
