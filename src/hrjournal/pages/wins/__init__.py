"""Pages of small wins, and their sentences."""
