"""What protects the journal, and lines that keep it out of the history of a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.upkeep.histories import history_files
from hrjournal.pages.upkeep.privacy import Situation, privacy_page
from hrjournal.store.upkeep.elsewhere import count_calls
from hrjournal.store.upkeep.inside import lies_encrypted
from hrjournal.store.upkeep.surroundings import backups, file_status

if TYPE_CHECKING:
    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext

SHELL: Final = r"""# Lines that keep hrjournal and hrj out of your shell's history. Paste the part
# for your shell at the end of its file, then open a new terminal. They work for
# what you type from then on: what the history holds already stays there until
# you delete it. Any line that names hrjournal is left out, and so is one that
# begins with a space.

# --- bash: ~/.bashrc ---
HISTCONTROL="${HISTCONTROL:+$HISTCONTROL:}ignorespace"
HISTIGNORE="${HISTIGNORE:+$HISTIGNORE:}*hrjournal*:hrj:hrj[^A-Za-z0-9_-]*"
HISTIGNORE="$HISTIGNORE:*[^A-Za-z0-9_-]hrj:*[^A-Za-z0-9_-]hrj[^A-Za-z0-9_-]*"

# --- zsh: ~/.zshrc ---
setopt HIST_IGNORE_SPACE
_hrjournal_history() {
  emulate -L zsh
  [[ "$1" != (|*[^[:alnum:]_-])(hrjournal|hrj)(|[^[:alnum:]_-]*) ]]
}
autoload -Uz add-zsh-hook
add-zsh-hook zshaddhistory _hrjournal_history

# --- fish 4: ~/.config/fish/config.fish (before fish 4, begin the line with a space) ---
function fish_should_add_to_history
    string match -qr -- '^\s' "$argv"; and return 1
    string match -qr -- '(^|[^\w-])(hrjournal|hrj)([^\w-]|$)' "$argv"; and return 1
    return 0
end
"""


def show(app: AppContext, options: OutputOptions) -> None:
    """Shows what is so on this computer; the journal is not opened."""
    journal, *_ = files = file_status(app.place)
    now = Situation(
        path=journal.path,
        there=journal.there,
        private=all(one.private for one in files if one.there and one.what != "Folder"),
        encrypted=lies_encrypted(app.place),
        copies=len(backups(app.place)),
        lines=count_calls(history_files()),
    )
    app.print_page(privacy_page(now), as_json=options.as_json, plain=options.plain)
