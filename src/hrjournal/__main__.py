"""Lets ``python -m hrjournal`` start the program."""

from __future__ import annotations

from hrjournal.cli import main

if __name__ == "__main__":
    main()
