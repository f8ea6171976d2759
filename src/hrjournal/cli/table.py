"""Every command by name, and where it lives: the table of contents of the program."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = {
    "today": "hrjournal.cli.look:today",
    "log": "hrjournal.cli.log:log",
    "none": "hrjournal.cli.log:none",
    "checkin": "hrjournal.cli.checkin:checkin",
    "urge": "hrjournal.cli.checkin:urge",
    "step": "hrjournal.cli.checkin:step",
    "event": "hrjournal.cli.checkin:event",
    "days": "hrjournal.cli.look:days",
    "show": "hrjournal.cli.look:show",
    "search": "hrjournal.cli.look:search",
    "edit": "hrjournal.cli.change:edit",
    "delete": "hrjournal.cli.change:delete",
    "undo": "hrjournal.cli.change:undo",
    "trends": "hrjournal.cli.trend:trends",
    "calendar": "hrjournal.cli.trend:calendar",
    "wins": "hrjournal.cli.trend:wins",
    "start": "hrjournal.cli.keep:start",
    "config": "hrjournal.cli.keep:config",
    "contact": "hrjournal.cli.people:contact",
    "session": "hrjournal.cli.people:session",
    "naloxone": "hrjournal.cli.people:naloxone",
    "import": "hrjournal.cli.bring:bring",
    "where": "hrjournal.cli.keep:where",
    "verify": "hrjournal.cli.keep:verify",
    "demo": "hrjournal.cli.demo:demo",
}
