"""Numbers: from a history to trends, calendars and small wins."""
