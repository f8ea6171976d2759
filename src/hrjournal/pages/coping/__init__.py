"""Pages of what can help with an urge."""
