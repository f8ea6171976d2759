"""Pages of what is chosen, and where things lie."""
