"""Pages of questions to think with."""
