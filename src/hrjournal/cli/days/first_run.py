"""The menu of a first run: what a person may want who knows no command yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.prompts import prompt
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

LEAVE: Final = "q"
CHOICES: Final = {
    "1": "Write something down",
    "2": "Say how I am",
    "3": "I have an urge right now",
    "4": "What helps in an emergency",
    LEAVE: "Leave it for now",
}


def offer_menu(app: AppContext) -> None:
    """Asks what the person would like to do, and does it; Enter leaves."""
    app.print_lines("", "What would you like to do?")
    app.print_lines(*(f"  {key}  {words}" for key, words in CHOICES.items()))
    chosen = prompt(app, "A number, or q to leave", _read)
    app.print_lines("")
    _do(app, chosen or LEAVE)


def _read(text: str) -> str:
    key = text.strip().lower().rstrip(".")
    if key not in CHOICES:
        raise UsageError("A number from 1 to 4, or q to leave.")
    return key


def _do(app: AppContext, chosen: str) -> None:
    match chosen:
        case "1":
            from hrjournal.cli.entries import log_use

            log_use.log(app, log_use.LogOptions())
        case "2":
            from hrjournal.cli.entries import checkin

            checkin.save_checkin(app, checkin.CheckinOptions())
        case "3":
            from hrjournal.cli.coping import urge

            urge.save_urge(app, urge.UrgeOptions())
        case "4":
            from hrjournal.cli.safety import sos

            sos.sos(app, sos.SosOptions())
        case _:
            app.print_lines("That's fine. To see the commands: hrjournal help")
