"""Every command by name, and where it lives: the table of contents of the program."""

from __future__ import annotations

from typing import Final

COMMANDS: Final = {
    "today": "hrjournal.cli.look:today",
    "sos": "hrjournal.cli.safety:sos",
    "safety": "hrjournal.cli.safety:safety",
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
    "measures": "hrjournal.cli.measures:measures",
    "start": "hrjournal.cli.keep:start",
    "config": "hrjournal.cli.keep:config",
    "notices": "hrjournal.cli.notices:notices",
    "pause": "hrjournal.cli.notices:pause",
    "contact": "hrjournal.cli.people:contact",
    "session": "hrjournal.cli.people:session",
    "talk": "hrjournal.cli.talk:talk",
    "naloxone": "hrjournal.cli.people:naloxone",
    "resources": "hrjournal.cli.resources:resources",
    "coping": "hrjournal.cli.coping:coping",
    "reflect": "hrjournal.cli.reflect:reflect",
    "screen": "hrjournal.cli.screen:screen",
    "roots": "hrjournal.cli.roots:roots",
    "import": "hrjournal.cli.bring:bring",
    "where": "hrjournal.cli.keep:where",
    "verify": "hrjournal.cli.keep:verify",
    "demo": "hrjournal.cli.demo:demo",
}
