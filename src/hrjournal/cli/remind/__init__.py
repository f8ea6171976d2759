"""Reminders: whether one is due, and what a computer's own scheduler takes."""
