"""People and places to turn to, sessions, screens and roots."""
