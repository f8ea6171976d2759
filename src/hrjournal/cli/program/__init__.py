"""The program itself: its help, and how shells complete its words."""
