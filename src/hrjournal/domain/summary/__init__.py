"""What goes into a summary, and what is left out or masked."""
