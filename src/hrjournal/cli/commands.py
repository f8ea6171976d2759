"""Every command by name, and where it lives: the table of contents of the program."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = {
    "today": "hrjournal.cli.days.command:today",
    "sos": "hrjournal.cli.safety.command:sos",
    "safety": "hrjournal.cli.safety.command:safety",
    "log": "hrjournal.cli.entries.command:log",
    "none": "hrjournal.cli.entries.command:none",
    "checkin": "hrjournal.cli.entries.command:checkin",
    "urge": "hrjournal.cli.coping.command:urge",
    "step": "hrjournal.cli.entries.command:step",
    "event": "hrjournal.cli.entries.command:event",
    "days": "hrjournal.cli.days.command:days",
    "show": "hrjournal.cli.days.command:show",
    "search": "hrjournal.cli.days.command:search",
    "edit": "hrjournal.cli.entries.command:edit",
    "delete": "hrjournal.cli.entries.command:delete",
    "undo": "hrjournal.cli.entries.command:undo",
    "substances": "hrjournal.cli.substances.command:substances",
    "trends": "hrjournal.cli.trends.command:trends",
    "calendar": "hrjournal.cli.trends.command:calendar",
    "wins": "hrjournal.cli.trends.command:wins",
    "measures": "hrjournal.cli.measures.command:measures",
    "start": "hrjournal.cli.settings.command:start",
    "config": "hrjournal.cli.settings.command:config",
    "notices": "hrjournal.cli.notices.command:notices",
    "pause": "hrjournal.cli.notices.command:pause",
    "contact": "hrjournal.cli.care.command:contact",
    "session": "hrjournal.cli.care.command:session",
    "talk": "hrjournal.cli.care.command:talk",
    "summary": "hrjournal.cli.summary.command:summary",
    "naloxone": "hrjournal.cli.care.command:naloxone",
    "resources": "hrjournal.cli.care.command:resources",
    "coping": "hrjournal.cli.coping.command:coping",
    "reflect": "hrjournal.cli.reflection.command:reflect",
    "screen": "hrjournal.cli.care.command:screen",
    "roots": "hrjournal.cli.care.command:roots",
    "export": "hrjournal.cli.archive.command:export_app",
    "import": "hrjournal.cli.archive.command:import_app",
    "where": "hrjournal.cli.settings.command:where",
    "verify": "hrjournal.cli.settings.command:verify",
    "demo": "hrjournal.cli.demo.command:demo_app",
}

# What does the work of commands that start light: a plain line of these is read without Typer.
LIGHT_HANDLERS: Final = {
    "today": "hrjournal.cli.days.views:today",
    "sos": "hrjournal.cli.safety.sos:sos",
    "log": "hrjournal.cli.entries.log_use:log",
    "days": "hrjournal.cli.days.views:days",
    "search": "hrjournal.cli.days.views:search",
    "undo": "hrjournal.cli.entries.undo:undo_last_change",
    "trends": "hrjournal.cli.trends.views:trends",
    "summary": "hrjournal.cli.summary.run:summary",
    "calendar": "hrjournal.cli.trends.views:calendar",
    "wins": "hrjournal.cli.trends.views:wins",
}
