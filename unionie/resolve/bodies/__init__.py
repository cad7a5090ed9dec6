"""What speaks for whose report it is: its head, its openings and its last lines."""
