"""Pages of what went out and what came in."""
