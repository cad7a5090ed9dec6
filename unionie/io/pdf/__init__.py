"""PDF pages to text in reading order, with the place of every character.

``glyphs``     pypdfium2's page → glyphs and ruled lines, in points from the top left corner
``segments``   glyphs → segments: neighbours on one line
``furniture``  page numbers and running heads, by what repeats on the margins of pages
``grids``      ruled lines → tables and boxes
``columns``    segments, tables and boxes of a page → rows in reading order
``paragraphs`` rows of all pages → the text, and Pages that say where its characters stand

Enters: the bytes of a PDF, by ``readers.pdf``. Leaves: text and Pages. Each step takes one type and gives the next.
"""
