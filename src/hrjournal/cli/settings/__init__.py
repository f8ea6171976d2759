"""What the person chooses, and the file that the journal lies in."""
