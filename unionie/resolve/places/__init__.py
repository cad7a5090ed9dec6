"""Administrative divisions, and what a text names of them."""
