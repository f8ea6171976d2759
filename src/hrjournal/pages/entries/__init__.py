"""What is said after something was saved."""
