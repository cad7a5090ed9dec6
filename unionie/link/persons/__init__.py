"""Where a text names people: those who worked on a thing, members, reporters, and where they work."""
