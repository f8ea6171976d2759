"""What is tracked: shown, renamed, put together, hidden, and taken out."""
