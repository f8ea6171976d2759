"""What shells are told so that they complete the words of the program."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

BASH: Final = r"""# Completion for hrjournal. To use it, add this line to ~/.bashrc:
#   source <(hrjournal completion bash)
_hrjournal() {
    local found word
    COMPREPLY=()
    found=$("$1" __complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    case $? in
        0) while IFS= read -r word; do
               [ -n "$word" ] && COMPREPLY+=("$word")
           done < <(printf '%s\n' "$found") ;;
        3) compopt -o default 2>/dev/null ;;
    esac
}
complete -F _hrjournal hrjournal hrj
"""
ZSH: Final = r"""#compdef hrjournal hrj
# Completion for hrjournal. To use it, add this line to ~/.zshrc, below compinit:
#   source <(hrjournal completion zsh)
_hrjournal() {
    local found line
    local -a values shown
    found=$("${(Q)words[1]}" __complete zsh "${(@)words[2,CURRENT]}" 2>/dev/null)
    case $? in
        0) for line in "${(@f)found}"; do
               [[ -n $line ]] || continue
               values+=("${line%%$'	'*}")
               shown+=("${line/$'	'/  }")
           done
           compadd -d shown -a values ;;
        3) _files ;;
    esac
}
compdef _hrjournal hrjournal hrj
"""
FISH: Final = r"""# Completion for hrjournal. To use it, write it to a file once:
#   hrjournal completion fish > ~/.config/fish/completions/hrjournal.fish
function __hrjournal_complete
    set -l before (commandline -opc)
    set -l last (commandline -ct)
    test (count $last) -eq 0; and set last ''
    set -l found ($before[1] __complete fish $before[2..-1] $last 2>/dev/null)
    if test $status -eq 3
        __fish_complete_path (commandline -ct)
    else if test (count $found) -gt 0
        printf '%s\n' $found
    end
end
complete -c hrjournal -f -a '(__hrjournal_complete)'
complete -c hrj -f -a '(__hrjournal_complete)'
"""


class Shell(StrEnum):
    """A shell that can complete words."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


SCRIPTS: Final = {Shell.BASH: BASH, Shell.ZSH: ZSH, Shell.FISH: FISH}
