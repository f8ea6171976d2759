"""Who can get at the journal file: rights, encryption, and whether it is as it was written."""
