"""Looking at days: today, what was written, one record, searching."""
