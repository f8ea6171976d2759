"""How many examples the longest tests look at: five hundred, or as many as EXAMPLES says."""

from __future__ import annotations

import os
from typing import Final

EXAMPLES: Final = int(os.environ.get("EXAMPLES", "500"))
