"""A sample journal, to see what the program is for."""
