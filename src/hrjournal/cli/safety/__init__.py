"""The emergency card, and what is known about staying safer."""
