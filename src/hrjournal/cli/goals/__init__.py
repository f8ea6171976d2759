"""The commands for goals: add, list, change, rate, end and review."""
