"""Finding records by the words in them."""
