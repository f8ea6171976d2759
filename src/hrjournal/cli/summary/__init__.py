"""A page to bring to therapy, with what the person chooses."""
