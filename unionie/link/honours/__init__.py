"""Honours in running text: their names, verbs, recipients, placings and times, and the headings of rolls."""
