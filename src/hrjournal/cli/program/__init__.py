"""The program itself: its help, and how shells complete its words."""

from __future__ import annotations

from typing import Final

TABLE: Final = "_completion.json"  # what can be completed; it lies here in an installed program
