"""Pages on a terminal."""
