"""Another copy of the journal: opened for reading alone, compared, and merged in one change."""
