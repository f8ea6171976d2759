"""Every command by name, and where it lives: the table of contents of the program."""

from __future__ import annotations

from typing import Final

GROUPS: Final = {  # as help shows them
    "Write": {
        "log": "hrjournal.cli.entries.command:log",
        "none": "hrjournal.cli.entries.command:none",
        "again": "hrjournal.cli.entries.command:again",
        "checkin": "hrjournal.cli.entries.command:checkin",
        "urge": "hrjournal.cli.coping.command:urge",
        "step": "hrjournal.cli.entries.command:step",
        "good": "hrjournal.cli.entries.command:good",
        "event": "hrjournal.cli.entries.command:event",
    },
    "Put right": {
        "days": "hrjournal.cli.days.command:days",
        "show": "hrjournal.cli.days.command:show",
        "search": "hrjournal.cli.days.command:search",
        "edit": "hrjournal.cli.entries.command:edit",
        "delete": "hrjournal.cli.entries.command:delete",
        "undo": "hrjournal.cli.entries.command:undo",
        "substances": "hrjournal.cli.substances.command:substances",
    },
    "Look back": {
        "today": "hrjournal.cli.days.command:today",
        "trends": "hrjournal.cli.trends.command:trends",
        "calendar": "hrjournal.cli.trends.command:calendar",
        "wins": "hrjournal.cli.trends.command:wins",
        "patterns": "hrjournal.cli.patterns.command:patterns",
        "measures": "hrjournal.cli.measures.command:measures",
    },
    "Care": {
        "sos": "hrjournal.cli.safety.command:sos",
        "safety": "hrjournal.cli.safety.command:safety",
        "coping": "hrjournal.cli.coping.command:coping",
        "reflect": "hrjournal.cli.reflection.command:reflect",
        "resources": "hrjournal.cli.care.command:resources",
        "contact": "hrjournal.cli.care.command:contact",
        "pause": "hrjournal.cli.notices.command:pause",
        "notices": "hrjournal.cli.notices.command:notices",
    },
    "With others": {
        "summary": "hrjournal.cli.summary.command:summary",
        "session": "hrjournal.cli.care.command:session",
    },
    "My way": {
        "goal": "hrjournal.cli.goals.command:goal",
        "config": "hrjournal.cli.settings.command:config",
        "remind": "hrjournal.cli.remind.command:remind",
        "help": "hrjournal.cli.program.command:show_help",
        "completion": "hrjournal.cli.program.command:completion",
    },
    "The file": {
        "import": "hrjournal.cli.archive.command:import_app",
        "export": "hrjournal.cli.archive.command:export_app",
        "backup": "hrjournal.cli.backups.command:backup",
        "restore": "hrjournal.cli.backups.command:restore",
        "merge": "hrjournal.cli.archive.command:merge",
        "encrypt": "hrjournal.cli.encryption.command:encrypt",
        "doctor": "hrjournal.cli.upkeep.command:doctor",
        "privacy": "hrjournal.cli.upkeep.command:privacy",
        "wipe": "hrjournal.cli.upkeep.command:wipe",
        "demo": "hrjournal.cli.demo.command:demo_app",
    },
}
COMMANDS: Final = {name: place for commands in GROUPS.values() for name, place in commands.items()}
FIRST: Final = frozenset(  # what the first page of help shows
    {
        *("log", "none", "again", "checkin", "urge", "days", "edit", "delete"),
        *("today", "trends", "calendar", "wins", "sos", "safety", "reflect", "summary"),
    }
)

# What does the work of commands that start light: a plain line of these is read without Typer.
LIGHT_HANDLERS: Final = {
    "today": "hrjournal.cli.days.views:today",
    "sos": "hrjournal.cli.safety.sos:sos",
    "log": "hrjournal.cli.entries.log_use:log",
    "none": "hrjournal.cli.entries.none:log_none",
    "again": "hrjournal.cli.entries.again:again",
    "checkin": "hrjournal.cli.entries.checkin:save_checkin",
    "urge": "hrjournal.cli.coping.urge:save_urge",
    "step": "hrjournal.cli.entries.checkin:save_step",
    "good": "hrjournal.cli.entries.checkin:save_good",
    "days": "hrjournal.cli.days.views:days",
    "search": "hrjournal.cli.days.views:search",
    "undo": "hrjournal.cli.entries.undo:undo_last_change",
    "trends": "hrjournal.cli.trends.views:trends",
    "summary": "hrjournal.cli.summary.run:summary",
    "calendar": "hrjournal.cli.trends.views:calendar",
    "wins": "hrjournal.cli.trends.views:wins",
}
