"""What helps with an urge, and company while it lasts."""
