"""What the computer says of the person: where they are, in which zone, and what opens a journal."""
