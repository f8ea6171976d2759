"""Where things lie that tests read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).resolve().parents[1]
ROOT: Final = TESTS.parent
SOURCE: Final = ROOT / "src" / "hrjournal"
DATA: Final = TESTS / "data"
CACHE: Final = TESTS / ".cache"  # whatever a run of the tests and tools leaves
SHARED: Final = ROOT.parent / "shared"  # more to compare with, where it is at hand
