"""Honours laid out on lines: lists, tables, grids, and outlines whose lines head those below them."""
