"""How many examples the longest tests look at: 400, or as EXAMPLES says; most, an eighth."""

from __future__ import annotations

import os
from typing import Final

EXAMPLES: Final = int(os.environ.get("EXAMPLES", "400"))
