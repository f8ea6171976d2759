"""Pages of people, places, sessions, screens and roots."""
