"""How near a goal is, week by week, from the records."""
