"""Pages as plain lines."""
