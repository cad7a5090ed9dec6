"""What a value measures, told by the words around it: indicators, measures, parts, lists and tables."""
