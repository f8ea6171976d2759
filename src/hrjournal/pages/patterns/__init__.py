"""What goes together, in words: what stands out, and what was seen on both sides."""
