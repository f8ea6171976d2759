"""What goes together in a journal, asked by questions that are fixed beforehand."""
