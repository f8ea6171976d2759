"""Lets ``python -m hrjournal`` start the program."""

from __future__ import annotations

from hrjournal.cli import program

if __name__ == "__main__":
    program()
