"""What is tracked, as pages."""
