"""The view stage."""
