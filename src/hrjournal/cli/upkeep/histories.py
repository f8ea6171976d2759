"""Where shells keep what was typed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

NAMES: Final = (".bash_history", ".zsh_history", ".zhistory", ".histfile", ".history")
FISH: Final = "fish/fish_history"


def history_files() -> list[Path]:
    """The files in which bash, zsh and fish may keep their history here."""
    found = [Path(named)] if (named := os.environ.get("HISTFILE")) else []
    try:
        home = Path.home()
    except RuntimeError:  # an account without a home
        return found
    zsh = Path(os.environ.get("ZDOTDIR") or home)
    found += [folder / name for folder in (home, zsh) for name in NAMES]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return list(dict.fromkeys([*found, data / FISH]))
