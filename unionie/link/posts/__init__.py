"""Posts: their words, where they stand beside a name, and at which body they are held."""
