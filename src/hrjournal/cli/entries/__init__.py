"""Writing down and changing: use, days without, check-ins, urges, steps, events."""
