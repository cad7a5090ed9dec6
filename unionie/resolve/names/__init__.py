"""Names of bodies brought to one form, and one identity for all names of a body."""
