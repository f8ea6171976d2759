"""Goals in words: what is wanted, how near a week came, and ratings."""
