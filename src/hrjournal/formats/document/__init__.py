"""Pages as documents: HTML and Markdown."""
