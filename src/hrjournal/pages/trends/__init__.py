"""Pages of weeks and months: trends and calendars."""
