"""Copies of the journal in words."""
