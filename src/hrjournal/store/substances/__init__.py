"""What is tracked, as rows: names, servings, putting two together, and taking one out."""
