"""Pages as data for programs."""
