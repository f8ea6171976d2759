"""What goes together: the command and its work."""
