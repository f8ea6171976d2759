"""Plain lines of the busiest commands, understood without loading Typer."""
