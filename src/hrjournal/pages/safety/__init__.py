"""Pages of what is known about safety."""
