"""Numbers of weeks and months, and the way they go."""
