"""The one reader of what people type: a strict grammar, and the words that it knows."""
