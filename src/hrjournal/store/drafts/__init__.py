"""What was typed and could not be saved, and the proof beforehand that it can be."""
