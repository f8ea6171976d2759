"""Copies of the journal: made, listed, put back, and rid of what is to be forgotten."""
