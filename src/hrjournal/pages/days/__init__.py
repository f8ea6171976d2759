"""Pages of days: today, days, one record."""
