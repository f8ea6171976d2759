"""Looking over weeks and months: trends, calendar, small wins."""
