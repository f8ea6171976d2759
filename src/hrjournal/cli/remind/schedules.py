"""What schedulers take to show a note once a day, in words that tell nothing of what it is for."""

from __future__ import annotations

import re
import shlex
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTE: Final = "A note for yourself"
MAC_NOTE: Final = f"osascript -e 'display notification \"{NOTE}\"'"
LINUX_NOTE: Final = (
    "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus "  # cron knows no desktop
    f"notify-send '{NOTE}'"
)
TIME: Final = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
SYSTEMD: Final = """# note.service
[Unit]
Description={note}

[Service]
Type=oneshot
ExecCondition=/usr/bin/env {command}
ExecStart=/usr/bin/env notify-send "{note}"

# note.timer
[Unit]
Description={note}

[Timer]
OnCalendar=*-*-* {hour:02}:{minute:02}:00

[Install]
WantedBy=timers.target
"""
SCHTASKS: Final = """<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{note}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{hour:02}:{minute:02}:00</StartBoundary>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Actions>
    <Exec>
      <Command>powershell.exe</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""
SHOWN: Final = "(New-Object -ComObject WScript.Shell).Popup('{note}')"


class Scheduler(StrEnum):
    """What can run something once a day."""

    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    CRON = "cron"
    SCHTASKS = "schtasks"


PLACES: Final = {
    Scheduler.SYSTEMD: "Save the two parts as note.service and note.timer in "
    "~/.config/systemd/user, then run: systemctl --user enable --now note.timer",
    Scheduler.LAUNCHD: "Save it as ~/Library/LaunchAgents/local.note.plist, then run: "
    "launchctl load ~/Library/LaunchAgents/local.note.plist",
    Scheduler.CRON: "Add this line with: crontab -e",
    Scheduler.SCHTASKS: "Save it as note.xml, then run: schtasks /Create /TN note /XML note.xml",
}


def schedule(scheduler: Scheduler, due: Sequence[str], time: str) -> tuple[str, str]:
    """What the scheduler takes, and where to put it; `due` are the words that ask.

    Raises:
        UsageError: when it is no time of a day.
    """
    found = TIME.fullmatch(time.strip())
    if found is None:
        raise UsageError("A time of day is written as 21:00.")
    hour, minute = int(found[1]), int(found[2])
    makers = {
        Scheduler.SYSTEMD: _systemd,
        Scheduler.LAUNCHD: _launchd,
        Scheduler.CRON: _cron,
        Scheduler.SCHTASKS: _schtasks,
    }
    return makers[scheduler](due, hour, minute), PLACES[scheduler]


def _systemd(due: Sequence[str], hour: int, minute: int) -> str:
    words = [word.replace("\\", r"\\").replace('"', r"\"") for word in due]
    command = " ".join(f'"{word}"' for word in words).replace("%", "%%").replace("$", "$$")
    return SYSTEMD.format(note=NOTE, command=command, hour=hour, minute=minute)


def _launchd(due: Sequence[str], hour: int, minute: int) -> str:
    import plistlib

    job = {
        "Label": "local.note",
        "ProgramArguments": ["/bin/sh", "-c", f"{shlex.join(due)} && {MAC_NOTE}"],
        "StartCalendarInterval": {"Hour": hour, "Minute": minute},
    }
    return plistlib.dumps(job).decode()


def _cron(due: Sequence[str], hour: int, minute: int) -> str:
    note = MAC_NOTE if sys.platform == "darwin" else LINUX_NOTE
    command = f"{shlex.join(due)} && {note}".replace("%", r"\%")  # a bare one ends the line
    return f"{minute} {hour} * * * {command}\n"


def _schtasks(due: Sequence[str], hour: int, minute: int) -> str:
    from xml.sax.saxutils import escape

    words = " ".join("'" + word.replace("'", "''") + "'" for word in due)
    script = f"& {words}; if ($LASTEXITCODE -eq 0) {{ {SHOWN.format(note=NOTE)} }}"
    arguments = escape(f'-NoProfile -WindowStyle Hidden -Command "{script}"')
    return SCHTASKS.format(note=NOTE, arguments=arguments, hour=hour, minute=minute)
